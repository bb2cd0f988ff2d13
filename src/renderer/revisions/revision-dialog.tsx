import { CircleAlert, FileText, Globe } from 'lucide-react'
import { useState } from 'react'
import type { Article } from '#annotations/model/article'
import { useApp } from '../state/app-context'
import { errorText } from '../state/app-model'
import { ARTICLE_FILES } from '../state/importing'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { Field } from '../ui/field'
import { Comparison } from './comparison'
import styles from './revision-dialog.module.css'
import { useNewText } from './use-new-text'
import { usePreview } from './use-preview'

/** Takes in a newer text of an article: shows what it changes and what becomes of the highlights, then adds it. */
export function RevisionDialog({ article, onClose }: { readonly article: Article; readonly onClose: () => void }) {
  const app = useApp()
  const { text, source, blocks, pending, error, type, paste, read, cancel } = useNewText()
  const [busy, setBusy] = useState(false)
  const state = usePreview(article.id, blocks)
  const ready = state.state === 'ready' && state.blocks === blocks && !state.preview.sameText ? state : null

  const choose = async () => {
    const picked = await app.shell.pickFiles('New revision', ARTICLE_FILES, false)
    if (!picked.ok) app.toasts.showError(picked.error)
    else if (picked.value) await read(picked.value)
  }
  const add = async () => {
    if (!ready) return
    setBusy(true)
    const doubtful = ready.preview.outcomes.some(({ found }) => found === null)
    // What waits to be checked is shown at once, where a toast would lie over it.
    const say = doubtful ? 'quiet' : 'toast'
    const done = await app.act('revision.add', { articleId: article.id, blocks: ready.blocks, source }, say)
    setBusy(false)
    if (!done) return
    onClose()
    const place = { view: 'article', id: article.id, highlight: null } as const
    app.router.go(done.doubtful > 0 ? { ...place, check: 'first' } : place)
  }
  const { url } = article
  return (
    <Dialog
      title="New revision"
      size="large"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" onPress={add} isBusy={busy} isDisabled={!ready}>
            {busy ? 'Adding…' : 'Add revision'}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <Field
          label="New text of the article"
          hint={
            source.name === undefined ? 'The old text is kept, and the change can be undone.' : `From ${source.name}.`
          }
          placeholder="Paste the article as it reads now."
          value={text}
          onChange={type}
          onPaste={paste}
          rows={ready ? 3 : 8}
          autoFocus
        />
        <div className={styles.sources}>
          <Button onPress={choose}>
            <FileText size={15} aria-hidden="true" />
            Choose file…
          </Button>
          {url !== null && (
            <Button onPress={() => read({ kind: 'page', url })}>
              <Globe size={15} aria-hidden="true" />
              {`Fetch again from ${new URL(url).host}`}
            </Button>
          )}
        </div>
        {pending !== null && (
          <p className={styles.status} role="status">
            <bdi>{`Reading ${pending}…`}</bdi>
            <Button onPress={cancel}>Stop reading</Button>
          </p>
        )}
        {error !== null && (
          <p className={styles.failed} role="alert">
            <CircleAlert size={16} aria-hidden="true" />
            {errorText(error)}
          </p>
        )}
        <Comparison state={state} />
      </div>
    </Dialog>
  )
}
