import { Cell } from 'react-aria-components'
import type { ArticleSummary } from '#contract/views'
import type { LibraryColumn } from '../state/library-list'
import { formatPublished, languageName, toCheckWords } from '../ui/format'
import type { ColumnSpec } from './columns'
import styles from './library-table.module.css'

type ArticleCellProps = {
  readonly summary: ArticleSummary
  readonly column: ColumnSpec
  /** All that are shown: what has no column of its own is told under the title. */
  readonly columns: readonly ColumnSpec[]
}

/** One value of an article in the library. */
export function ArticleCell({ summary, column, columns }: ArticleCellProps) {
  if (column.id === 'title') return <TitleCell summary={summary} columns={columns} />
  const words = valueWords(summary, column.id)
  return (
    <Cell
      className={styles.cell ?? ''}
      data-number={column.number}
      data-none={words === '0' || undefined}
      data-last={column.id === 'links' || undefined}
    >
      <span className={styles.value} dir="auto" title={column.number ? undefined : words}>
        {words}
      </span>
    </Cell>
  )
}

function TitleCell({ summary, columns }: Omit<ArticleCellProps, 'column'>) {
  const { article } = summary
  const missing = (['publisher', 'published'] as const).filter((id) => !columns.some((column) => column.id === id))
  const under = missing.map((id) => valueWords(summary, id)).filter(Boolean)
  return (
    <Cell className={styles.cell ?? ''}>
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
    </Cell>
  )
}

function valueWords({ article, counts, links }: ArticleSummary, column: Exclude<LibraryColumn, 'title'>): string {
  switch (column) {
    case 'publisher':
      return article.publisher ?? ''
    case 'published':
      return article.published === null ? '' : formatPublished(article.published)
    case 'language':
      return article.language === null ? '' : languageName(article.language)
    case 'links':
      return links.toLocaleString('en')
    default:
      return counts[column].toLocaleString('en')
  }
}
