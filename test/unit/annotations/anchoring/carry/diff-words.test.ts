import fc from 'fast-check'
import { expect, test } from 'vitest'
import { diffPieces } from '#annotations/anchoring/carry/diff-blocks'
import { diffWords } from '#annotations/anchoring/carry/diff-words'
import { tokenize } from '#annotations/anchoring/carry/tokens'
import { longWords, prose, words } from './edits'

const joined = (pieces: ReturnType<typeof diffPieces>, ...kinds: string[]) =>
  pieces
    .filter((piece) => kinds.includes(piece.kind))
    .map((piece) => piece.text)
    .join('')

test('tokens are words, numbers and signs, and none holds white space', () => {
  const texts = (text: string) => tokenize(text).map((token) => token.text)
  expect(texts('The U.S. envoy’s 1,200 men—“gone”.')).toEqual([
    ...['The', 'U.S', '.', 'envoy’s', '1,200', 'men', '—', '“', 'gone', '”', '.'],
  ])
  expect(texts('وزیرِ اعظم نے کہا')).toEqual(['وزیرِ', 'اعظم', 'نے', 'کہا'])
  expect(texts('首相は')).toEqual(['首', '相', 'は'])
})

test('every token lies where it says', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      for (const token of tokenize(text)) expect(text.slice(token.start, token.end)).toBe(token.text)
    }),
  )
})

test('a changed word is told apart from the words around it', () => {
  expect(diffPieces('Nine people were held on Monday.', 'Eleven people were held late on Monday.')).toEqual([
    { kind: 'removed', text: 'Nine ' },
    { kind: 'added', text: 'Eleven' },
    { kind: 'same', text: ' people were held' },
    { kind: 'added', text: ' late' },
    { kind: 'same', text: ' on Monday.' },
  ])
})

test('what stayed and what was added is the new text, what stayed and what was removed the words of the old', () => {
  fc.assert(
    fc.property(prose(), prose(), (before, after) => {
      const pieces = diffPieces(before, after)
      expect(joined(pieces, 'same', 'added')).toBe(after)
      expect(words(joined(pieces, 'same', 'removed'))).toEqual(words(before))
    }),
  )
})

test('stretches follow one another in both texts, and say the same where they say so', () => {
  fc.assert(
    fc.property(longWords(), longWords(), (before, after) => {
      let [i, j] = [0, 0]
      for (const stretch of diffWords(before, after)) {
        expect(stretch.oldStart).toBeGreaterThanOrEqual(i)
        expect(stretch.newStart).toBeGreaterThanOrEqual(j)
        if (stretch.same) {
          const [old, now] = [
            before.slice(stretch.oldStart, stretch.oldEnd),
            after.slice(stretch.newStart, stretch.newEnd),
          ]
          expect(words(old)).toEqual(words(now))
        }
        i = stretch.oldEnd
        j = stretch.newEnd
      }
      expect([i, j]).toEqual([before.trimEnd().length, after.trimEnd().length])
    }),
    { numRuns: 8 },
  )
})
