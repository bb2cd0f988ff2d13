import { useMemo } from 'react'
import { allowStyle } from '../bridge/allow-style'
import { FailedPart } from '../ui/failed'
import { count } from '../ui/format'
import { Loading } from '../ui/loading'
import styles from './report-dialog.module.css'
import type { PreviewState } from './use-report-preview'

/** The report on its paper, in a frame that runs nothing. */
export function ReportPreview({ preview }: { readonly preview: PreviewState }) {
  const contents = preview.state === 'ready' ? preview.file.contents : null
  const page = useMemo(() => (contents === null ? null : allowStyle(contents)), [contents])
  return (
    <div className={styles.preview} aria-busy={preview.state === 'waiting'}>
      {page !== null && <iframe className={styles.paper} title="Preview of the report" sandbox="" srcDoc={page} />}
      {preview.state === 'nothing' && <p className={styles.word}>Choose at least one article.</p>}
      {preview.state === 'waiting' && (
        <div className={styles.waiting}>
          <Loading>Putting the report together…</Loading>
        </div>
      )}
      {preview.state === 'failed' && (
        <FailedPart className={styles.word} error={preview.error} onRetry={preview.retry} />
      )}
    </div>
  )
}

/** What the report holds, and what is open in it. */
export function ReportCounts({ preview }: { readonly preview: PreviewState }) {
  if (preview.state !== 'ready') return <p className={styles.counts} role="status" />
  const { claims, passages, articles, unjudged, toCheck } = preview.file.counts
  const open = [
    ...(unjudged > 0 ? [`${count(unjudged, 'claim')} without a verdict`] : []),
    ...(toCheck > 0 ? [`${count(toCheck, 'passage')} to check`] : []),
  ]
  return (
    <p className={styles.counts} role="status">
      {count(claims, 'claim')}, {count(passages, 'passage')}, {count(articles, 'article')}.
      {open.length > 0 && ` Still open: ${open.join(', ')}.`}
    </p>
  )
}
