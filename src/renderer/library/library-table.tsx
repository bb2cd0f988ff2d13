import { type KeyboardEvent, memo, useLayoutEffect, useMemo, useRef } from 'react'
import { Cell, Column, type Key, Row, Table, TableBody, TableHeader, Virtualizer } from 'react-aria-components'
import { type ArticleId, articleIdSchema } from '#annotations/model/ids'
import type { ArticleSummary } from '#contract/views'
import { useApp } from '../state/app-context'
import type { LibraryColumn, LibraryPlace, LibrarySort } from '../state/library-route'
import { Checkbox } from '../ui/checkbox'
import { ArticleCell } from './article-cell'
import { type ColumnSpec, columnsFor } from './columns'
import styles from './library-table.module.css'
import { LongTableLayout } from './long-table-layout'
import { rowAt, useModifiedClicks } from './use-modified-clicks'
import { useRowsMade } from './use-rows-made'
import { useWidth } from './use-width'

/** CSS px. Rows are all of one height, so that thousands scroll without being measured. */
const LAYOUT = { rowHeight: 56, headingHeight: 34 }
const CHECKBOX_WIDTH = 48

type LibraryTableProps = {
  readonly rows: readonly ArticleSummary[]
  readonly sort: LibrarySort
  readonly selected: ReadonlySet<ArticleId>
  readonly onOpen: (id: ArticleId) => void
  readonly onRemove: (id: ArticleId) => void
}

/** The articles as a grid: arrows move, Enter or a click opens, Space, Ctrl and Shift select, Delete removes. Drawn anew only when its rows change. */
export const LibraryTable = memo(function LibraryTable({ rows, sort, selected, onOpen, onRemove }: LibraryTableProps) {
  const app = useApp()
  const frame = useRef<HTMLDivElement>(null)
  const width = useWidth(frame)
  const columns = useMemo(() => columnsFor(width), [width])

  const order = useMemo(() => rows.map(({ article }) => article.id), [rows])
  const change = (how: 'go' | 'note', part: Partial<LibraryPlace>) => {
    const place = app.router.route.get()
    if (place.view === 'library') app.router[how]({ ...place, ...part })
  }
  const select = (next: ReadonlySet<ArticleId>) => change('note', { selected: [...next] })
  const clicks = useModifiedClicks(order, selected, select)
  const sortBy = (column: LibraryColumn, direction: string) =>
    change('go', { sort: { column, descending: direction === 'descending' } })
  const { made, onScrollCapture, onEndCapture } = useRowsMade(rows.length, LAYOUT.rowHeight)
  const shown = useMemo(() => rows.slice(0, made), [rows, made])
  const layout = useMemo(() => ({ ...LAYOUT, total: rows.length }), [rows.length])
  useLayoutEffect(() => {
    // React Aria counts the rows that are made; who cannot see the list is told of all of them, and the heading.
    frame.current?.querySelector('[role="grid"]')?.setAttribute('aria-rowcount', String(rows.length + 1))
  })
  const onKeyDownCapture = (event: KeyboardEvent) => {
    onEndCapture(event)
    const id = isRow(event.target) ? rowAt(event.target) : null
    if (id === null) return
    if (event.key === 'Enter') onOpen(id)
    else if (event.key === 'Delete') onRemove(id)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div
      ref={frame}
      className={styles.frame}
      onKeyDownCapture={onKeyDownCapture}
      onScrollCapture={onScrollCapture}
      {...clicks}
    >
      {width > 0 && (
        <Virtualizer layout={LongTableLayout} layoutOptions={layout}>
          <Table
            aria-label="Articles"
            className={styles.table ?? ''}
            selectionMode="multiple"
            selectedKeys={selected}
            onSelectionChange={(keys) => select(keys === 'all' ? new Set(order) : articleIds(keys))}
            sortDescriptor={{ column: sort.column, direction: sort.descending ? 'descending' : 'ascending' }}
            onSortChange={({ column, direction }) => {
              const spec = columns.find(({ id }) => id === column)
              if (spec) sortBy(spec.id, direction)
            }}
            onRowAction={(key) => onOpen(articleIdSchema.parse(key))}
          >
            <TableHeader className={styles.head ?? ''}>
              <Column id="select" width={CHECKBOX_WIDTH} className={styles.checkColumn ?? ''}>
                <Checkbox slot="selection" />
              </Column>
              {columns.map((column) => (
                <HeaderCell key={column.id} column={column} />
              ))}
            </TableHeader>
            <TableBody items={shown} dependencies={[columns]}>
              {(summary) => (
                <Row id={summary.article.id} textValue={summary.article.title} className={styles.row ?? ''}>
                  <Cell className={styles.check ?? ''}>
                    <Checkbox slot="selection" />
                  </Cell>
                  {columns.map((column) => (
                    <ArticleCell key={column.id} summary={summary} column={column} columns={columns} />
                  ))}
                </Row>
              )}
            </TableBody>
          </Table>
        </Virtualizer>
      )}
    </div>
  )
})

function HeaderCell({ column }: { readonly column: ColumnSpec }) {
  return (
    <Column
      id={column.id}
      isRowHeader={column.id === 'title'}
      allowsSorting
      width={column.width}
      className={styles.column ?? ''}
      data-number={column.number}
      data-last={column.id === 'links' || undefined}
      data-tag={column.id}
    >
      {({ sortDirection }) => (
        <>
          <span className={styles.columnName}>{column.name}</span>
          <span aria-hidden="true" className={styles.arrow}>
            {sortDirection === undefined ? '' : sortDirection === 'ascending' ? '↑' : '↓'}
          </span>
        </>
      )}
    </Column>
  )
}

/** The same set where it holds ids alone: React Aria keeps in it where a range began. */
function articleIds(keys: Set<Key>): ReadonlySet<ArticleId> {
  return isArticleIds(keys) ? keys : new Set()
}

function isArticleIds(keys: Set<Key>): keys is Set<ArticleId> {
  return [...keys].every((key) => articleIdSchema.safeParse(key).success)
}

/** Whether a row has the focus itself, rather than something within it. */
function isRow(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.role === 'row'
}
