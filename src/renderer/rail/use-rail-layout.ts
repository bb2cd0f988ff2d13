import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { Highlight } from '#annotations/model/highlight'
import type { Geometry } from '../reader/geometry'
import { useApp } from '../state/app-context'
import type { OpenArticle } from '../state/open-article'
import { type Store, useStore } from '../state/store'
import { COMPACT, cardsBetween, denseCards, ROOMY } from './density'
import { placeCards } from './layout'

/** `open` shows everything of a highlight, `roomy` two lines of its words, `compact` one. */
export type CardShape = 'open' | 'roomy' | 'compact'

export type PlacedCard = {
  readonly highlight: Highlight
  readonly shape: CardShape
  /** CSS px from the rail's top. */
  readonly top: number
  /** Place in reading order, from 1. */
  readonly position: number
}

/** CSS px. */
const GAP = 6
/** What an open card is taken to need until it has been measured, in CSS px. */
const OPEN = 260
/** CSS px above and below the view in which cards are mounted, and the steps in which that window moves. */
const MARGIN = 900
const STEP = 300

type RailLayout = {
  /** The cards to mount, in reading order. */
  readonly cards: readonly PlacedCard[]
  /** CSS px that the rail needs. */
  readonly height: number
  /** To be called with a card's element when it is mounted. */
  readonly measure: (element: HTMLElement) => () => void
}

/** Places the cards of the open article, and says which of them are near enough to the view to be mounted. */
export function useRailLayout(
  article: OpenArticle,
  geometry: Store<Geometry | null>,
  scroller: RefObject<HTMLElement | null>,
  rail: RefObject<HTMLElement | null>,
): RailLayout {
  const active = useStore(useApp().reader.active, (id) => id)
  const shown = useStore(geometry, (value) => value)
  const view = useView(scroller, rail)
  const { heightOf, measure, version } = useHeights()
  const { highlights, tops } = useTops(article.highlights, shown)
  const dense = useMemo(() => denseCards(tops, GAP), [tops])
  const level = useMemo(() => {
    const index = highlights.findIndex((highlight) => highlight.id === active)
    return index === -1 ? null : index
  }, [highlights, active])
  const shapeAt = useCallback(
    (index: number): CardShape => (index === level ? 'open' : dense[index] ? 'compact' : 'roomy'),
    [level, dense],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: `version` tells that measured heights changed
  const placed = useMemo(() => {
    const boxes = highlights.map((highlight, i) => ({ top: tops[i] ?? 0, height: heightOf(highlight.id, shapeAt(i)) }))
    return { tops: placeCards(boxes, GAP, level), heights: boxes.map((box) => box.height) }
  }, [highlights, tops, level, shapeAt, heightOf, version])

  const cards = useMemo(() => {
    if (shown === null) return []
    const { first, end } = cardsBetween(placed.tops, placed.heights, view.from, view.to)
    const mounted = Array.from({ length: end - first }, (_, i) => first + i)
    // The open card may hold the focus, or be asked to take it: it stays however far away.
    if (level !== null && level < first) mounted.unshift(level)
    if (level !== null && level >= end) mounted.push(level)
    return mounted.flatMap((i): readonly PlacedCard[] => {
      const highlight = highlights[i]
      if (!highlight) return []
      return [{ highlight, shape: shapeAt(i), top: Math.round(placed.tops[i] ?? 0), position: i + 1 }]
    })
  }, [shown, placed, view, level, highlights, shapeAt])

  const last = placed.tops.length - 1
  const bottom = last < 0 ? 0 : (placed.tops[last] ?? 0) + (placed.heights[last] ?? 0)
  return { cards, height: Math.max(shown?.height ?? 0, bottom + GAP), measure }
}

type Tops = { readonly highlights: readonly Highlight[]; readonly tops: readonly number[] }

/** Highlights with their tops, asked for once the reader has drawn them: before that it knows nothing of a new or resized one. */
function useTops(highlights: readonly Highlight[], geometry: Geometry | null): Tops {
  const [state, setState] = useState<Tops>({ highlights: [], tops: [] })
  useLayoutEffect(() => setState({ highlights, tops: topsOf(highlights, geometry) }), [highlights, geometry])
  return state
}

/** Tops in reading order; a passage that cannot be found in the text stands with the one before it. */
function topsOf(highlights: readonly Highlight[], geometry: Geometry | null): readonly number[] {
  let last = 0
  return highlights.map((highlight) => {
    last = Math.max(last, geometry?.topOf(highlight.id) ?? last)
    return last
  })
}

/** The stretch of the rail that is in or near the view, in CSS px from its top. It moves in steps, so that most scrolling draws nothing. */
function useView(scroller: RefObject<HTMLElement | null>, rail: RefObject<HTMLElement | null>) {
  const [view, setView] = useState({ from: 0, to: 2 * MARGIN })
  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const look = () => {
      const top = element.getBoundingClientRect().top - (rail.current?.getBoundingClientRect().top ?? 0)
      const from = Math.floor((top - MARGIN) / STEP) * STEP
      const to = Math.ceil((top + element.clientHeight + MARGIN) / STEP) * STEP
      setView((old) => (old.from === from && old.to === to ? old : { from, to }))
    }
    look()
    const resized = new ResizeObserver(look)
    resized.observe(element)
    element.addEventListener('scroll', look, { passive: true })
    return () => {
      resized.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [scroller, rail])
  return view
}

/** Heights of cards as they were measured, each for the shape that it had. */
function useHeights() {
  const measured = useRef(createHeights())
  const mounted = useRef(new Set<HTMLElement>())
  const observer = useRef<ResizeObserver | null>(null)
  const [version, setVersion] = useState(0)

  const note = useCallback((elements: readonly Element[]) => {
    let changed = false
    for (const element of elements) {
      if (!(element instanceof HTMLElement) || !element.isConnected) continue
      changed =
        measured.current.note(element.dataset.highlightId ?? '', shapeOf(element), element.offsetHeight) || changed
    }
    if (changed) setVersion((count) => count + 1)
  }, [])
  const measure = useCallback(
    (element: HTMLElement) => {
      observer.current ??= new ResizeObserver((entries) => note(entries.map((entry) => entry.target)))
      observer.current.observe(element)
      mounted.current.add(element)
      return () => {
        observer.current?.unobserve(element)
        mounted.current.delete(element)
      }
    },
    [note],
  )
  // A card that was just mounted or reshaped is measured before it is painted, so that it never jumps; the observer sees the rest.
  useLayoutEffect(() => {
    const fresh = [...mounted.current].filter(
      (element) => !measured.current.has(element.dataset.highlightId ?? '', shapeOf(element)),
    )
    if (fresh.length > 0) note(fresh)
  })
  return { heightOf: measured.current.of, measure, version }
}

function shapeOf(element: HTMLElement): CardShape {
  const { shape } = element.dataset
  return shape === 'open' || shape === 'roomy' ? shape : 'compact'
}

/** Measured heights in CSS px. All compact cards are one line, so one of them tells for all; unmeasured cards are guessed. */
function createHeights() {
  const open = new Map<string, number>()
  const roomy = new Map<string, number>()
  let compact: number | null = null
  const of = (id: string, shape: CardShape) =>
    shape === 'open' ? (open.get(id) ?? OPEN) : shape === 'roomy' ? (roomy.get(id) ?? ROOMY) : (compact ?? COMPACT)
  return {
    of,
    has: (id: string, shape: CardShape) =>
      shape === 'open' ? open.has(id) : shape === 'roomy' ? roomy.has(id) : compact !== null,
    /** Answers whether the height is other than what was taken for it. */
    note(id: string, shape: CardShape, height: number): boolean {
      const before = of(id, shape)
      if (shape === 'open') open.set(id, height)
      else if (shape === 'roomy') roomy.set(id, height)
      else compact = height
      return height !== before
    },
  }
}
