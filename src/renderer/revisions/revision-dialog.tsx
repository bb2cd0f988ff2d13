import { CircleAlert, FileText } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { Article, Source } from '#annotations/model/article'
import type { RevisionPreview } from '#contract/revision-views'
import { readClipboardQuietly } from '../dialogs/clipboard'
import { useApp } from '../state/app-context'
import { errorText } from '../state/app-model'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { Field } from '../ui/field'
import { count } from '../ui/format'
import { DiffRows } from './diff-rows'
import { OutcomeList } from './outcome-list'
import styles from './revision-dialog.module.css'
import { type PreviewState, usePreview } from './use-preview'

const PASTED: Source = { kind: 'paste' }

/** Takes in a newer text of an article: shows what it changes and what becomes of the highlights, then adds it. */
export function RevisionDialog({ article, onClose }: { readonly article: Article; readonly onClose: () => void }) {
  const app = useApp()
  const [text, setText] = useState('')
  const [source, setSource] = useState<Source>(PASTED)
  const [busy, setBusy] = useState(false)
  const state = usePreview(article.id, text, source)
  const ready = state.state === 'ready' && state.text === text && !state.preview.sameText ? state : null

  useEffect(() => {
    let wanted = true
    void readClipboardQuietly().then((clip) => {
      if (wanted && clip !== null) setText((old) => old || clip.text)
    })
    return () => {
      wanted = false
    }
  }, [])

  const choose = async () => {
    const picked = await app.shell.openTextFiles('New revision', ['txt', 'text'])
    if (!picked.ok) return app.toasts.showError(picked.error)
    const file = picked.value?.[0]
    if (!file) return
    setText(file.text)
    setSource({ kind: 'file', name: file.name })
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
    app.router.go({ view: 'article', id: article.id, highlight: null })
    if (done.doubtful > 0) app.reader.checking.set(true)
  }
  return (
    <Dialog
      title="New revision"
      size="large"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" onPress={add} isDisabled={!ready || busy}>
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
          onChange={(next) => {
            setText(next)
            setSource(PASTED)
          }}
          rows={ready ? 3 : 8}
          autoFocus
        />
        <div>
          <Button onPress={choose}>
            <FileText size={15} aria-hidden="true" />
            Choose file…
          </Button>
        </div>
        <Comparison state={state} />
      </div>
    </Dialog>
  )
}

function Comparison({ state }: { readonly state: PreviewState }) {
  switch (state.state) {
    case 'none':
      return null
    case 'comparing':
      return (
        <p className={styles.status} role="status">
          {state.progress
            ? `Looking for highlights… ${state.progress.done.toLocaleString('en')} of ${state.progress.total.toLocaleString('en')}`
            : 'Comparing…'}
        </p>
      )
    case 'failed':
      return (
        <p className={styles.failed} role="alert">
          <CircleAlert size={16} aria-hidden="true" />
          {errorText(state.error)}
        </p>
      )
    case 'ready':
      return state.preview.sameText ? (
        <p className={styles.status} role="status">
          This is the newest revision’s text, to the letter: there is nothing to add.
        </p>
      ) : (
        <Changes preview={state.preview} />
      )
  }
}

function Changes({ preview: { rows, outcomes } }: { readonly preview: RevisionPreview }) {
  const doubtful = outcomes.filter(({ found }) => found === null).length
  return (
    <>
      <p className={styles.counts} role="status">
        {outcomes.length === 0 ? 'No highlights to take along.' : outcomeWords(outcomes.length - doubtful, doubtful)}
      </p>
      {outcomes.length > 0 && (
        <section aria-labelledby="revision-highlights">
          <h3 id="revision-highlights" className={styles.heading}>
            Highlights
          </h3>
          <OutcomeList outcomes={outcomes} />
        </section>
      )}
      <section aria-labelledby="revision-changes">
        <h3 id="revision-changes" className={styles.heading}>
          What changed
        </h3>
        <DiffRows rows={rows} />
      </section>
    </>
  )
}

/** "14 highlights found, 2 need a look". */
function outcomeWords(found: number, doubtful: number): string {
  const rest = doubtful === 0 ? '' : `, ${doubtful} ${doubtful === 1 ? 'needs' : 'need'} a look`
  return `${count(found, 'highlight')} found${rest}`
}
