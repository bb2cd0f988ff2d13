import { CircleAlert } from 'lucide-react'
import { useState } from 'react'
import { useApp } from '../state/app-context'
import { ANY_CONFLICT } from '../state/conflicts-route'
import type { ImportSource } from '../state/importing'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { count } from '../ui/format'
import { isEmptyImport } from './exchange-words'
import styles from './form.module.css'
import { ImportOutcome } from './import-outcome'
import { ImportPreview } from './import-preview'
import { ImportProgress } from './import-progress'
import { useExchange } from './use-exchange'

type ImportDialogProps = { readonly source: ImportSource; readonly onClose: () => void }

/**
 * Takes in annotations from files, a folder or another desk. It shows what would come, asks what foreign labels mean, and
 * names the records at fault, before anything is changed.
 */
export function ImportDialog({ source, onClose }: ImportDialogProps) {
  const app = useApp()
  const { state, setLabels, setRestore, apply } = useExchange(source)
  const [partial, setPartial] = useState(false)
  const [restore, bringBack] = useState(false)
  if (state.step === 'done') return <ImportOutcome name={state.name} outcome={state.outcome} onClose={onClose} />
  const preview = state.step === 'preview' || state.step === 'importing' ? state.preview : null
  const busy = state.step === 'importing' || (state.step === 'preview' && state.again)
  const nothing = preview !== null && isEmptyImport(preview.counts)
  const waiting = preview?.counts.waiting ?? 0
  const verb = preview?.verb === 'Merge' ? 'Merge' : 'Import'
  return (
    <Dialog
      title={preview?.verb === 'Merge' ? 'Merge a desk' : 'Import'}
      onClose={onClose}
      footer={
        <>
          {waiting > 0 && (
            <Button
              onPress={() => {
                onClose()
                app.router.go(ANY_CONFLICT)
              }}
            >
              Decide {count(waiting, 'conflict')}
            </Button>
          )}
          <Button onPress={onClose} isDisabled={state.step === 'importing'}>
            {state.step === 'failed' || nothing ? 'Close' : 'Cancel'}
          </Button>
          {preview !== null && !nothing && (
            <Button
              look="primary"
              onPress={() => apply(partial)}
              isBusy={busy}
              isDisabled={preview.faultCount > 0 && !partial}
            >
              {state.step === 'importing' ? 'Importing…' : preview.faultCount > 0 ? `${verb} the rest` : verb}
            </Button>
          )}
        </>
      }
    >
      <div className={styles.form}>
        {state.step === 'reading' && <ImportProgress name={nameOf(source)} progress={state.progress} />}
        {state.step === 'failed' && (
          <div className={styles.form} role="alert">
            <p className={`${styles.sentence} ${styles.bad}`}>
              <CircleAlert size={16} aria-hidden="true" />
              <span className={styles.words}>{state.error.message}</span>
            </p>
            {[state.error.next, state.error.kept].map((sentence) =>
              sentence === undefined ? null : (
                <p key={sentence} className={styles.lead}>
                  {sentence}
                </p>
              ),
            )}
          </div>
        )}
        {preview !== null && (
          <ImportPreview
            preview={preview}
            isBusy={busy}
            partial={partial}
            onPartial={setPartial}
            restore={restore}
            onRestore={(on) => {
              bringBack(on)
              setRestore(on)
            }}
            onLabels={setLabels}
          />
        )}
      </div>
    </Dialog>
  )
}

function nameOf(source: ImportSource): string {
  return source.kind === 'page' ? source.url : (source.files[0]?.name ?? 'the files')
}
