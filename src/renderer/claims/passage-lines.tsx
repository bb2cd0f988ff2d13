import { useId, useState } from 'react'
import { Link } from 'react-aria-components'
import type { HighlightId } from '#annotations/model/ids'
import type { HighlightBrief } from '#contract/views'
import { PickAll, PickBox } from '../bulk/pick-box'
import { useApp } from '../state/app-context'
import type { ClaimsPlace } from '../state/claims-route'
import { besides, type SidePlace } from '../state/compare-route'
import { formatRoute } from '../state/route'
import { Button } from '../ui/button'
import { count, formatNumber } from '../ui/format'
import styles from './dossier-pane.module.css'
import { PassageMeta, PassageQuote, PassageSources } from './passage-words'

export type PassageLine = {
  readonly passage: HighlightBrief
  /** The attributions that say whose words these are. */
  readonly sources: readonly HighlightBrief[]
  /** The analyst's notes on the links that lead here. */
  readonly notes: readonly string[]
}

/** As many as one reads in one go. */
export const MOST_AT_ONCE = 40

/** How many of the passages are shown at first: as many as reach to the one that was left from. */
export function atOnce(list: readonly HighlightId[], left: HighlightId | null): number {
  return left === null ? MOST_AT_ONCE : Math.max(MOST_AT_ONCE, list.indexOf(left) + 1)
}

type LinesProps = {
  readonly name: string
  readonly lines: readonly PassageLine[]
  readonly place: ClaimsPlace
  /** The claim that they are about: what another paper says can be read beside it. */
  readonly claim: HighlightBrief | undefined
  /** They are tellings of the story in their order: the first of several said it first. */
  readonly first?: boolean
}

/** One part of a dossier; nothing when there is nothing to tell. */
export function Lines({ name, lines, claim, place, first = false }: LinesProps) {
  const heading = useId()
  const list = lines.map(({ passage }) => passage.id)
  const [most, setMost] = useState(() => atOnce(list, place.line))
  if (lines.length === 0) return null
  const more = lines.length - most
  return (
    <section className={styles.part} aria-labelledby={heading}>
      <div className={styles.partHead}>
        <h3 id={heading} className={styles.partName}>
          {name} {lines.length > 1 && <span className={styles.partCount}>{formatNumber(lines.length)}</span>}
        </h3>
        <PickAll list={list} name={name} />
      </div>
      <ol className={styles.lines} data-pick-list>
        {lines.slice(0, most).map((line, at) => (
          <Line
            key={line.passage.id}
            line={line}
            claim={claim}
            list={list}
            place={place}
            saidFirst={first && at === 0 && lines.length > 1 && line.passage.published !== null}
            isTelling={first}
          />
        ))}
      </ol>
      {more > 0 && (
        <Button look="quiet" onPress={() => setMost(most + 10 * MOST_AT_ONCE)}>
          Show {count(Math.min(more, 10 * MOST_AT_ONCE), 'more passage')}
        </Button>
      )}
    </section>
  )
}

type LineProps = {
  readonly line: PassageLine
  readonly claim: HighlightBrief | undefined
  readonly list: readonly HighlightId[]
  readonly place: ClaimsPlace
  readonly saidFirst: boolean
  readonly isTelling: boolean
}

function Line({ line: { passage, sources, notes }, claim, list, place, saidFirst, isTelling }: LineProps) {
  const app = useApp()
  const leave = () => app.router.note({ ...place, line: passage.id })
  return (
    <li className={styles.line} data-line={passage.id}>
      <PassageMeta passage={passage}>{saidFirst && <span className={styles.first}>Said first</span>}</PassageMeta>
      <div className={styles.what}>
        <PassageQuote passage={passage} leave={leave} />
        <PassageSources sources={sources} wordsOf={speakerWords} leave={leave} />
        {notes.map((note) => (
          <p key={note} className={styles.note} dir="auto">
            {note}
          </p>
        ))}
        {claim && claim.articleId !== passage.articleId && (
          <Link
            className={styles.dossierLink ?? ''}
            href={formatRoute(besides(sideOf(claim), sideOf(passage)))}
            onPressStart={leave}
            aria-label={`Compare with ${claim.publisher ?? claim.articleTitle}`}
          >
            Compare side by side
          </Link>
        )}
        {!isTelling && passage.tag === 'claim' && (
          <Link
            className={styles.dossierLink ?? ''}
            href={formatRoute({ ...place, filter: [], rating: null, text: '', claim: passage.id, line: null })}
            onPressStart={leave}
          >
            Its dossier
          </Link>
        )}
      </div>
      <div className={styles.pick}>
        <PickBox highlight={passage} list={list} />
      </div>
    </li>
  )
}

function speakerWords({ speakerName, speaker, exact }: HighlightBrief): string {
  return speakerName ?? speaker ?? exact
}

function sideOf({ articleId, id }: HighlightBrief): SidePlace {
  return { id: articleId, highlight: id }
}
