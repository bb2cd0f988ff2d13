import { type KeyboardEvent, type RefObject, useEffect, useMemo, useRef } from 'react'
import { commandsFor } from '../commands/keys'
import { runCommand } from '../commands/run'
import { LinkingLayer } from '../linking/linking-layer'
import type { Geometry } from '../reader/geometry'
import { useApp } from '../state/app-context'
import { linkEnds, type OpenArticle } from '../state/open-article'
import { type Store, useStore } from '../state/store'
import { Card } from './card'
import { CARD_HEADING, focusCard } from './focus-card'
import styles from './rail.module.css'
import { RailEmpty } from './rail-empty'
import { useRailLayout } from './use-rail-layout'

type RailProps = {
  readonly article: OpenArticle
  readonly geometry: Store<Geometry | null>
  readonly scroller: RefObject<HTMLDivElement | null>
}

/** On a card's heading these keys keep the meaning that they have in the text, where other buttons have one of their own. */
const KEYS_ON_CARDS: ReadonlySet<string> = new Set(['highlight.next', 'highlight.previous', 'highlight.delete'])

/** A card for each highlight of the article, level with its passage. It lies in the same scroller as the text. */
export function Rail({ article, geometry, scroller }: RailProps) {
  const app = useApp()
  const rail = useRef<HTMLElement>(null)
  const { cards, height, measure } = useRailLayout(article, geometry, scroller, rail)
  const ends = useMemo(() => linkEnds(article), [article])
  const active = useStore(app.reader.active, (id) => id)
  useFocusFollows(rail)

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || !(event.target instanceof Element) || !event.target.matches(CARD_HEADING)) return
    const id = commandsFor(event).find((command) => KEYS_ON_CARDS.has(command))
    if (id && runCommand(app, id)) event.preventDefault()
  }
  // One stop for the Tab key: from there arrows, j and k walk.
  const stop = active ?? cards[0]?.highlight.id ?? null

  return (
    <section aria-label="Highlights" className={styles.rail} ref={rail} style={{ minBlockSize: height }}>
      {article.highlights.length === 0 ? (
        <RailEmpty />
      ) : (
        <ul className={styles.cards} onKeyDown={onKeyDown}>
          {cards.map(({ highlight, shape, top, position }) => (
            <Card
              key={highlight.id}
              highlight={highlight}
              shape={shape}
              top={top}
              position={position}
              count={article.highlights.length}
              ends={ends.get(highlight.id) ?? NO_ENDS}
              tabStop={highlight.id === stop}
              measure={measure}
            />
          ))}
        </ul>
      )}
      <LinkingLayer scroller={scroller} />
    </section>
  )
}

const NO_ENDS: readonly never[] = []

/**
 * While the focus is on a card's heading it walks along with the active highlight, also when its card was deleted under it;
 * anywhere else it stays where it is.
 */
function useFocusFollows(rail: RefObject<HTMLElement | null>): void {
  const active = useStore(useApp().reader.active, (id) => id)
  const onHeading = useRef(false)
  useEffect(() => {
    const look = ({ target }: Event) => {
      const heading = target instanceof Element ? target.closest(CARD_HEADING) : null
      onHeading.current = heading !== null && rail.current?.contains(heading) === true
    }
    document.addEventListener('focusin', look)
    document.addEventListener('pointerdown', look)
    return () => {
      document.removeEventListener('focusin', look)
      document.removeEventListener('pointerdown', look)
    }
  }, [rail])
  useEffect(() => {
    if (active !== null && onHeading.current) focusCard(active)
  }, [active])
}
