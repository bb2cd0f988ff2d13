import { Link } from 'react-aria-components'
import type { ChangeSetId } from '#annotations/model/ids'
import type { HistoryEntry } from '#contract/views'
import { formatRoute } from '../state/route'
import { count, formatTime } from '../ui/format'
import styles from './history-view.module.css'

const KINDS: { readonly [K in HistoryEntry['kind']]: string | null } = { do: null, undo: 'Undone', redo: 'Redone' }

type HistoryLineProps = {
  readonly entry: HistoryEntry
  /** Called before one goes to an article that it touched: at the press, since Enter goes before the key is let go. */
  readonly onLeave: (id: ChangeSetId) => void
}

/** One change: when, what, where, and by whom. */
export function HistoryLine({ entry, onLeave }: HistoryLineProps) {
  const kind = KINDS[entry.kind]
  return (
    <li className={styles.line} data-change={entry.id}>
      <time className={styles.time} dateTime={entry.at}>
        {formatTime(entry.at)}
      </time>
      <div>
        <p className={styles.label} dir="auto">
          {kind && <span className={styles.kind}>{kind}</span>}
          {entry.label}
          {entry.size > 1 && <span className={styles.size}>{count(entry.size, 'record')}</span>}
        </p>
        {entry.articles.length > 0 && (
          <ul className={styles.articles}>
            {entry.articles.map((article) => (
              <li key={article.id}>
                <Link
                  className={styles.article ?? ''}
                  onPressStart={() => onLeave(entry.id)}
                  href={formatRoute({ view: 'article', id: article.id, highlight: null })}
                >
                  <span dir="auto">{article.title}</span>
                </Link>
              </li>
            ))}
          </ul>
        )}
      </div>
      <span className={styles.annotator} dir="auto">
        {entry.annotator || 'No name'}
      </span>
    </li>
  )
}
