import { memo } from 'react'
import { GridListItem } from 'react-aria-components'
import type { ConflictId } from '#annotations/model/ids'
import type { ConflictView } from '#contract/exchange-views'
import styles from '../ui/item-list.module.css'
import { LongList } from '../ui/long-list'
import { differsWords, KIND_NAMES } from './words'

/** CSS px. */
const ROW = 84

type ConflictListProps = {
  readonly rows: readonly ConflictView[]
  readonly chosen: ReadonlySet<ConflictId>
  readonly onChoose: (ids: ReadonlySet<ConflictId>) => void
}

/** The open conflicts: arrows and clicks show one beside; Shift and Ctrl choose several, to be decided at once. */
export const ConflictList = memo(function ConflictList({ rows, chosen, onChoose }: ConflictListProps) {
  return (
    <LongList
      label="Conflicts"
      items={rows}
      rowSize={ROW}
      keyOf={keyOf}
      selectionMode="multiple"
      chosen={chosen}
      onChoose={(keys) => onChoose(new Set(rows.flatMap(({ id }) => (keys.has(id) ? [id] : []))))}
      onEnter={() => document.querySelector<HTMLElement>('[data-conflict]')?.focus()}
    >
      {(row) => (
        <GridListItem id={row.id} textValue={row.about} className={styles.item ?? ''}>
          <ConflictLine row={row} />
        </GridListItem>
      )}
    </LongList>
  )
})

function keyOf({ id }: ConflictView): ConflictId {
  return id
}

function ConflictLine({ row }: { readonly row: ConflictView }) {
  return (
    <>
      <span className={styles.words} dir="auto">
        {row.about}
      </span>
      <span className={styles.more}>{`${KIND_NAMES[row.kind]} · ${differsWords(row)}`}</span>
      <span className={styles.quiet} dir="auto">
        {row.articleTitle}
      </span>
    </>
  )
}
