import { type KeyboardEvent, useMemo, useRef } from 'react'
import {
  Cell,
  Column,
  Row,
  type Selection,
  Table,
  TableBody,
  TableHeader,
  TableLayout,
  Virtualizer,
} from 'react-aria-components'
import { type ArticleId, articleIdSchema } from '#annotations/model/ids'
import type { ArticleSummary } from '#contract/views'
import { useApp } from '../state/app-context'
import type { LibraryColumn } from '../state/library-list'
import { useStore } from '../state/store'
import { Checkbox } from '../ui/checkbox'
import { ArticleCell } from './article-cell'
import { type ColumnSpec, columnsFor } from './columns'
import styles from './library-table.module.css'
import { useWidth } from './use-width'

/** CSS px. Rows are all of one height, so that thousands scroll without being measured. */
const LAYOUT = { rowHeight: 56, headingHeight: 34 }
const CHECKBOX_WIDTH = 48

type LibraryTableProps = {
  readonly rows: readonly ArticleSummary[]
  readonly onOpen: (id: ArticleId) => void
  readonly onRemove: (id: ArticleId) => void
}

/** The articles as a grid: arrows move, Enter or a click opens, Space, Ctrl and Shift select, Delete removes. */
export function LibraryTable({ rows, onOpen, onRemove }: LibraryTableProps) {
  const app = useApp()
  const sort = useStore(app.libraryList.sort, (value) => value)
  const selected = useStore(app.libraryList.selected, (value) => value)
  const frame = useRef<HTMLDivElement>(null)
  const width = useWidth(frame)
  const columns = useMemo(() => columnsFor(width), [width])
  const withModifier = useRef(false)

  const select = (selection: Selection) =>
    app.libraryList.selected.set(
      new Set(selection === 'all' ? rows.map(({ article }) => article.id) : idsOf(selection)),
    )
  const sortBy = (column: LibraryColumn, direction: string) =>
    app.libraryList.sort.set({ column, descending: direction === 'descending' })
  const onKeyDownCapture = (event: KeyboardEvent) => {
    const id = rowOf(event.target)
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
      onPointerDownCapture={(event) => {
        withModifier.current = event.ctrlKey || event.metaKey || event.shiftKey
      }}
      onKeyDownCapture={onKeyDownCapture}
    >
      {width > 0 && (
        <Virtualizer layout={TableLayout} layoutOptions={LAYOUT}>
          <Table
            aria-label="Articles"
            className={styles.table ?? ''}
            selectionMode="multiple"
            selectedKeys={selected}
            onSelectionChange={select}
            sortDescriptor={{ column: sort.column, direction: sort.descending ? 'descending' : 'ascending' }}
            onSortChange={({ column, direction }) => {
              const spec = columns.find(({ id }) => id === column)
              if (spec) sortBy(spec.id, direction)
            }}
            onRowAction={(key) => {
              const id = articleIdSchema.parse(key)
              // React Aria opens on a plain click while nothing is selected; with a modifier the click begins a selection.
              if (withModifier.current) select(new Set([id]))
              else onOpen(id)
            }}
          >
            <TableHeader className={styles.head ?? ''}>
              <Column id="select" width={CHECKBOX_WIDTH} className={styles.checkColumn ?? ''}>
                <Checkbox slot="selection" />
              </Column>
              {columns.map((column) => (
                <HeaderCell key={column.id} column={column} />
              ))}
            </TableHeader>
            <TableBody items={rows} dependencies={[columns]}>
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
}

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

function idsOf(keys: Iterable<string | number>): ArticleId[] {
  return Array.from(keys, (key) => articleIdSchema.parse(key))
}

/** The article of the row that has the focus itself, rather than something within it. */
function rowOf(target: EventTarget): ArticleId | null {
  const key = target instanceof HTMLElement && target.role === 'row' ? target.dataset.key : undefined
  return articleIdSchema.safeParse(key).data ?? null
}
