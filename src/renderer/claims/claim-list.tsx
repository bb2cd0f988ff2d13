import { createContext, type KeyboardEvent, memo, useContext, useMemo, useState } from 'react'
import { GridList, GridListItem, ListLayout, Virtualizer } from 'react-aria-components'
import type { ClaimRow } from '#annotations/dossiers/claim-row'
import type { HighlightId } from '#annotations/model/ids'
import { PickBox } from '../bulk/pick-box'
import { classNames } from '../ui/class-names'
import list from '../ui/item-list.module.css'
import styles from './claim-list.module.css'
import { RatingMark } from './rating-mark'
import { againstWords, toldWords } from './words'

/** CSS px. Rows are all of one height, so that thousands scroll without being measured. */
const LAYOUT = { rowSize: 96 }

type ClaimListProps = {
  readonly rows: readonly ClaimRow[]
  readonly chosen: HighlightId
  readonly onChoose: (claim: HighlightId) => void
}

/** The claims: arrows and clicks open a dossier beside, Enter goes into it. */
export const ClaimList = memo(function ClaimList({ rows, chosen, onChoose }: ClaimListProps) {
  // Who comes by a shortcut goes on by keys; who clicked a link keeps the focus there.
  const [autoFocus] = useState(() => document.activeElement === document.body)
  const onKeyDownCapture = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLElement) || event.target.role !== 'row') return
    document.querySelector<HTMLElement>('[data-dossier]')?.focus()
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <Shown value={useMemo(() => rows.map(({ id }) => id), [rows])}>
      <div className={list.frame} onKeyDownCapture={onKeyDownCapture} data-pick-list>
        <Virtualizer layout={ListLayout} layoutOptions={LAYOUT}>
          <GridList
            aria-label="Claims"
            className={list.list ?? ''}
            items={rows}
            autoFocus={autoFocus}
            selectionMode="single"
            selectionBehavior="replace"
            disallowEmptySelection
            // Letters are shortcuts.
            disallowTypeAhead
            selectedKeys={[chosen]}
            onSelectionChange={(keys) => {
              const row = keys === 'all' ? undefined : rows.find(({ id }) => keys.has(id))
              if (row) onChoose(row.id)
            }}
          >
            {(row) => <ClaimItem id={row.id} row={row} />}
          </GridList>
        </Virtualizer>
      </div>
    </Shown>
  )
})

/** The claims in their order, for what Shift selects. */
const Shown = createContext<readonly HighlightId[]>([])

/** React Aria knows items of a collection by their `id`. */
function ClaimItem({ id, row }: { readonly id: HighlightId; readonly row: ClaimRow }) {
  const against = againstWords(row)
  const shown = useContext(Shown)
  return (
    <GridListItem id={id} textValue={row.exact} className={classNames(list.item, styles.item)}>
      <span className={styles.pick}>
        <PickBox highlight={{ id, tag: 'claim', exact: row.exact }} list={shown} />
      </span>
      <span className={classNames(list.words, styles.words)} dir="auto">
        {row.exact}
      </span>
      <span className={list.quiet} dir="auto">
        {row.rating !== 'unchecked' && (
          <>
            <RatingMark rating={row.rating} />
            {' · '}
          </>
        )}
        {toldWords(row)}
      </span>
      {against !== null && (
        <span className={classNames(list.more, styles.against)} dir="auto">
          {against}
        </span>
      )}
    </GridListItem>
  )
}
