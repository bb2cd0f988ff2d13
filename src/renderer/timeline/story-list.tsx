import { memo, useMemo } from 'react'
import { GridList, GridListItem, ListLayout, Virtualizer } from 'react-aria-components'
import type { ClaimRow } from '#annotations/dossiers/claim-row'
import type { HighlightId } from '#annotations/model/ids'
import { againstWords } from '../claims/words'
import panel from '../figures/figure-panel.module.css'
import { count } from '../ui/format'
import styles from './timeline-panel.module.css'

/** CSS px. */
const LAYOUT = { rowSize: 62 }
const ALL = 'all'

type Item = { readonly id: HighlightId | typeof ALL; readonly row: ClaimRow | null }
type StoryListProps = {
  readonly rows: readonly ClaimRow[]
  readonly chosen: HighlightId | null
  readonly onChoose: (story: HighlightId | typeof ALL) => void
}

/** The stories that can be lit, and none of them. */
export const StoryList = memo(function StoryList({ rows, chosen, onChoose }: StoryListProps) {
  const items = useMemo<readonly Item[]>(
    () => [{ id: ALL, row: null }, ...rows.map((row) => ({ id: row.id, row }))],
    [rows],
  )
  return (
    <Virtualizer layout={ListLayout} layoutOptions={LAYOUT}>
      <GridList
        aria-label="Stories"
        className={panel.list ?? ''}
        items={items}
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        disallowTypeAhead
        selectedKeys={[chosen ?? ALL]}
        onSelectionChange={(keys) => {
          const item = keys === 'all' ? undefined : items.find(({ id }) => keys.has(id))
          if (item) onChoose(item.id)
        }}
      >
        {(item) => <StoryItem id={item.id} row={item.row} total={rows.length} />}
      </GridList>
    </Virtualizer>
  )
})

/** React Aria knows items of a collection by their `id`. */
function StoryItem({ id, row, total }: Item & { readonly total: number }) {
  if (row === null) {
    return (
      <GridListItem id={id} textValue="All links" className={panel.item ?? ''}>
        <span className={styles.everything}>All links</span>
        <span className={panel.about}>{count(total, 'story', 'stories')} to follow</span>
      </GridListItem>
    )
  }
  const against = againstWords(row)
  return (
    <GridListItem id={id} textValue={row.exact} className={panel.item ?? ''}>
      <span className={panel.words} dir="auto">
        {row.exact}
      </span>
      <span className={`${panel.about} ${styles.about}`} data-against={against !== null || undefined} dir="auto">
        {against ?? `${count(row.papers.length, 'paper')}, nothing against it`}
      </span>
    </GridListItem>
  )
}
