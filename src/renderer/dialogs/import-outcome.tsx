import { CircleCheck } from 'lucide-react'
import type { OutputOf } from '#contract/methods'
import { runCommand } from '../commands/run'
import { useApp } from '../state/app-context'
import { ANY_CONFLICT } from '../state/conflicts-route'
import { WHOLE_LIBRARY } from '../state/library-route'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { count } from '../ui/format'
import { outcomeWords, standingWords } from './exchange-words'
import styles from './form.module.css'

type ImportOutcomeProps = {
  readonly name: string
  readonly outcome: OutputOf<'exchange.apply'>
  readonly onClose: () => void
}

/** What came, with undo, and the way to what is left to decide. */
export function ImportOutcome({ name, outcome: { counts, undoable, warning }, onClose }: ImportOutcomeProps) {
  const app = useApp()
  const then = (act: () => void) => () => {
    onClose()
    act()
  }
  const undecided = counts.conflicts + counts.waiting
  return (
    <Dialog
      title="Imported"
      size="small"
      onClose={onClose}
      footer={
        <>
          {undoable && <Button onPress={then(() => runCommand(app, 'desk.undo'))}>Undo</Button>}
          {undecided > 0 ? (
            <Button look="primary" onPress={then(() => app.router.go(ANY_CONFLICT))}>
              Decide {count(undecided, 'conflict')}
            </Button>
          ) : (
            <Button look="primary" onPress={then(() => app.router.go(WHOLE_LIBRARY))}>
              Go to the library
            </Button>
          )}
        </>
      }
    >
      <div className={styles.form} role="status">
        <p className={`${styles.sentence} ${styles.good}`}>
          <CircleCheck size={16} aria-hidden="true" />
          <span>
            {`${outcomeWords(counts)} `}
            <span className={styles.path}>{name}</span>.
          </span>
        </p>
        {standingWords(counts).length > 0 && (
          <ul className={styles.lead}>
            {standingWords(counts).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        )}
        {warning && <p className={styles.lead}>{warning}</p>}
      </div>
    </Dialog>
  )
}
