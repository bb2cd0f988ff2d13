import { graphemeStart, type Span, segmenterFor, snapSpan } from './segments'

export type Piece = 'word' | 'sentence' | 'paragraph'

/** A stretch of one paragraph that holds all pieces near an offset. Its ends are the paragraph's, or far from the offset. */
export type Stretch = Span & { readonly pieces: readonly Span[] }

/** UTF-16 units looked at on each side, so that a text that is one paragraph of a million characters costs no more. */
const REACH = { word: 500, sentence: 5_000, paragraph: Number.POSITIVE_INFINITY } as const

/** The words, sentences or the paragraph around an offset, in order, without the white space between them. */
export function piecesAround(text: string, offset: number, piece: Piece, locale?: string): Stretch {
  const stretch = stretchAround(text, offset, REACH[piece])
  return { ...stretch, pieces: [...piecesIn(text, stretch, piece, locale)] }
}

/** The paragraph that holds an offset, without its line feed, cut down to `reach` units on each side. */
function stretchAround(text: string, offset: number, reach: number): Span {
  const start = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1
  const feed = text.indexOf('\n', offset)
  const end = feed === -1 ? text.length : feed
  return {
    start: offset - start > reach ? cutBefore(text, offset - reach) : start,
    end: end - offset > reach ? cutBefore(text, offset + reach) : end,
  }
}

/** A place to cut near an offset: before a space where there is one, so that no word is cut. */
function cutBefore(text: string, offset: number): number {
  const space = text.lastIndexOf(' ', offset)
  return offset - space < REACH.word / 2 ? space : graphemeStart(text, offset)
}

function* piecesIn(text: string, stretch: Span, piece: Piece, locale?: string): Generator<Span> {
  switch (piece) {
    case 'word':
      for (const part of segmenterFor('word', locale).segment(text.slice(stretch.start, stretch.end))) {
        const start = stretch.start + part.index
        if (part.isWordLike) yield { start, end: start + part.segment.length }
      }
      break
    case 'sentence':
      yield* sentencesIn(text, stretch, locale)
      break
    case 'paragraph':
      yield* whatIsLeft(text, stretch.start, stretch.end)
  }
}

function* sentencesIn(text: string, stretch: Span, locale?: string): Generator<Span> {
  let { start } = stretch
  let end = start
  for (const part of segmenterFor('sentence', locale).segment(text.slice(stretch.start, stretch.end))) {
    if (end > start && !goesOn(text.slice(Math.max(start, end - 16), end), part.segment)) {
      yield* whatIsLeft(text, start, end)
      start = end
    }
    end += part.segment.length
  }
  yield* whatIsLeft(text, start, end)
}

function* whatIsLeft(text: string, start: number, end: number): Generator<Span> {
  const span = snapSpan(text, start, end)
  if (span) yield span
}

/**
 * Unicode ends a sentence at every full stop before a capital, also in "Mr. Smith", "U.S. Embassy" and "on Sept. 5", and
 * after the question in “Why?” he asked. ICU knows such words, but ECMA-402 gives no way to ask it. A sentence too long
 * serves an analyst better than half a one.
 */
const ABBREVIATION =
  /(?:^|[\s\p{P}])(?:Mrs?|Messrs|Ms|Dr|Prof|Gen|Col|Maj|Capt|Lt|Sgt|Adm|Sen|Rep|Gov|Hon|Rev|St|No|vs|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|\p{Lu})\.\s*$/u
const SMALL_LETTER_FIRST = /^[\s\p{P}]*\p{Ll}/u

function goesOn(before: string, after: string): boolean {
  return ABBREVIATION.test(before) || SMALL_LETTER_FIRST.test(after.slice(0, 16))
}
