type Span = { readonly start: number; readonly end: number }

/**
 * A token, or a part of one where a passage begins or ends inside it, and which spans it stands for, by their index. Whole tokens
 * in a row that stand for the same spans have the same list.
 */
export type TsvUnit = Span & { readonly id: string; readonly spans: readonly number[] }
export type Sentence = Span & { readonly units: readonly TsvUnit[] }

/** Words and runs of other signs, without the spaces between them: the format has no place for a token of spaces. */
const TOKEN = /[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]+/gu

/**
 * A text as sentences of tokens: a line that has any token is a sentence, from its first to its last. A token that a span
 * cuts is followed by the parts that spans take of it. `spans` go by their start; offsets are UTF-16 units.
 */
export function sentencesOf(text: string, spans: readonly Span[]): readonly Sentence[] {
  const sentences: Sentence[] = []
  const over = spansOver(spans)
  const addUnits = (units: TsvUnit[], id: string, token: Span) => {
    const { spans, indexes } = over(token)
    const { start, end } = token
    if (spans.every((span) => covers(span, token))) units.push({ id, start, end, spans: indexes })
    else units.push(...cutUnits(id, token, spans))
  }
  let lineStart = 0
  for (const line of text.split('\n')) {
    const units: TsvUnit[] = []
    let [tokens, first, end] = [0, 0, 0]
    for (const { 0: word, index } of line.matchAll(TOKEN)) {
      const start = lineStart + index
      end = start + word.length
      if (tokens === 0) first = start
      tokens++
      addUnits(units, `${sentences.length + 1}-${tokens}`, { start, end })
    }
    lineStart += line.length + 1
    if (tokens > 0) sentences.push({ start: first, end, units })
  }
  return sentences
}

type Indexed = Span & { readonly index: number }

/** The spans over a token, and their indexes: the same list for all tokens in a row that have the same ones. */
type Over = { readonly spans: readonly Indexed[]; readonly indexes: readonly number[] }
const NOTHING: Over = { spans: [], indexes: [] }

/** The spans over one token after another, in one sweep: a long text has many tokens, and few spans at a time. */
function spansOver(spans: readonly Span[]): (token: Span) => Over {
  let next = 0
  let open = NOTHING
  /** Where the first of the open spans ends. */
  let until = Number.POSITIVE_INFINITY
  return ({ start, end }) => {
    const isNext = (spans[next]?.start ?? Number.POSITIVE_INFINITY) < end
    if (until > start && !isNext) return open
    const still = open.spans.filter((span) => span.end > start)
    for (let span = spans[next]; span && span.start < end; span = spans[++next]) {
      if (span.end > start) still.push({ start: span.start, end: span.end, index: next })
    }
    until = still.reduce((least, span) => Math.min(least, span.end), Number.POSITIVE_INFINITY)
    open = still.length === 0 ? NOTHING : { spans: still, indexes: still.map(({ index }) => index) }
    return open
  }
}

function covers(span: Span, token: Span): boolean {
  return span.start <= token.start && span.end >= token.end
}

/** A token that spans cut, and the parts that they take of it. */
function cutUnits(id: string, token: Span, over: readonly Indexed[]): readonly TsvUnit[] {
  const parts = over
    .filter((span) => !covers(span, token))
    .map(({ start, end, index }) => ({ start: Math.max(start, token.start), end: Math.min(end, token.end), index }))
    .sort((a, b) => a.start - b.start || a.end - b.end)
  const whole = over.filter((span) => covers(span, token)).map(({ index }) => index)
  const units: { id: string; start: number; end: number; spans: number[] }[] = [
    { id, start: token.start, end: token.end, spans: whole },
  ]
  for (const { start, end, index } of parts) {
    const last = units.at(-1)
    // The same part again; the token itself is none of its parts.
    if (last && units.length > 1 && last.start === start && last.end === end) last.spans.push(index)
    else units.push({ id: `${id}.${units.length}`, start, end, spans: [index] })
  }
  return units
}
