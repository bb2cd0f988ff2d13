import type { ReactNode } from 'react'
import { Link } from 'react-aria-components'
import type { HighlightBrief } from '#contract/views'
import { formatRoute } from '../state/route'
import { formatPublished } from '../ui/format'
import styles from './dossier-pane.module.css'

/** When and where a passage was published. */
export function PassageMeta({
  passage,
  children,
}: {
  readonly passage: HighlightBrief
  readonly children?: ReactNode
}) {
  return (
    <p className={styles.meta}>
      {passage.published !== null && (
        <time className={styles.date} dateTime={passage.published}>
          {formatPublished(passage.published)}
        </time>
      )}
      <bdi className={styles.paper} title={passage.articleTitle}>
        {passage.publisher ?? passage.articleTitle}
      </bdi>
      {children}
    </p>
  )
}

type LeadProps = {
  /**
   * Notes which line one leaves by. At the press: with Enter, the browser goes before the key is let go, which React Aria takes for
   * the end of a press.
   */
  readonly leave: () => void
}

/** A passage in its own words, which lead to it. */
export function PassageQuote({ passage, leave }: LeadProps & { readonly passage: HighlightBrief }) {
  return (
    <Link
      className={styles.quote ?? ''}
      data-tag={passage.tag}
      href={routeToPassage(passage)}
      onPressStart={leave}
      dir="auto"
    >
      {passage.exact}
    </Link>
  )
}

type SourcesProps = LeadProps & {
  readonly sources: readonly HighlightBrief[]
  readonly wordsOf: (source: HighlightBrief) => string
}

/** The attributions that say whose words a passage is, each leading to its own. */
export function PassageSources({ sources, wordsOf, leave }: SourcesProps) {
  if (sources.length === 0) return null
  return (
    <p className={styles.sources}>
      {sources.map((source) => (
        <Link
          key={source.id}
          className={styles.source ?? ''}
          href={routeToPassage(source)}
          onPressStart={leave}
          dir="auto"
        >
          {wordsOf(source)}
        </Link>
      ))}
    </p>
  )
}

export function routeToPassage({ articleId, id }: HighlightBrief): string {
  return formatRoute({ view: 'article', id: articleId, highlight: id })
}
