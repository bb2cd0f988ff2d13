import { runCommand } from '../commands/run'
import { useApp } from '../state/app-context'
import { Button } from '../ui/button'
import { Empty } from '../ui/empty'
import { TagMark } from '../ui/tag-mark'
import { AddButtons } from './add-buttons'
import styles from './empty-library.module.css'

/** The library of a new desk: how to begin, and what the work will be. */
export function EmptyLibrary() {
  const app = useApp()
  return (
    <Empty
      title="Read papers against each other"
      actions={
        <>
          <AddButtons />
          <Button onPress={() => runCommand(app, 'sample.add')}>Add the sample articles</Button>
        </>
      }
    >
      <ol className={styles.steps}>
        <li>
          <strong>Add articles about one event.</strong> Pick files of any kind, paste from the clipboard, give the
          address of a web page, or drop files and folders anywhere on this window.
        </li>
        <li>
          <strong>Highlight what is said.</strong> Select a passage and tag it as <TagMark tag="claim" />,{' '}
          <TagMark tag="attribution" /> or <TagMark tag="denial" />.
        </li>
        <li>
          <strong>Link highlights across papers.</strong> This denial answers that claim; these two papers contradict
          each other.
        </li>
      </ol>
    </Empty>
  )
}
