import { CircleAlert, CircleCheck } from 'lucide-react'
import { useState } from 'react'
import type { Result } from '#annotations/model/result'
import type { OutputOf } from '#contract/methods'
import type { TextFile } from '../bridge/shell'
import { runCommand } from '../commands/run'
import { useApp } from '../state/app-context'
import { errorText } from '../state/app-model'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { count } from '../ui/format'
import styles from './form.module.css'

type Outcome = Result<OutputOf<'desk.import'>>

/** Takes in an export of Crossread, and says what came. */
export function ImportDialog({ file, onClose }: { readonly file: TextFile; readonly onClose: () => void }) {
  const app = useApp()
  const [busy, setBusy] = useState(false)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const start = async () => {
    setBusy(true)
    setOutcome(await app.client.call('desk.import', { name: file.name, contents: file.text }))
    setBusy(false)
  }
  const done = outcome?.ok === true
  return (
    <Dialog
      title="Import"
      size="small"
      onClose={onClose}
      footer={
        done ? (
          <>
            {outcome.value.undoable && (
              <Button
                onPress={() => {
                  onClose()
                  runCommand(app, 'desk.undo')
                }}
              >
                Undo
              </Button>
            )}
            <Button
              look="primary"
              onPress={() => {
                onClose()
                app.router.go({ view: 'library' })
              }}
            >
              Go to the library
            </Button>
          </>
        ) : (
          <>
            <Button onPress={onClose}>{outcome ? 'Close' : 'Cancel'}</Button>
            {!outcome && (
              <Button look="primary" onPress={start} isDisabled={busy}>
                {busy ? 'Importing…' : 'Import'}
              </Button>
            )}
          </>
        )
      }
    >
      <div className={styles.form}>
        {outcome === null ? (
          <p className={styles.lead}>
            Adds the articles, highlights and links of <span className={styles.path}>{file.name}</span> to this desk, in
            one step that can be undone.
          </p>
        ) : (
          <OutcomeText outcome={outcome} fileName={file.name} />
        )}
      </div>
    </Dialog>
  )
}

function OutcomeText({ outcome, fileName }: { readonly outcome: Outcome; readonly fileName: string }) {
  if (!outcome.ok) {
    return (
      <p className={`${styles.sentence} ${styles.bad}`} role="alert">
        <CircleAlert size={16} aria-hidden="true" />
        {errorText(outcome.error)}
      </p>
    )
  }
  const { articles, highlights, links, warning, undoable } = outcome.value
  return (
    <>
      <p className={`${styles.sentence} ${styles.good}`} role="status">
        <CircleCheck size={16} aria-hidden="true" />
        {undoable
          ? `${count(articles, 'article')}, ${count(highlights, 'highlight')} and ${count(links, 'link')} came from ${fileName}.`
          : `Everything in ${fileName} was in this desk already.`}
      </p>
      {warning && <p className={styles.lead}>{warning}</p>}
    </>
  )
}
