import { Cell } from 'react-aria-components'
import type { ArticleSummary } from '#contract/views'
import type { LibraryColumn } from '../state/library-route'
import { formatNumber, formatPublished, languageName, toCheckWords } from '../ui/format'
import type { ColumnSpec } from './columns'
import styles from './library-table.module.css'

type ArticleCellProps = {
  readonly summary: ArticleSummary
  readonly column: ColumnSpec
  /** All that are shown: what has no column of its own is told under the title. */
  readonly columns: readonly ColumnSpec[]
}

/**
 * One value of an article in the library. React Aria makes the cells of every row of the list, and draws those in view: what a
 * cell says is worked out only when it is drawn.
 */
export function ArticleCell({ summary, column, columns }: ArticleCellProps) {
  if (column.id === 'title')
    return (
      <Cell className={styles.cell ?? ''}>
        <Title summary={summary} columns={columns} />
      </Cell>
    )
  return (
    <Cell
      className={styles.cell ?? ''}
      data-number={column.number}
      data-none={countOf(summary, column.id) === 0 || undefined}
      data-last={column.id === 'links' || undefined}
    >
      <Value summary={summary} id={column.id} />
    </Cell>
  )
}

function Value({ summary, id }: { readonly summary: ArticleSummary; readonly id: Column }) {
  const count = countOf(summary, id)
  const words = textOf(summary, id)
  return (
    <span className={styles.value} dir="auto" title={words ?? undefined}>
      {count === null ? words : formatNumber(count)}
    </span>
  )
}

function Title({ summary, columns }: Omit<ArticleCellProps, 'column'>) {
  const { article } = summary
  const missing = (['publisher', 'published'] as const).filter((id) => !columns.some((column) => column.id === id))
  const under = missing.map((id) => textOf(summary, id)).filter(Boolean)
  return (
    <>
      <span className={styles.articleTitle} dir="auto" title={article.title}>
        {article.title}
      </span>
      {(summary.orphans > 0 || under.length > 0) && (
        <span className={styles.under}>
          {summary.orphans > 0 && <span className={styles.toCheck}>{toCheckWords(summary.orphans)}</span>}
          {summary.orphans > 0 && under.length > 0 && ' · '}
          <bdi>{under.join(' · ')}</bdi>
        </span>
      )}
    </>
  )
}

type Column = Exclude<LibraryColumn, 'title'>

function textOf({ article }: ArticleSummary, column: Column): string | null {
  switch (column) {
    case 'publisher':
      return article.publisher
    case 'published':
      return article.published && formatPublished(article.published)
    case 'language':
      return article.language && languageName(article.language)
    default:
      return null
  }
}

/** Null for a column that does not count. */
function countOf({ counts, links }: ArticleSummary, column: Column): number | null {
  switch (column) {
    case 'publisher':
    case 'published':
    case 'language':
      return null
    case 'links':
      return links
    default:
      return counts[column]
  }
}
