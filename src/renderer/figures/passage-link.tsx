import type { ReactNode } from 'react'
import { Link } from 'react-aria-components'
import type { Tag } from '#annotations/model/highlight'
import type { ArticleId, HighlightId } from '#annotations/model/ids'
import { formatRoute } from '../state/route'
import styles from './passage-link.module.css'

type Passage = { readonly id: HighlightId; readonly articleId: ArticleId; readonly tag: Tag; readonly exact: string }

/** A passage under the line of its tag; it leads to its article. */
export function PassageLink({ passage }: { readonly passage: Passage }) {
  return (
    <Link
      className={styles.passage ?? ''}
      data-tag={passage.tag}
      href={formatRoute({ view: 'article', id: passage.articleId, highlight: passage.id })}
      dir="auto"
    >
      {passage.exact}
    </Link>
  )
}

/** A line of a list of passages: what is known of one, and the passage. */
export function PassageLine({ meta, children }: { readonly meta: ReactNode; readonly children: ReactNode }) {
  return (
    <li className={styles.line}>
      <p className={styles.meta}>{meta}</p>
      {children}
    </li>
  )
}

export function PassageList({ children, label }: { readonly children: ReactNode; readonly label: string }) {
  return (
    <ol className={styles.list} aria-label={label} data-pick-list="">
      {children}
    </ol>
  )
}
