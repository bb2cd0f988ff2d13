import type { DeskGraph, GraphArticle } from '#annotations/graph/desk-graph'
import type { Tag } from '#annotations/model/highlight'
import { isSymmetric, type Relation } from '#annotations/model/relation'
import { FORMS, type Form, LANE_PADDING, type Lane, type Lanes, type Mark } from './lanes'
import type { Range } from './range'
import type { LitStory, Shown } from './shown'
import type { Role } from './story-events'

/** CSS px: of the lanes' names, of the space beside the first and last mark, and of the column of the undated. */
export const LABELS = 132
const MARGIN = 16
const UNDATED_PADDING = 12
/** Room above a mark for what it does in the story. */
const ROLE_ROOM = 16
const STRIP_INSET = 9
const WIDEST_STEP = 7
/** More curves than this are a tangle that nobody reads and every frame pays for. */
const MOST_CURVES = 240
/** How high a curve rises over marks of one height: CSS px of its handles, of which it reaches three quarters. */
const RISE = { least: 14, most: 46, reached: 0.75 }

export type Tick = { readonly at: number; readonly x: number; readonly tag: Tag; readonly lit: boolean }

/** A mark as it is drawn, in CSS px from the top left corner of the lanes. */
export type Box = {
  readonly mark: Mark
  readonly lane: number
  readonly undated: boolean
  readonly x: number
  readonly y: number
  readonly article: GraphArticle
  readonly ticks: readonly Tick[]
  readonly counts: { readonly [T in Tag]: number }
  readonly role: Role | null
  /** A story is lit, and this has no part in it. */
  readonly dimmed: boolean
}

export type Curve = {
  readonly id: string
  readonly path: string
  readonly relation: Relation
  readonly directed: boolean
}

export type Scene = {
  readonly form: Form
  readonly width: number
  readonly height: number
  /** Where dates are drawn, from the end of the lanes' names to the column of the undated, if there is one. */
  readonly plotEnd: number
  readonly hasUndated: boolean
  readonly lanes: readonly Lane[]
  readonly boxes: readonly Box[]
  readonly curves: readonly Curve[]
  /** Links in view that are not drawn, because they are too many. */
  readonly undrawn: number
}

/** What is in view: CSS px of the lanes, from top to bottom. */
export type Window = { readonly top: number; readonly bottom: number }

function undatedWidth(hasUndated: boolean): number {
  return hasUndated ? FORMS.card.width + 2 * UNDATED_PADDING : 0
}

/** How many CSS px a ms takes when a range fills the width, with room for a mark at its end. */
export function pxPerMs(range: Range, width: number, hasUndated: boolean, form: Form): number {
  const room = width - LABELS - undatedWidth(hasUndated) - 2 * MARGIN - FORMS[form].width
  return Math.max(room, 1) / (range.to - range.from)
}

/** Where a moment is drawn. */
export function xOf(time: number, range: Range, scale: number): number {
  return LABELS + MARGIN + (time - range.from) * scale
}

/** The moment that is drawn at a place. */
export function timeAt(x: number, range: Range, scale: number): number {
  return range.from + (x - LABELS - MARGIN) / scale
}

type SceneInput = {
  readonly graph: DeskGraph
  readonly shown: Shown
  readonly lanes: Lanes
  /** ms of the first date of all. */
  readonly origin: number
  readonly range: Range
  readonly width: number
  readonly lit: LitStory | null
  /** Everything of the range when null. */
  readonly window: Window | null
  /** A mark that is drawn wherever it is: the keyboard stands on it. */
  readonly keep: number | null
}

export function drawScene({ graph, shown, lanes: layout, origin, range, width, lit, window, keep }: SceneInput): Scene {
  const { form, lanes, height } = layout
  const { width: markWidth, height: markHeight, pitch } = FORMS[form]
  const hasUndated = lanes.some(({ undated }) => undated.length > 0)
  const scale = pxPerMs(range, width, hasUndated, form)
  const plotEnd = width - undatedWidth(hasUndated)
  const view = window ?? { top: 0, bottom: height }
  const start = xOf(origin, range, scale)
  const placeOf = (mark: Mark, lane: Lane, undated: boolean) => ({
    x: (undated ? plotEnd + UNDATED_PADDING : start) + mark.x,
    y: lane.y + LANE_PADDING + mark.row * pitch + (form === 'card' ? ROLE_ROOM : (pitch - markHeight) / 2 + 4),
  })

  const boxes: Box[] = []
  const ends = new Map<number, { readonly x: number; readonly y: number; readonly alone: boolean }>()
  for (const [at, lane] of lanes.entries()) {
    for (const undated of [false, true]) {
      for (const mark of undated ? lane.undated : lane.marks) {
        const { x, y } = placeOf(mark, lane, undated)
        for (const article of mark.articles) ends.set(article, { x, y, alone: mark.articles.length === 1 })
        const inView =
          (undated || (x + markWidth > LABELS && x < plotEnd)) &&
          y + markHeight > view.top &&
          y - ROLE_ROOM < view.bottom
        if (inView || mark.id === keep) boxes.push(boxOf(graph, shown, lit, mark, { x, y, lane: at, undated }))
      }
    }
  }

  const endOf = (highlight: number) => {
    const article = graph.highlights[highlight]?.article
    const end = article === undefined ? undefined : ends.get(article)
    if (article === undefined || !end) return null
    if (form === 'dot' || !end.alone) return { x: end.x + markWidth / 2, y: end.y }
    const own = shown.highlights.get(article) ?? []
    return { x: end.x + tickX(own.indexOf(highlight), own.length), y: end.y }
  }
  const curves: (Curve & { readonly reach: number })[] = []
  const drawn = new Set<string>()
  for (const at of shown.links) {
    const link = graph.links[at]
    const [from, to] = link ? [endOf(link.from), endOf(link.to)] : [null, null]
    if (!link || !from || !to) continue
    const visible =
      Math.max(from.x, to.x) > LABELS &&
      Math.min(from.x, to.x) < width &&
      Math.max(from.y, to.y) > view.top &&
      Math.min(from.y, to.y) < view.bottom
    const path = visible ? curve(from, to, markHeight) : ''
    // Between two stacks or dots, links of one relation fall on each other.
    const same = `${path} ${link.relation}`
    if (path === '' || drawn.has(same)) continue
    drawn.add(same)
    const reach = Math.abs(from.x - to.x) + Math.abs(from.y - to.y)
    curves.push({ id: link.id, path, relation: link.relation, directed: !isSymmetric(link.relation), reach })
  }
  const undrawn = Math.max(0, curves.length - MOST_CURVES)
  // The eye can follow the short ones.
  if (undrawn > 0) curves.sort((a, b) => a.reach - b.reach).length = MOST_CURVES
  return { form, width, height, plotEnd, hasUndated, lanes, boxes, curves, undrawn }
}

function boxOf(
  graph: DeskGraph,
  shown: Shown,
  lit: LitStory | null,
  mark: Mark,
  place: Pick<Box, 'x' | 'y' | 'lane' | 'undated'>,
): Box {
  const [first] = mark.articles
  const article = graph.articles[first]
  if (!article) throw new RangeError(`no article ${first}`)
  const counts = { claim: 0, attribution: 0, denial: 0 }
  for (const at of mark.articles) {
    for (const highlight of shown.highlights.get(at) ?? []) {
      const tag = graph.highlights[highlight]?.tag
      if (tag) counts[tag] += 1
    }
  }
  const own = mark.articles.length === 1 ? (shown.highlights.get(first) ?? []) : []
  const ticks = own.flatMap((at, i): Tick[] => {
    const highlight = graph.highlights[at]
    return highlight ? [{ at, x: tickX(i, own.length), tag: highlight.tag, lit: lit?.passages.has(at) ?? false }] : []
  })
  const role = mark.articles.map((at) => lit?.articles.get(at)).find((found) => found !== undefined) ?? null
  return { ...place, mark, article, ticks, counts, role, dimmed: lit !== null && role === null }
}

/** Where the strip of a card has its n-th highlight: CSS px from the card's left edge. */
function tickX(at: number, of: number): number {
  const room = FORMS.card.width - 2 * STRIP_INSET
  return STRIP_INSET + (at + 0.5) * Math.min(WIDEST_STEP, room / Math.max(of, 1))
}

type End = { readonly x: number; readonly y: number }

/** From the edge of one mark to the edge of the other that faces it; between marks of one height, over their tops. */
function curve(from: End, to: End, height: number): string {
  if (from.y === to.y) {
    // Above the first marks there is the axis: a curve that rose higher would be cut there.
    const room = Math.max(0, from.y - 2) / RISE.reached
    const rise = Math.min(RISE.most, RISE.least + Math.abs(to.x - from.x) / 12, room)
    return `M${round(from.x)} ${round(from.y)}C${round(from.x)} ${round(from.y - rise)} ${round(to.x)} ${round(to.y - rise)} ${round(to.x)} ${round(to.y)}`
  }
  const down = to.y > from.y
  const [start, end] = down ? [from.y + height, to.y] : [from.y, to.y + height]
  const bend = Math.max(24, Math.abs(end - start) / 2) * (down ? 1 : -1)
  return `M${round(from.x)} ${round(start)}C${round(from.x)} ${round(start + bend)} ${round(to.x)} ${round(end - bend)} ${round(to.x)} ${round(end)}`
}

function round(px: number): number {
  return Math.round(px * 10) / 10
}
