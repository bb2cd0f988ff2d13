import { CircleAlert } from 'lucide-react'
import { useState } from 'react'
import { useApp } from '../state/app-context'
import { errorText } from '../state/app-model'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { Field } from '../ui/field'
import { addDrafts, isInDesk } from './add-drafts'
import { MainFields } from './article-fields'
import { type ArticleForm, formErrors, fromForm, toForm } from './article-form'
import styles from './form.module.css'
import { useClipText } from './use-clip'
import { useReading } from './use-reading'

/** Makes an article of pasted text; title, publisher and date are recognised as it is typed, and can be corrected. */
export function PasteDialog({ onClose }: { readonly onClose: () => void }) {
  const app = useApp()
  const [typed, setTyped] = useState<Partial<ArticleForm>>({})
  const [busy, setBusy] = useState(false)
  const { text, setText, rich, onPaste } = useClipText()
  const reading = useReading(text, rich)

  // What the user typed stands, however the text changes after it.
  const draft = reading.state === 'read' ? reading.draft : null
  const form = draft && { ...toForm(draft), ...typed }
  const errors = form ? formErrors(form) : {}
  const can = draft !== null && reading.state === 'read' && reading.text === text && Object.keys(errors).length === 0
  const add = async () => {
    if (!can || form === null) return
    setBusy(true)
    const added = await addDrafts(app, [{ ...draft, ...fromForm(form, draft.published) }])
    setBusy(false)
    if (added) onClose()
  }
  return (
    <Dialog
      title="Add article from clipboard"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" onPress={add} isBusy={busy} isDisabled={!can}>
            Add article
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <Field
          label="Text of the article"
          placeholder="Paste the article here, with its headline, byline and date."
          value={text}
          onChange={setText}
          rows={10}
          onPaste={onPaste}
          autoFocus
        />
        {form && draft && (
          <MainFields form={form} errors={errors} onChange={(next) => setTyped(differences(toForm(draft), next))} />
        )}
        {form && isInDesk(app, form.title) && (
          <p className={styles.lead}>An article of this title is in the desk already.</p>
        )}
        {reading.state === 'failed' && text.trim() !== '' && (
          <p className={`${styles.sentence} ${styles.bad}`} role="alert">
            <CircleAlert size={16} aria-hidden="true" />
            {errorText(reading.error)}
          </p>
        )}
      </div>
    </Dialog>
  )
}

function differences(recognised: ArticleForm, typed: ArticleForm): Partial<ArticleForm> {
  return {
    ...(typed.title !== recognised.title && { title: typed.title }),
    ...(typed.publisher !== recognised.publisher && { publisher: typed.publisher }),
    ...(typed.published !== recognised.published && { published: typed.published }),
  }
}
