import { type KeyboardEvent, memo, useDeferredValue, useMemo, useRef } from 'react'
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
import { FIRST_ROWS, useNearRows } from './use-near-rows'
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
  // The address keeps the articles alone; React Aria's own set knows where a range began, for Shift to go on from there.
  const latest = useRef<ReadonlySet<ArticleId>>(selected)
  const select = (next: ReadonlySet<ArticleId>) => {
    latest.current = next
    change('note', { selected: [...next] })
  }
  const clicks = useModifiedClicks(order, selected, select)
  const sortBy = (column: LibraryColumn, direction: string) =>
    change('go', { sort: { column, descending: direction === 'descending' } })
  const { made, onScrollCapture, onEdgeCapture } = useNearRows(order, frame, LAYOUT.rowHeight)
  const itemOf = useMemo(() => rowItems(columns), [columns])
  // A window that opens does not wait for what is far below it.
  const whole = useDeferredValue(true, false)
  const items = useMemo(
    () => (whole ? rows : rows.slice(0, FIRST_ROWS)).map((row) => itemOf(row, made.has(row.article.id))),
    [rows, whole, made, itemOf],
  )
  const onKeyDownCapture = (event: KeyboardEvent) => {
    onEdgeCapture(event)
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
        <Virtualizer layout={LongTableLayout} layoutOptions={LAYOUT}>
          <Table
            aria-label="Articles"
            className={styles.table ?? ''}
            selectionMode="multiple"
            selectedKeys={isSame(latest.current, selected) ? latest.current : selected}
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
            <TableBody items={items}>
              {({ id, summary, columns: shown }) => (
                <Row id={id} textValue={summary.article.title} className={styles.row ?? ''}>
                  {shown.length > 0 && (
                    <Cell className={styles.check ?? ''}>
                      <Checkbox slot="selection" />
                    </Cell>
                  )}
                  {shown.map((column) => (
                    <ArticleCell key={column.id} summary={summary} column={column} columns={shown} />
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

type RowItem = {
  readonly id: ArticleId
  readonly summary: ArticleSummary
  /** None: a row without cells. */
  readonly columns: readonly ColumnSpec[]
}

/** Makes each row's item once, with cells and without: React Aria makes a row anew when its item is another one. */
function rowItems(columns: readonly ColumnSpec[]): (summary: ArticleSummary, made: boolean) => RowItem {
  const full = new WeakMap<ArticleSummary, RowItem>()
  return (summary, made) => {
    const known = made ? full : HOLLOW
    const item = known.get(summary) ?? { id: summary.article.id, summary, columns: made ? columns : [] }
    known.set(summary, item)
    return item
  }
}

const HOLLOW = new WeakMap<ArticleSummary, RowItem>()

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

function isSame<T>(one: ReadonlySet<T>, other: ReadonlySet<T>): boolean {
  return one === other || (one.size === other.size && [...one].every((item) => other.has(item)))
}

function isArticleIds(keys: Set<Key>): keys is Set<ArticleId> {
  return [...keys].every((key) => articleIdSchema.safeParse(key).success)
}

/** Whether a row has the focus itself, rather than something within it. */
function isRow(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.role === 'row'
}
