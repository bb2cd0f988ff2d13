import { useMemo } from 'react'
import { Group } from 'react-aria-components'
import { CLAIM_ORDERS } from '#annotations/dossiers/arrange'
import { type ClaimRow, STANDINGS, type Standing } from '#annotations/dossiers/claim-row'
import { RATINGS } from '#annotations/model/verdict'
import { runCommand } from '../commands/run'
import { useApp } from '../state/app-context'
import type { ClaimsPlace } from '../state/claims-route'
import { Button } from '../ui/button'
import { Chip } from '../ui/chip'
import { count, formatNumber } from '../ui/format'
import { SearchField } from '../ui/search-field'
import { Select } from '../ui/select'
import styles from './claims-view.module.css'
import { PapersAtOdds } from './papers-at-odds'
import { ORDER_NAMES, RATING_NAMES, STANDING_NAMES } from './words'

const VERDICTS = [
  { value: 'any', label: 'Any' } as const,
  ...RATINGS.map((value) => ({ value, label: RATING_NAMES[value] })),
]
const ORDERS = CLAIM_ORDERS.map((value) => ({ value, label: ORDER_NAMES[value] }))

type ClaimsBarProps = { readonly rows: readonly ClaimRow[]; readonly shown: number; readonly place: ClaimsPlace }

/** Above the list: what of it is shown, and in which order. */
export function ClaimsBar({ rows, shown, place }: ClaimsBarProps) {
  const app = useApp()
  const counts = useMemo(() => countStandings(rows), [rows])
  const toggle = (standing: Standing, on: boolean) =>
    app.router.go({
      ...place,
      claim: null,
      line: null,
      filter: STANDINGS.filter((one) => (one === standing ? on : place.filter.includes(one))),
    })
  return (
    <div className={styles.bar}>
      <div className={styles.heading}>
        <h1 className={styles.title}>Claims</h1>
        <span className={styles.total}>
          {shown === rows.length
            ? count(rows.length, 'claim')
            : `${formatNumber(shown)} of ${count(rows.length, 'claim')}`}
        </span>
      </div>
      <div className={styles.search}>
        <SearchField
          label="Filter claims"
          placeholder="Filter by words, paper or speaker"
          value={place.text}
          onChange={(text) => app.router.step({ ...place, text, claim: null, line: null })}
        />
      </div>
      <Group className={styles.filters ?? ''} aria-label="Show claims that are">
        {STANDINGS.map((standing) => (
          <Chip key={standing} isSelected={place.filter.includes(standing)} onChange={(on) => toggle(standing, on)}>
            {STANDING_NAMES[standing]} <span className={styles.chipCount}>{formatNumber(counts[standing])}</span>
          </Chip>
        ))}
      </Group>
      <PapersAtOdds rows={rows} place={place} />
      <div className={styles.order}>
        <Button look="quiet" onPress={() => runCommand(app, 'desk.report')}>
          Report…
        </Button>
        <Select
          label="Verdict"
          value={place.rating ?? 'any'}
          onChange={(chosen) =>
            app.router.go({ ...place, claim: null, line: null, rating: chosen === 'any' ? null : chosen })
          }
          options={VERDICTS}
        />
        <Select
          label="Sort"
          value={place.order}
          onChange={(order) => app.router.go({ ...place, order })}
          options={ORDERS}
        />
      </div>
    </div>
  )
}

function countStandings(rows: readonly ClaimRow[]): { readonly [S in Standing]: number } {
  const counts = { contested: 0, denied: 0, 'single-source': 0, uncorroborated: 0, unlinked: 0 }
  for (const { standings } of rows) for (const standing of standings) counts[standing]++
  return counts
}
