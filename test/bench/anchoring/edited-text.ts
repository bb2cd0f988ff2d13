/** A text of paragraphs, an edited copy, and where each passage of the first is in the second. */
export type EditedText = {
  readonly oldBlocks: readonly { readonly text: string }[]
  readonly newBlocks: readonly { readonly text: string }[]
  readonly passages: readonly {
    readonly start: number
    readonly end: number
    readonly right: { readonly start: number; readonly end: number } | null
  }[]
}

export type EditedTextOptions = {
  readonly words: number
  readonly passages: number
  /** Share of words that are replaced, removed or followed by an inserted word, a third each. */
  readonly edits: number
  /** Share of paragraphs that are moved elsewhere. */
  readonly moved: number
  readonly seed: number
}

/** Mulberry32: small, seeded, good enough to make texts. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const SYLLABLES = 'ba ne ti lo ru ma ke si do va pre sta con der mi al en or gra ple shi tor un ce'.split(' ')

/** Words by Zipf's law, as in real prose: a few in every sentence, most of them rare. */
function vocabulary(size: number, random: () => number): (next: () => number) => string {
  const words = Array.from({ length: size }, (_, rank) => {
    const syllables = rank < 60 ? 1 : 2 + Math.floor(random() * 3)
    return Array.from({ length: syllables }, () => SYLLABLES[Math.floor(random() * SYLLABLES.length)]).join('')
  })
  return (next) => words[Math.min(size - 1, Math.floor(size ** next()) - 1)] ?? 'ba'
}

type Word = { readonly id: number; readonly text: string }

export function makeEditedText(options: EditedTextOptions): EditedText {
  const random = randomFrom(options.seed)
  const word = vocabulary(Math.max(2_000, options.words / 5), random)
  let id = 0
  const paragraphs: Word[][] = []
  for (let left = options.words; left > 0; ) {
    const length = Math.min(left, 30 + Math.floor(random() * 60))
    paragraphs.push(Array.from({ length }, () => ({ id: id++, text: word(random) })))
    left -= length
  }
  const edited = paragraphs.map((paragraph) =>
    paragraph.flatMap((old) => editWord(old, options.edits, random, () => word(random))),
  )
  const order = moveSome(edited, options.moved, random)
  const before = layOut(paragraphs)
  const after = layOut(order)
  return {
    oldBlocks: before.blocks,
    newBlocks: after.blocks,
    passages: choosePassages(paragraphs, before, after, options.passages, random),
  }
}

/** An edited word keeps the id of the word it stands for; an inserted one has none (-1). */
function editWord(old: Word, rate: number, random: () => number, fresh: () => string): Word[] {
  if (random() >= rate) return [old]
  const kind = Math.floor(random() * 3)
  if (kind === 0) return [{ id: old.id, text: fresh() }]
  if (kind === 1) return []
  return [old, { id: -1, text: fresh() }]
}

function moveSome<T>(items: readonly T[], share: number, random: () => number): T[] {
  const moving = new Set(items.filter(() => random() < share))
  const order = items.filter((item) => !moving.has(item))
  for (const item of moving) order.splice(Math.floor(random() * (order.length + 1)), 0, item)
  return order
}

type Layout = { readonly blocks: { text: string }[]; readonly at: ReadonlyMap<number, { start: number; end: number }> }

function layOut(paragraphs: readonly (readonly Word[])[]): Layout {
  const at = new Map<number, { start: number; end: number }>()
  let offset = 0
  const blocks = paragraphs.map((paragraph) => {
    let text = ''
    for (const { id, text: word } of paragraph) {
      if (text !== '') text += ' '
      if (id >= 0) at.set(id, { start: offset + text.length, end: offset + text.length + word.length })
      text += word
    }
    offset += text.length + 1
    return { text }
  })
  return { blocks, at }
}

/** Passages of 4 to 30 words. The right place runs from the first to the last of a passage's words that are left. */
function choosePassages(
  paragraphs: readonly (readonly Word[])[],
  before: Layout,
  after: Layout,
  count: number,
  random: () => number,
): EditedText['passages'] {
  return Array.from({ length: count }, () => {
    const paragraph = paragraphs[Math.floor(random() * paragraphs.length)] ?? []
    const length = Math.min(paragraph.length, 4 + Math.floor(random() * 27))
    const from = Math.floor(random() * (paragraph.length - length + 1))
    const words = paragraph.slice(from, from + length)
    const place = (layout: Layout) => {
      const left = words.flatMap(({ id }) => layout.at.get(id) ?? [])
      const [first, last] = [left[0], left.at(-1)]
      return first && last ? { start: first.start, end: last.end } : null
    }
    const old = place(before)
    if (!old) throw new Error('A passage of the old text has no place in it.')
    return { ...old, right: place(after) }
  })
}
