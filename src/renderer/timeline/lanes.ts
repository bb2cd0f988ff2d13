import { fold } from '#annotations/text/fold'

/** What is known of an article that is laid out; `at` is its index in the graph, `time` ms or null when it is undated. */
export type Dated = { readonly at: number; readonly publisher: string | null; readonly time: number | null }

/** One or several articles drawn as one: several stand stacked where there was no room for each. */
export type Mark = {
  /** The first article's index in the graph: no other mark has it. */
  readonly id: number
  /** In the order they were published. */
  readonly articles: readonly [number, ...number[]]
  /** CSS px from the first date of all; of undated ones, from the start of their own column. */
  readonly x: number
  readonly row: number
}

/** Everything that one publisher printed. */
export type Lane = {
  readonly name: string | null
  /** By date. */
  readonly marks: readonly Mark[]
  readonly undated: readonly Mark[]
  readonly rows: number
  /** CSS px from the top of the first lane. */
  readonly y: number
  readonly height: number
}

/** `card`: with its title and each of its highlights · `dot`: where there are too many for that. CSS px. */
export const FORMS = {
  card: { width: 176, height: 46, pitch: 68, gap: 8, mostRows: 4 },
  dot: { width: 26, height: 26, pitch: 44, gap: 6, mostRows: 5 },
} as const
export type Form = keyof typeof FORMS

export const LANE_PADDING = 8
const LEAST_HEIGHT = 52
/** Of the articles that stand alone as cards, so many may be stacked before all become dots. */
const MOST_STACKED = 0.12

export type Lanes = { readonly form: Form; readonly lanes: readonly Lane[]; readonly height: number }

type LayOut = {
  readonly articles: readonly Dated[]
  /** ms of the first date, where x is 0. */
  readonly origin: number
  /** With marks of each form: the larger leave less room for time. */
  readonly pxPerMs: { readonly [F in Form]: number }
  /** Articles that are never stacked. */
  readonly apart: ReadonlySet<number>
}

/** Lanes by publisher, the one that printed first on top; cards where they fit, else dots. */
export function layOutLanes(input: LayOut): Lanes {
  const cards = lanesOf('card', input)
  const stacked = cards.flatMap(({ marks }) => marks).reduce((sum, { articles }) => sum + articles.length - 1, 0)
  const form: Form = stacked <= MOST_STACKED * input.articles.length ? 'card' : 'dot'
  const lanes = form === 'card' ? cards : lanesOf('dot', input)
  const last = lanes.at(-1)
  return { form, lanes, height: last ? last.y + last.height : 0 }
}

function lanesOf(form: Form, { articles, origin, pxPerMs, apart }: LayOut): Lane[] {
  const groups = new Map<string, { readonly name: string | null; readonly articles: Dated[] }>()
  for (const article of articles) {
    const key = article.publisher === null ? '' : fold(article.publisher)
    const group = groups.get(key) ?? { name: article.publisher, articles: [] }
    group.articles.push(article)
    groups.set(key, group)
  }
  const first = ({ articles }: { readonly articles: readonly Dated[] }) =>
    articles.reduce((least, { time }) => Math.min(least, time ?? Number.POSITIVE_INFINITY), Number.POSITIVE_INFINITY)
  const { pitch } = FORMS[form]
  let y = 0
  return [...groups.values()]
    .map((group) => ({ ...group, first: first(group) }))
    .sort((a, b) => (a.first === b.first ? compareNames(a.name, b.name) : a.first - b.first))
    .map(({ name, articles: own }) => {
      const dated = own.flatMap(({ at, time }) => (time === null ? [] : [{ at, x: (time - origin) * pxPerMs[form] }]))
      const marks = pack(
        form,
        dated.sort((a, b) => a.x - b.x || a.at - b.at),
        apart,
      )
      const undated = heap(
        form,
        own.flatMap(({ at, time }) => (time === null ? [at] : [])),
        apart,
      )
      const rows = [...marks, ...undated].reduce((most, { row }) => Math.max(most, row + 1), 1)
      const height = Math.max(LEAST_HEIGHT, rows * pitch + 2 * LANE_PADDING)
      const lane = { name, marks, undated, rows, y, height }
      y += height
      return lane
    })
}

/** Puts each article into the first row with room for it, and onto the last mark of the last row when there is none. */
function pack(
  form: Form,
  placed: readonly { readonly at: number; readonly x: number }[],
  apart: ReadonlySet<number>,
): Mark[] {
  const { width, gap, mostRows } = FORMS[form]
  const ends: number[] = []
  const marks: { id: number; articles: [number, ...number[]]; x: number; row: number }[] = []
  let pile: (typeof marks)[number] | undefined
  for (const { at, x } of placed) {
    let row = ends.findIndex((end) => end + gap <= x)
    if (row === -1) row = ends.length
    if (row >= mostRows && !apart.has(at) && pile) {
      pile.articles.push(at)
      continue
    }
    const mark: (typeof marks)[number] = { id: at, articles: [at], x, row }
    ends[row] = x + width
    marks.push(mark)
    // Only what nothing stands behind in its row can take more without a jump back in time.
    if (row === mostRows - 1) pile = apart.has(at) ? undefined : mark
  }
  return marks
}

/** Side by side, as many as fit under a card's width, then in a new row; what is left in the end stands on the last mark. */
function heap(form: Form, articles: readonly number[], apart: ReadonlySet<number>): Mark[] {
  const { width, gap, mostRows } = FORMS[form]
  const columns = Math.max(1, Math.floor((FORMS.card.width + gap) / (width + gap)))
  const first = articles.filter((at) => apart.has(at))
  const marks: { id: number; articles: [number, ...number[]]; x: number; row: number }[] = []
  for (const at of [...first, ...articles.filter((at) => !apart.has(at))]) {
    const place = marks.length
    const pile = marks.at(-1)
    if (place >= columns * mostRows && pile && place > first.length) pile.articles.push(at)
    else marks.push({ id: at, articles: [at], x: (place % columns) * (width + gap), row: Math.floor(place / columns) })
  }
  return marks
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

/** Those without a name come last. */
function compareNames(a: string | null, b: string | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
  return collator.compare(a, b)
}
