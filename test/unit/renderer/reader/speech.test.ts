import { describe, expect, it } from 'vitest'
import { createPositions } from '../../../../src/renderer/reader/positions'
import { shorten, speechFor } from '../../../../src/renderer/reader/speech'

const text = 'He said “no”. She left.\n\nThe end'
const positions = createPositions([0, 24, 25], text.length)
const move = (unit: 'character' | 'word' | 'sentence' | 'paragraph' | 'line') =>
  ({ do: 'move', unit, direction: 1, extend: false }) as const
const at = (head: number, anchor = head) => ({ anchor, head })

describe('what is said of a step', () => {
  it('is the selection, when there is one, whichever way it was made', () => {
    expect(speechFor(text, at(8, 0), move('word'), positions)).toBe('Selected: He said')
    expect(speechFor(text, at(0, 8), move('word'), positions)).toBe('Selected: He said')
  })

  it('is the character, the word, the sentence or the line that the caret came to', () => {
    expect(speechFor(text, at(3), move('character'), positions)).toBe('s')
    expect(speechFor(text, at(7), move('word'), positions)).toBe('said')
    expect(speechFor(text, at(14), move('sentence'), positions)).toBe('She left.')
    expect(speechFor(text, at(14), move('line'), positions)).toBe('She left.')
  })

  it('names what a voice would swallow', () => {
    expect(speechFor(text, at(2), move('character'), positions)).toBe('space')
    expect(speechFor(text, at(8), move('character'), positions)).toBe('open quote')
    expect(speechFor(text, at(24), move('line'), positions)).toBe('End of paragraph')
    expect(speechFor(text, at(text.length), move('character'), positions)).toBe('End of text')
  })

  it('is shortened to the first and last words of a long passage', () => {
    const long = Array.from({ length: 60 }, (_, i) => `word${i}`).join(' ')
    expect(shorten(long)).toBe(
      'word0 word1 word2 word3 word4 word5 … word54 word55 word56 word57 word58 word59 (60 words)',
    )
    expect(shorten('a  b\nc')).toBe('a b c')
  })
})
