import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emphasise } from '../../../../src/renderer/linking/emphasis'

const marked = (text: string, query: string, most = 200) =>
  emphasise(text, query, most)
    .map((piece) => (piece.hit ? `[${piece.text}]` : piece.text))
    .join('')

describe('words that were searched for', () => {
  test('are marked where they begin a word, without case', () => {
    expect(marked('The port was closed; reports of ports.', 'PORT')).toBe('The [port] was closed; reports of [port]s.')
  })

  test('are marked within words where they begin none', () => {
    expect(marked('Two reports of seaports', 'port')).toBe('Two re[port]s of sea[port]s')
  })

  test('are found without diacritics and with typographic quotes', () => {
    expect(marked('Präsident Özgür said “no”', 'ozgur no')).toBe('Präsident [Özgür] said “[no]”')
  })

  test('are marked once where two of them overlap', () => {
    expect(marked('a seaport', 'seaport port')).toBe('a [seaport]')
  })

  test('are brought into sight in a long passage', () => {
    const shown = marked(`${'word '.repeat(80)}needle at the end`, 'needle', 100)
    expect(shown).toContain('[needle]')
    expect(shown.startsWith('…')).toBe(true)
  })

  test('leave the passage as it is, on one line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.string({ maxLength: 8 }), (text, query) => {
        const shown = emphasise(text, query, 1_000)
        expect(shown.map((piece) => piece.text).join('')).toBe(text.replace(/\s+/g, ' ').trim())
      }),
    )
  })
})
