import { useEffect, useState } from 'react'
import type { ExportScope } from '#annotations/exchange/scope'
import type { ExportPreview } from '#contract/views'
import type { AppModel } from '../state/app-model'
import { count } from '../ui/format'
import styles from './form.module.css'

/** What an export would hold; null until it is known, and where there is nothing to export. */
export function useExportPreview(app: AppModel, scope: ExportScope | null, format: string): ExportPreview | null {
  const [preview, setPreview] = useState<ExportPreview | null>(null)
  const asked = scope === null ? null : JSON.stringify(scope)
  useEffect(() => {
    setPreview(null)
    if (asked === null) return
    let current = true
    // The scope is compared by what it says: a new object of the same ids asks nothing anew.
    const same: ExportScope = JSON.parse(asked)
    void app.ask('desk.previewExport', { scope: same, format }).then((found) => {
      if (current) setPreview(found)
    })
    return () => {
      current = false
    }
  }, [app, asked, format])
  return preview
}

type ExportLossesProps = {
  readonly preview: ExportPreview | null
  /** Whether the app imports the file again, with all that is in it. */
  readonly restores: boolean
}

/** What goes out and what does not, before anything is saved. */
export function ExportLosses({ preview, restores }: ExportLossesProps) {
  if (preview === null) return null
  const { articles, highlights, links, leftOut, lost, hidden, start } = preview
  return (
    <>
      <div className={styles.form} role="status">
        <p className={styles.lead}>
          {count(articles, 'article')}, {count(highlights, 'highlight')} and {count(links, 'link')}.
          {restores && ' Importing the file into another desk restores them.'}
        </p>
        <Sentences title="Not in the file:" sentences={[...leftOut, ...lost]} />
        <Sentences title="Kept in fields that other programs pass over:" sentences={hidden} />
      </div>
      {start !== null && (
        <section aria-label={`First lines of ${start.name}`} className={styles.start}>
          <p className={styles.lead}>
            How <span className={styles.path}>{start.name}</span> begins:
          </p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard. */}
          <pre tabIndex={0}>{start.text}</pre>
        </section>
      )}
    </>
  )
}

function Sentences({ title, sentences }: { readonly title: string; readonly sentences: readonly string[] }) {
  if (sentences.length === 0) return null
  return (
    <div className={styles.lead}>
      {title}
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  )
}
