import { memo, useState } from 'react'
import { GridList, GridListItem, ListLayout, type Selection, Virtualizer } from 'react-aria-components'
import type { ConflictId } from '#annotations/model/ids'
import type { ConflictView } from '#contract/exchange-views'
import styles from '../ui/item-list.module.css'
import { differsWords, KIND_NAMES } from './words'

/** CSS px. Rows are all of one height, so that thousands scroll without being measured. */
const LAYOUT = { rowSize: 84 }

type ConflictListProps = {
  readonly rows: readonly ConflictView[]
  readonly selected: ReadonlySet<ConflictId>
  readonly onSelect: (ids: ReadonlySet<ConflictId>) => void
}

/** The open conflicts: arrows and clicks show one beside; Shift and Ctrl choose several, to be decided at once. */
export const ConflictList = memo(function ConflictList({ rows, selected, onSelect }: ConflictListProps) {
  const [autoFocus] = useState(() => document.activeElement === document.body)
  const select = (keys: Selection) =>
    onSelect(new Set(rows.flatMap(({ id }) => (keys === 'all' || keys.has(id) ? [id] : []))))
  return (
    <div className={styles.frame}>
      <Virtualizer layout={ListLayout} layoutOptions={LAYOUT}>
        <GridList
          aria-label="Conflicts"
          className={styles.list ?? ''}
          items={rows}
          autoFocus={autoFocus}
          selectionMode="multiple"
          selectionBehavior="replace"
          disallowEmptySelection
          // Digits are shortcuts.
          disallowTypeAhead
          selectedKeys={selected}
          onSelectionChange={select}
        >
          {(row) => <ConflictItem id={row.id} row={row} />}
        </GridList>
      </Virtualizer>
    </div>
  )
})

/** React Aria knows items of a collection by their `id`. */
function ConflictItem({ id, row }: { readonly id: ConflictId; readonly row: ConflictView }) {
  return (
    <GridListItem id={id} textValue={row.about} className={styles.item ?? ''}>
      <span className={styles.words} dir="auto">
        {row.about}
      </span>
      <span className={styles.more}>{`${KIND_NAMES[row.kind]} · ${differsWords(row)}`}</span>
      <span className={styles.quiet} dir="auto">
        {row.articleTitle}
      </span>
    </GridListItem>
  )
}
