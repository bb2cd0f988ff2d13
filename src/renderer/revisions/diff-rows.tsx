import { useState } from 'react'
import type { BlockRow, WordPiece } from '#contract/revision-views'
import { Button } from '../ui/button'
import { count, formatNumber } from '../ui/format'
import styles from './diff-rows.module.css'

/** Rows drawn at first: a book that was rewritten has thousands. */
const MOST = 150
/** UTF-16 units of a paragraph that only moved: enough to know it. */
const GLIMPSE = 140

type Shown = { readonly key: number } & (
  | { readonly kind: 'gap'; readonly count: number }
  | { readonly kind: 'row'; readonly row: BlockRow }
)

/** What changed, paragraph by paragraph: those that stayed as they were are counted, not shown. */
export function DiffRows({ rows }: { readonly rows: readonly BlockRow[] }) {
  const [all, setAll] = useState(false)
  const shown = collapse(rows)
  const drawn = all ? shown : shown.slice(0, MOST)
  return (
    <div className={styles.diff}>
      <ol className={styles.rows} aria-label="Changes by paragraph">
        {drawn.map((one) =>
          one.kind === 'gap' ? (
            <li key={one.key} className={styles.gap}>
              {count(one.count, 'paragraph')} unchanged
            </li>
          ) : (
            <Row key={one.key} row={one.row} />
          ),
        )}
      </ol>
      {drawn.length < shown.length && (
        <Button look="quiet" onPress={() => setAll(true)}>
          Show all {formatNumber(shown.length)}
        </Button>
      )}
    </div>
  )
}

function collapse(rows: readonly BlockRow[]): Shown[] {
  const shown: Shown[] = []
  let same = 0
  const flush = (key: number) => {
    if (same > 0) shown.push({ kind: 'gap', key: -key - 1, count: same })
    same = 0
  }
  for (const [key, row] of rows.entries()) {
    if (row.kind === 'same' && !row.moved) same++
    else {
      flush(key)
      shown.push({ kind: 'row', key, row })
    }
  }
  flush(rows.length)
  return shown
}

const LABELS: { readonly [K in BlockRow['kind']]: string } = {
  same: '',
  changed: 'Changed',
  added: 'Added',
  removed: 'Removed',
}

function Row({ row: { kind, moved, pieces } }: { readonly row: BlockRow }) {
  const label = [LABELS[kind], moved && (kind === 'same' ? 'Moved' : 'moved')].filter(Boolean).join(', ')
  return (
    <li className={styles.row} data-kind={kind}>
      <span className={styles.label}>{label}</span>
      <p className={styles.text} dir="auto">
        {kind === 'same' ? glimpse(pieces) : <Pieces pieces={pieces} />}
      </p>
    </li>
  )
}

/** Words with what was added and removed marked by element, hue and line. */
function Pieces({ pieces }: { readonly pieces: readonly WordPiece[] }) {
  return pieces.map(({ kind, text }, index) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a paragraph never change places
    if (kind === 'added') return <ins key={index}>{text}</ins>
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a paragraph never change places
    if (kind === 'removed') return <del key={index}>{text}</del>
    return text
  })
}

function glimpse(pieces: readonly WordPiece[]): string {
  const text = pieces.map((piece) => piece.text).join('')
  return text.length <= GLIMPSE ? text : `${text.slice(0, text.lastIndexOf(' ', GLIMPSE) + 1 || GLIMPSE).trimEnd()}…`
}
