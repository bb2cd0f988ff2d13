/** A passage of a text: UTF-16 units, end-exclusive. */
export type Span = { readonly start: number; readonly end: number }

export type Granularity = 'grapheme' | 'word' | 'sentence'

const segmenters = new Map<string, Intl.Segmenter>()

/** A segmenter, made once for each language: making one costs more than using it on a paragraph. */
export function segmenterFor(granularity: Granularity, locale?: string): Intl.Segmenter {
  const key = `${granularity} ${locale ?? ''}`
  const known = segmenters.get(key)
  if (known) return known
  const made = new Intl.Segmenter(supported(locale), { granularity })
  segmenters.set(key, made)
  return made
}

/** An article may name a language wrongly; its text can be segmented all the same. */
function supported(locale: string | undefined): string | undefined {
  try {
    return locale === undefined ? undefined : Intl.getCanonicalLocales(locale)[0]
  } catch {
    return undefined
  }
}

/** The last grapheme boundary at or before `offset`. */
export function graphemeStart(text: string, offset: number): number {
  if (offset <= 0) return 0
  if (offset >= text.length) return text.length
  return isPlainCut(text, offset) ? offset : graphemeAround(text, offset).start
}

/** The first grapheme boundary at or after `offset`. */
export function graphemeEnd(text: string, offset: number): number {
  if (offset <= 0) return 0
  if (offset >= text.length) return text.length
  if (isPlainCut(text, offset)) return offset
  const { start, end } = graphemeAround(text, offset)
  return start === offset ? start : end
}

export function isGraphemeBoundary(text: string, offset: number): boolean {
  return graphemeStart(text, offset) === offset
}

/**
 * The passage a person means by a selection: without the white space and invisible marks at its ends, and with every
 * character whole, where "character" is a grapheme cluster (unicode.org/reports/tr29): one that is covered in part is
 * taken in. Null when nothing is left. The cost depends on what is around the two ends, not on the text.
 */
export function snapSpan(text: string, start: number, end: number): Span | null {
  let from = Math.max(0, start)
  let to = Math.min(text.length, end)
  while (from < to && isBlank(text.charCodeAt(from))) from++
  while (from < to && isBlank(text.charCodeAt(to - 1))) to--
  return from < to ? { start: graphemeStart(text, from), end: graphemeEnd(text, to) } : null
}

/** White space, and the marks that show nothing: zero-width, joiners, direction marks, embeddings and isolates. */
export function isBlank(unit: number): boolean {
  if (unit <= 0x20) return true
  if (unit < 0xa0) return unit >= 0x7f
  return (
    unit === 0xa0 ||
    unit === 0x61c ||
    unit === 0x1680 ||
    unit === 0x180e ||
    (unit >= 0x2000 && unit <= 0x200f) ||
    (unit >= 0x2028 && unit <= 0x202f) ||
    (unit >= 0x205f && unit <= 0x206f) ||
    unit === 0x3000 ||
    unit === 0xfeff
  )
}

/** The grapheme cluster that holds the unit at `offset`, segmenting no more than the stretch between two plain cuts. */
function graphemeAround(text: string, offset: number): Span {
  let from = offset
  while (from > 0 && !isPlainCut(text, from)) from--
  let to = offset + 1
  while (to < text.length && !isPlainCut(text, to)) to++
  const found = segmenterFor('grapheme')
    .segment(text.slice(from, to))
    .containing(offset - from)
  if (!found) return { start: offset, end: offset }
  return { start: from + found.index, end: from + found.index + found.segment.length }
}

const LINE_FEED = 0x0a
const CARRIAGE_RETURN = 0x0d
const SPACE = 0x20

/** Whether a grapheme boundary at `offset` is plain from the two units beside it. False says nothing. */
function isPlainCut(text: string, offset: number): boolean {
  const before = text.charCodeAt(offset - 1)
  const after = text.charCodeAt(offset)
  if (before === LINE_FEED) return true
  if (after === LINE_FEED) return before !== CARRIAGE_RETURN
  if (after === SPACE) return !joinsNext(before)
  return standsAlone(before) && standsAlone(after)
}

/** Units of scripts whose letters never join each other in one cluster: Latin, Cyrillic, Arabic, kana and Han. */
function standsAlone(unit: number): boolean {
  return (
    (unit >= 0x20 && unit <= 0x7e) ||
    (unit >= 0xa0 && unit <= 0x2ff) ||
    (unit >= 0x400 && unit <= 0x482) ||
    (unit >= 0x48a && unit <= 0x52f) ||
    (unit >= 0x620 && unit <= 0x64a) ||
    (unit >= 0x671 && unit <= 0x6d3) ||
    (unit >= 0x3041 && unit <= 0x3096) ||
    (unit >= 0x30a1 && unit <= 0x30fa) ||
    (unit >= 0x4e00 && unit <= 0x9fff)
  )
}

/** Units that may hold on to what follows: the class Prepend of tr29, whose members outside the BMP end in a low surrogate. */
function joinsNext(unit: number): boolean {
  return (
    (unit >= 0x600 && unit <= 0x605) ||
    unit === 0x6dd ||
    unit === 0x70f ||
    unit === 0x890 ||
    unit === 0x891 ||
    unit === 0x8e2 ||
    unit === 0xd4e ||
    (unit >= 0xd800 && unit <= 0xdfff)
  )
}
