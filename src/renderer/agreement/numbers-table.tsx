import { ChevronDown, ChevronRight } from 'lucide-react'
import type { Agreement, TagAgreement } from '#annotations/agreement/measure'
import type { Scores } from '#annotations/agreement/spans'
import { coefficientWords, twoDigits } from '#annotations/agreement/words'
import type { AgreementView } from '#contract/agreement-views'
import { ANY_AGREEMENT, type SidePair } from '../state/agreement-route'
import { useApp } from '../state/app-context'
import { useStore } from '../state/store'
import { Button } from '../ui/button'
import { count, formatNumber } from '../ui/format'
import { Select } from '../ui/select'
import { TagMark } from '../ui/tag-mark'
import styles from './numbers-table.module.css'
import { PairMatrix } from './pair-matrix'
import { inSentence, listed } from './words'

/** Every number, tag by tag, with what the coefficients mean in plain words; of all sides, or of two of them. */
export function Numbers({ view }: { readonly view: AgreementView }) {
  const app = useApp()
  const place = useStore(app.router.route, (route) => (route.view === 'agreement' ? route : ANY_AGREEMENT))
  const { pair: wanted, numbers: shown, each } = place
  const choose = (next: SidePair | null) => app.router.step({ ...place, pair: next })
  const pair = view.pairs.find(({ sides }) => sides.join() === wanted?.join()) ?? null
  const numbers = pair?.numbers ?? view.numbers
  const names = pair ? pair.sides.map((side) => view.names[side] ?? '') : view.names
  return (
    <div className={styles.frame}>
      <div className={styles.whose}>
        <Fold open={shown} onChange={(open) => app.router.note({ ...place, numbers: open })}>
          Numbers
        </Fold>
        {view.pairs.length > 0 && (
          <Fold open={each !== null} onChange={(open) => app.router.note({ ...place, each: open ? 'kappa' : null })}>
            Each two
          </Fold>
        )}
        {view.pairs.length > 0 && (
          <Select
            label="Of"
            value={pair?.sides.join() ?? ALL}
            onChange={(value) => choose(view.pairs.find(({ sides }) => sides.join() === value)?.sides ?? null)}
            options={[
              { value: ALL, label: `All ${view.names.length} together` },
              ...view.pairs.map(({ sides, numbers: two }) => ({
                value: sides.join(),
                label: `${listed(sides.map((side) => view.names[side] ?? ''))}: ${inShort(two)}`,
              })),
            ]}
          />
        )}
        {!shown && <span className={styles.short}>{inShort(numbers)}</span>}
        <LeftOut view={view} />
      </div>
      {each !== null && view.pairs.length > 0 && (
        <PairMatrix
          view={view}
          pair={pair?.sides ?? null}
          number={each}
          onNumber={(next) => app.router.note({ ...place, each: next })}
          onChoose={choose}
        />
      )}
      {shown && <NumbersTable names={names} numbers={numbers} />}
    </div>
  )
}

type FoldProps = {
  readonly open: boolean
  readonly onChange: (open: boolean) => void
  readonly children: string
}

function Fold({ open, onChange, children }: FoldProps) {
  const Chevron = open ? ChevronDown : ChevronRight
  return (
    <Button look="quiet" aria-expanded={open} onPress={() => onChange(!open)}>
      <Chevron size={14} aria-hidden="true" /> {children}
    </Button>
  )
}

function LeftOut({ view: { leftOut } }: { readonly view: AgreementView }) {
  if (leftOut.length === 0) return null
  return (
    <details className={styles.leftOut}>
      <summary>{count(leftOut.length, 'article')} left out</summary>
      <ul>
        {leftOut.map(({ title, why }) => (
          <li key={`${title} ${why}`}>
            <bdi>{title}</bdi>: {why}
          </li>
        ))}
      </ul>
    </details>
  )
}

type TableProps = { readonly names: readonly string[]; readonly numbers: Agreement }

function NumbersTable({ names, numbers }: TableProps) {
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by keyboard. */}
      <section className={styles.scroll} aria-label="Numbers" tabIndex={0}>
        <table className={styles.table} data-many={names.length > 4 || undefined}>
          <caption className="visually-hidden">How far {listed(names)} agree, by tag</caption>
          <thead>
            <tr>
              <th scope="col">Tag</th>
              {names.map((name) => (
                <th key={name} scope="col" className={styles.name} dir="auto" title={name}>
                  {name}
                </th>
              ))}
              <th scope="col" title="Cohen’s kappa over characters: more often than by chance, character by character">
                κ characters
              </th>
              <th scope="col" title="Cohen’s kappa over sentences">
                κ sentences
              </th>
              <th scope="col" title="Krippendorff’s alpha for unitizing: where passages are, and what they are">
                uα
              </th>
              <th scope="col" title="Krippendorff’s cu-alpha: what passages are, where both marked something">
                cuα
              </th>
              <th scope="col" title="Same tag and same ends: F1, precision and recall">
                Same passage
              </th>
              <th scope="col" title="Same tag and an overlap: F1, precision and recall">
                Overlapping
              </th>
            </tr>
          </thead>
          <tbody>
            {numbers.tags.map((row) => (
              <Row key={row.tag} row={row} names={names} />
            ))}
            <tr>
              <th scope="row">Links</th>
              <Counts names={names} counts={numbers.links.counts} />
              <td colSpan={4} className={styles.none}>
                –
              </td>
              <ScoresCell scores={numbers.links.exact} />
              <ScoresCell scores={numbers.links.overlapping} />
            </tr>
          </tbody>
        </table>
      </section>
      <p className={styles.legend}>
        1 is full agreement, 0 as by chance. From 0.80 on reliable, from 0.67 on tentative, below unreliable
        (Krippendorff). Shares are F1, then precision and recall{' '}
        {names.length === 2
          ? `of ${names[1]} held against ${inSentence(names[0] ?? '')}.`
          : 'of later sides held against earlier ones. κ and shares are means of all pairs, uα and cuα of all at once.'}
      </p>
    </>
  )
}

/** A value that no pair is. */
const ALL = 'all'

function inShort({ tags: [all] }: Agreement): string {
  return `κ ${twoDigits(all?.kappaCharacters ?? null)}, uα ${twoDigits(all?.uAlpha ?? null)}, F1 ${twoDigits(all?.overlapping.f1 ?? null)}`
}

type CountsProps = { readonly names: readonly string[]; readonly counts: readonly number[] }

function Counts({ names, counts }: CountsProps) {
  return names.map((name, side) => <td key={name}>{formatNumber(counts[side] ?? 0)}</td>)
}

function Row({ row, names }: { readonly row: TagAgreement; readonly names: readonly string[] }) {
  return (
    <tr>
      <th scope="row">{row.tag === 'all' ? 'All tags' : <TagMark tag={row.tag} />}</th>
      <Counts names={names} counts={row.counts} />
      <Coefficient value={row.kappaCharacters} />
      <Coefficient value={row.kappaSentences} />
      <Coefficient value={row.uAlpha} />
      {row.tag === 'all' ? <Coefficient value={row.cuAlpha} /> : <td className={styles.none}>–</td>}
      <ScoresCell scores={row.exact} />
      <ScoresCell scores={row.overlapping} />
    </tr>
  )
}

function Coefficient({ value }: { readonly value: number | null }) {
  return (
    <td data-words={coefficientWords(value)}>
      {twoDigits(value)} <span className={styles.words}>{coefficientWords(value)}</span>
    </td>
  )
}

function ScoresCell({ scores: { f1, precision, recall } }: { readonly scores: Scores }) {
  return (
    <td>
      {twoDigits(f1)}{' '}
      <span className={styles.words}>
        {twoDigits(precision)} / {twoDigits(recall)}
      </span>
    </td>
  )
}
