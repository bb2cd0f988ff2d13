import { groupBy } from '../documents'

type Span = { readonly start: number; readonly end: number }

/** A token, or a part of one where a passage begins or ends inside it, and which spans it stands for, by their index. */
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
  let lineStart = 0
  for (const line of text.split('\n')) {
    const tokens = Array.from(line.matchAll(TOKEN), ({ 0: word, index }) => ({
      start: lineStart + index,
      end: lineStart + index + word.length,
    }))
    lineStart += line.length + 1
    const [first, last] = [tokens[0], tokens.at(-1)]
    if (!first || !last) continue
    const units = tokens.flatMap((token, index) => unitsOf(`${sentences.length + 1}-${index + 1}`, token, over(token)))
    sentences.push({ start: first.start, end: last.end, units })
  }
  return sentences
}

type Indexed = Span & { readonly index: number }

/** The spans over one token after another, in one sweep: a long text has many tokens, and few spans at a time. */
function spansOver(spans: readonly Span[]): (token: Span) => readonly Indexed[] {
  let next = 0
  let open: Indexed[] = []
  return (token) => {
    open = open.filter(({ end }) => end > token.start)
    for (let span = spans[next]; span && span.start < token.end; span = spans[++next]) {
      if (span.end > token.start) open.push({ ...span, index: next })
    }
    return open
  }
}

function unitsOf(id: string, token: Span, over: readonly Indexed[]): readonly TsvUnit[] {
  const covers = ({ start, end }: Span) => start <= token.start && end >= token.end
  const indexes = (spans: readonly Indexed[]) => spans.map(({ index }) => index)
  const parts = over
    .filter((span) => !covers(span))
    .map(({ start, end, index }) => ({ start: Math.max(start, token.start), end: Math.min(end, token.end), index }))
    .sort((a, b) => a.start - b.start || a.end - b.end)
  const same = [...groupBy(parts, ({ start, end }) => `${start} ${end}`).values()]
  return [
    { id, start: token.start, end: token.end, spans: indexes(over.filter(covers)) },
    ...same.map((group, index) => {
      const { start, end } = group[0] ?? token
      return { id: `${id}.${index + 1}`, start, end, spans: indexes(group) }
    }),
  ]
}
