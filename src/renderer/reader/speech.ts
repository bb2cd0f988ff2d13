import { moveOffset } from '#annotations/anchoring/caret'
import { piecesAround } from '#annotations/anchoring/pieces'
import { graphemeEnd, snapSpan } from '#annotations/anchoring/segments'
import type { Caret } from '../state/reader'
import type { CaretAct } from './caret-keys'
import type { Positions } from './positions'

/** UTF-16 units: a longer selection is said by its first and last words, since all of it would take a minute to hear. */
const LONG_SELECTION = 160
const WORDS_AT_EACH_END = 6

const NAMES: { readonly [character: string]: string } = {
  ' ': 'space',
  '\u00a0': 'space',
  '\n': 'end of paragraph',
  '.': 'full stop',
  ',': 'comma',
  ';': 'semicolon',
  ':': 'colon',
  '-': 'hyphen',
  '–': 'dash',
  '—': 'dash',
  '“': 'open quote',
  '”': 'close quote',
  '"': 'quote',
  '(': 'open bracket',
  ')': 'close bracket',
  '?': 'question mark',
  '!': 'exclamation mark',
}

/** What a screen reader is told after a step in caret mode: what is selected, or else what the caret came to. */
export function speechFor(text: string, caret: Caret, act: CaretAct, positions: Positions, locale?: string): string {
  const span = snapSpan(text, Math.min(caret.anchor, caret.head), Math.max(caret.anchor, caret.head))
  if (span) return `Selected: ${shorten(text.slice(span.start, span.end))}`
  const { head } = caret
  if (head === text.length && text.length > 0) return 'End of text'
  switch (act.do === 'move' ? act.unit : act.do === 'edge' ? 'line' : 'word') {
    case 'character':
      return characterAt(text, head)
    case 'word':
      return wordNear(text, head, locale)
    case 'sentence':
      return shorten(text.slice(head, moveOffset(text, head, 'sentence', 1, locale)))
    case 'paragraph':
    case 'line': {
      const rest = text.slice(head, positions.endOf(positions.blockAt(head)))
      return rest.trim() === '' ? 'End of paragraph' : shorten(rest)
    }
  }
}

function characterAt(text: string, offset: number): string {
  const character = text.slice(offset, graphemeEnd(text, offset + 1))
  return NAMES[character] ?? character
}

/** Forward, the caret stands after the word that it passed over; backward, before it. */
function wordNear(text: string, offset: number, locale?: string): string {
  const { pieces } = piecesAround(text, offset, 'word', locale)
  const word = pieces.find(({ start, end }) => start <= offset && offset <= end)
  return word ? text.slice(word.start, word.end) : characterAt(text, offset)
}

/** The first and last words of a long passage, with how many words it has. */
export function shorten(passage: string): string {
  const line = passage.replace(/\s+/g, ' ').trim()
  if (line.length <= LONG_SELECTION) return line
  const words = line.split(' ')
  if (words.length <= WORDS_AT_EACH_END * 2) return line
  const ends = [words.slice(0, WORDS_AT_EACH_END), words.slice(-WORDS_AT_EACH_END)]
  return `${ends.map((some) => some.join(' ')).join(' … ')} (${words.length} words)`
}
