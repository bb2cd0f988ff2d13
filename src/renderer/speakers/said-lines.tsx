import { useId, useState } from 'react'
import { Link } from 'react-aria-components'
import type { HighlightId } from '#annotations/model/ids'
import type { Said } from '#annotations/speakers/speaker-rows'
import type { HighlightBrief } from '#contract/views'
import { PickAll, PickBox } from '../bulk/pick-box'
import styles from '../claims/dossier-pane.module.css'
import { atOnce, MOST_AT_ONCE } from '../claims/passage-lines'
import { PassageMeta, PassageQuote, PassageSources, routeToPassage } from '../claims/passage-words'
import { useApp } from '../state/app-context'
import type { SpeakersPlace } from '../state/speakers-route'
import { Button } from '../ui/button'
import { count, formatNumber } from '../ui/format'
import own from './speakers.module.css'

type SaidLinesProps = {
  readonly name: string
  readonly said: readonly Said[]
  readonly briefs: readonly HighlightBrief[]
  readonly place: SpeakersPlace
}

/** What a speaker said of one kind, in the order it was printed; nothing when there is none. */
export function SaidLines({ name, said, briefs, place }: SaidLinesProps) {
  const heading = useId()
  const list = said.map(({ passage }) => passage)
  const [most, setMost] = useState(() => atOnce(list, place.line))
  if (said.length === 0) return null
  const byId = new Map(briefs.map((brief) => [brief.id, brief]))
  const more = said.length - most
  return (
    <section className={styles.part} aria-labelledby={heading}>
      <div className={styles.partHead}>
        <h3 id={heading} className={styles.partName}>
          {name} <span className={styles.partCount}>{formatNumber(said.length)}</span>
        </h3>
        <PickAll list={list} name={name} />
      </div>
      <ol className={styles.lines} data-pick-list>
        {said.slice(0, most).map((one) => (
          <SaidLine key={one.passage} said={one} byId={byId} list={list} place={place} />
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

type SaidLineProps = {
  readonly said: Said
  readonly byId: ReadonlyMap<HighlightId, HighlightBrief>
  readonly list: readonly HighlightId[]
  readonly place: SpeakersPlace
}

function SaidLine({ said, byId, list, place }: SaidLineProps) {
  const app = useApp()
  const passage = byId.get(said.passage)
  if (!passage) return null
  const present = (ids: readonly HighlightId[]) => ids.flatMap((id) => byId.get(id) ?? [])
  const leave = () => app.router.note({ ...place, line: said.passage })
  return (
    <li className={styles.line} data-line={said.passage}>
      <PassageMeta passage={passage} />
      <div className={styles.what}>
        <PassageQuote passage={passage} leave={leave} />
        <PassageSources sources={present(said.sources)} wordsOf={({ exact }) => exact} leave={leave} />
        {present(said.answers).map((claim) => (
          <p key={claim.id} className={styles.note} dir="auto">
            denies{' '}
            <Link className={own.answer ?? ''} href={routeToPassage(claim)} onPressStart={leave}>
              “<bdi>{claim.exact}</bdi>”
            </Link>
            , <bdi>{claim.publisher ?? claim.articleTitle}</bdi>
          </p>
        ))}
      </div>
      <div className={styles.pick}>
        <PickBox highlight={passage} list={list} />
      </div>
    </li>
  )
}
