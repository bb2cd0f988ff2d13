import { CircleAlert, X } from 'lucide-react'
import { useState } from 'react'
import type { TextFile } from '../bridge/shell'
import { useApp } from '../state/app-context'
import { errorText } from '../state/app-model'
import { Button, IconButton } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { count } from '../ui/format'
import styles from './add-dialog.module.css'
import { addDrafts, isInDesk } from './add-drafts'
import { MainFields } from './article-fields'
import { formErrors, fromForm } from './article-form'
import { type Drafts, type FileDraft, useDrafts } from './use-drafts'

/** Shows what was recognised in files, to be corrected before they become articles. */
export function AddDialog({ files, onClose }: { readonly files: readonly TextFile[]; readonly onClose: () => void }) {
  const app = useApp()
  const drafts = useDrafts(files)
  const [busy, setBusy] = useState(false)
  const ready = drafts.list.flatMap((one) => (one.state === 'ready' ? [one] : []))
  const reading = drafts.list.some((one) => one.state === 'reading')
  const wrong = ready.some(({ form }) => Object.keys(formErrors(form)).length > 0)
  const add = async () => {
    setBusy(true)
    const added = await addDrafts(
      app,
      ready.map(({ draft, form }) => ({ ...draft, ...fromForm(form, draft.published) })),
    )
    setBusy(false)
    if (added) onClose()
  }
  return (
    <Dialog
      title="Add articles"
      size="large"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{ready.length === 0 && !reading ? 'Close' : 'Cancel'}</Button>
          {(ready.length > 0 || reading) && (
            <Button look="primary" onPress={add} isDisabled={busy || reading || wrong}>
              {reading ? 'Reading…' : `Add ${count(ready.length, 'article')}`}
            </Button>
          )}
        </>
      }
    >
      <ul className={styles.list}>
        {drafts.list.map((one) => (
          <DraftItem key={one.id} item={one} drafts={drafts} />
        ))}
      </ul>
    </Dialog>
  )
}

function DraftItem({ item, drafts }: { readonly item: FileDraft; readonly drafts: Drafts }) {
  const app = useApp()
  return (
    <li className={styles.item}>
      <div className={styles.head}>
        <span className={styles.name} dir="auto">
          {item.file.name}
        </span>
        {item.state === 'ready' && isInDesk(app, item.form.title) && (
          <span className={styles.known}>An article of this title is in the desk already.</span>
        )}
        <IconButton label={`Leave out ${item.file.name}`} onPress={() => drafts.remove(item.id)}>
          <X size={16} />
        </IconButton>
      </div>
      {item.state === 'ready' && (
        <fieldset className={styles.fields} aria-label={item.file.name}>
          <MainFields form={item.form} errors={formErrors(item.form)} onChange={(form) => drafts.edit(item.id, form)} />
        </fieldset>
      )}
      {item.state === 'failed' && (
        <p className={styles.failed} role="alert">
          <CircleAlert size={16} aria-hidden="true" />
          {errorText(item.error)}
        </p>
      )}
      {item.state === 'reading' && <p className={styles.reading}>Reading…</p>}
    </li>
  )
}
