import { useDeferredValue, useMemo } from 'react'
import { Group } from 'react-aria-components'
import { filterClaims } from '#annotations/dossiers/arrange'
import type { ClaimRow } from '#annotations/dossiers/claim-row'
import { pairKey, papersAtOdds } from '#annotations/dossiers/paper-pairs'
import { useApp } from '../state/app-context'
import type { ClaimsPlace } from '../state/claims-route'
import { Chip } from '../ui/chip'
import { count, formatNumber } from '../ui/format'
import styles from './papers-at-odds.module.css'
import { shortNames } from './short-names'

/** Pairs that are offered at once; a filter by words or standing brings up the others. */
const MOST_PAIRS = 24

type PapersAtOddsProps = { readonly rows: readonly ClaimRow[]; readonly place: ClaimsPlace }

/** Which papers contradict each other, and over how many of the claims that are shown; a pair shows those alone. */
export function PapersAtOdds({ rows, place }: PapersAtOddsProps) {
  const app = useApp()
  const { filter, rating, text } = useDeferredValue(place)
  const found = useMemo(
    () => papersAtOdds(filterClaims(rows, { standings: filter, rating, text, between: null })),
    [rows, filter, rating, text],
  )
  const chosen = place.between && pairKey(place.between)
  const offered = found.filter(({ pair }, at) => at < MOST_PAIRS || pairKey(pair) === chosen)
  if (place.between && !offered.some(({ pair }) => pairKey(pair) === chosen))
    offered.push({ pair: place.between, stories: 0 })
  if (offered.length === 0) return null
  const more = found.length - offered.length
  const short = shortNames(offered.flatMap(({ pair }) => pair))
  return (
    <div className={styles.line}>
      <span className={styles.label} id="papers-at-odds">
        Papers that contradict each other
      </span>
      <Group className={styles.pairs ?? ''} aria-labelledby="papers-at-odds">
        {offered.map(({ pair, stories }) => (
          <Chip
            key={pairKey(pair)}
            isSelected={pairKey(pair) === chosen}
            onChange={(on) => app.router.go({ ...place, claim: null, line: null, between: on ? pair : null })}
          >
            <span className={styles.pair} title={`${pair.join(' and ')}: ${count(stories, 'claim')}`}>
              <bdi aria-hidden="true">{short.get(pair[0])}</bdi>
              <span aria-hidden="true">↔</span>
              <bdi aria-hidden="true">{short.get(pair[1])}</bdi>
              <span aria-hidden="true" className={styles.count}>
                {formatNumber(stories)}
              </span>
              <span className="visually-hidden">
                <bdi>{pair[0]}</bdi> and <bdi>{pair[1]}</bdi>, {count(stories, 'claim')}
              </span>
            </span>
          </Chip>
        ))}
        {more > 0 && <span className={styles.more}>and {count(more, 'more pair')}</span>}
      </Group>
    </div>
  )
}
