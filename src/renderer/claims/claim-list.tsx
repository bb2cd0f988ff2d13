import { createContext, memo, useContext, useMemo } from 'react'
import { GridListItem } from 'react-aria-components'
import type { ClaimRow } from '#annotations/dossiers/claim-row'
import type { HighlightId } from '#annotations/model/ids'
import { PickBox } from '../bulk/pick-box'
import { classNames } from '../ui/class-names'
import list from '../ui/item-list.module.css'
import { LongList } from '../ui/long-list'
import styles from './claim-list.module.css'
import { RatingMark } from './rating-mark'
import { againstWords, toldWords } from './words'

/** CSS px. */
const ROW = 96

type ClaimListProps = {
  readonly rows: readonly ClaimRow[]
  readonly chosen: HighlightId
  readonly onChoose: (claim: HighlightId) => void
  readonly autoFocus: boolean
}

/** The claims: arrows and clicks open a dossier beside, Enter goes into it. */
export const ClaimList = memo(function ClaimList({ rows, chosen, onChoose, autoFocus }: ClaimListProps) {
  return (
    <Shown value={useMemo(() => rows.map(({ id }) => id), [rows])}>
      <LongList
        label="Claims"
        items={rows}
        rowSize={ROW}
        autoFocus={autoFocus}
        keyOf={keyOf}
        chosen={useMemo(() => new Set([chosen]), [chosen])}
        onChoose={(keys) => {
          const row = rows.find(({ id }) => keys.has(id))
          if (row) onChoose(row.id)
        }}
        onEnter={() => document.querySelector<HTMLElement>('[data-dossier]')?.focus()}
      >
        {(row) => (
          <GridListItem id={row.id} textValue={row.exact} className={classNames(list.item, styles.item)}>
            <ClaimLine row={row} />
          </GridListItem>
        )}
      </LongList>
    </Shown>
  )
})

function keyOf({ id }: ClaimRow): HighlightId {
  return id
}

/** The claims in their order, for what Shift selects. */
const Shown = createContext<readonly HighlightId[]>([])

function ClaimLine({ row }: { readonly row: ClaimRow }) {
  const against = againstWords(row)
  const shown = useContext(Shown)
  return (
    <>
      <span className={styles.pick}>
        <PickBox highlight={{ id: row.id, tag: 'claim', exact: row.exact }} list={shown} />
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
    </>
  )
}
