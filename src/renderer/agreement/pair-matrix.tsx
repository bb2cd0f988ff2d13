import type { KeyboardEvent } from 'react'
import { PAIR_NUMBERS, type PairCell, type PairNumber, pairTable } from '#annotations/agreement/pair-table'
import { coefficientWords, twoDigits } from '#annotations/agreement/words'
import type { AgreementView } from '#contract/agreement-views'
import type { SidePair } from '../state/agreement-route'
import { Select } from '../ui/select'
import styles from './pair-matrix.module.css'
import { listed } from './words'

const NUMBER_NAMES: { readonly [N in PairNumber]: string } = {
  kappa: 'κ characters',
  'kappa-sentences': 'κ sentences',
  'u-alpha': 'uα',
  'f1-exact': 'F1, same passage',
  f1: 'F1, overlapping',
}

type MatrixProps = {
  readonly view: AgreementView
  readonly pair: SidePair | null
  readonly number: PairNumber
  readonly onNumber: (number: PairNumber) => void
  readonly onChoose: (pair: SidePair | null) => void
}

/** Each two of the sides in a table of one number: who agrees with whom, at a glance. A cell shows all numbers of its two. */
export function PairMatrix({ view: { names, pairs }, pair, number, onNumber, onChoose }: MatrixProps) {
  const rows = pairTable(names.length, pairs, number)
  const chosen = pair?.join()
  // One stop for Tab, as in a list; arrows go from there.
  const stop = chosen ?? '0,1'
  return (
    <div className={styles.frame}>
      <Select
        label="By"
        value={number}
        onChange={onNumber}
        options={PAIR_NUMBERS.map((value) => ({ value, label: NUMBER_NAMES[value] }))}
      />
      <div className={styles.scroll}>
        <table className={styles.table}>
          <caption className="visually-hidden">{NUMBER_NAMES[number]} of each two, of all tags</caption>
          <thead>
            <tr>
              <td />
              {names.slice(0, -1).map((name) => (
                <th key={name} scope="col" dir="auto" title={name}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((cells, row) => (
              <tr key={names[row + 1]}>
                <th scope="row" dir="auto" title={names[row + 1]}>
                  {names[row + 1]}
                </th>
                {cells.map(({ sides, value }) => (
                  <td key={sides.join()} data-words={number.startsWith('f1') ? undefined : coefficientWords(value)}>
                    <button
                      type="button"
                      className={styles.cell}
                      aria-pressed={sides.join() === chosen}
                      aria-label={`${listed(sides.map((side) => names[side] ?? ''))}: ${cellWords(number, value)}`}
                      tabIndex={sides.join() === stop ? 0 : -1}
                      data-pair={sides.join()}
                      onClick={() => onChoose(sides.join() === chosen ? null : sides)}
                      onKeyDown={(event) => goOn(event, sides)}
                    >
                      {twoDigits(value)}
                    </button>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}

function cellWords(number: PairNumber, value: number | null): string {
  const words = number.startsWith('f1') ? '' : `, ${coefficientWords(value)}`
  return `${NUMBER_NAMES[number]} ${value === null ? 'not defined' : `${twoDigits(value)}${words}`}`
}

const STEPS: { readonly [key: string]: SidePair } = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

function goOn(event: KeyboardEvent<HTMLElement>, [column, row]: PairCell['sides']): void {
  const step = STEPS[event.key]
  if (!step) return
  event.preventDefault()
  const to = [column + step[0], row + step[1]].join()
  event.currentTarget.closest('table')?.querySelector<HTMLElement>(`[data-pair="${to}"]`)?.focus()
}
