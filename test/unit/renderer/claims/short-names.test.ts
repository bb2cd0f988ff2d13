import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shortNames } from '../../../../src/renderer/claims/short-names'

const short = (...names: string[]) => names.map((name) => shortNames(names).get(name))

describe('Names of papers on buttons', () => {
  test('stay as they are where they fit, and end early at a word where they do not', () => {
    expect(short('Courier', 'The Evening Standard of the Northern Provinces')).toEqual([
      'Courier',
      'The Evening Standard of the…',
    ])
  })

  test('that begin alike leave out what they share, up to the word in which they differ', () => {
    const [one, other, third] = short(
      'Foreign minister did not refuse to meet his colleague, ministry says',
      'Foreign minister did not refuse to meet his counterpart, paper reports',
      'Foreign minister did not refuse to meet his colleague, embassy writes',
    )
    expect(one).toBe('Foreign… ministry says')
    expect(other).toBe('Foreign… counterpart, paper…')
    expect(third).toBe('Foreign… embassy writes')
  })

  test('are apart where one is how the other begins, and in words without a space', () => {
    const one = `${'Long'.repeat(12)}A`
    const names = [
      one,
      `${'Long'.repeat(12)}B`,
      'No meeting was planned, and none was refused',
      'No meeting was planned, and none was refused (2)',
    ]
    const made = short(...names)
    expect(new Set(made).size).toBe(names.length)
  })

  test('that fit stay whole, though one is how the other begins', () => {
    expect(short('Herald', 'Herald Weekly')).toEqual(['Herald', 'Herald Weekly'])
  })

  test('that differ only behind what is shown are told apart by that', () => {
    // 29 units are shown before the ellipsis: the 29th is the last that tells them apart.
    const begun = 'x'.repeat(28)
    expect(short(`${begun}A and so on`, `${begun}B and so on`)).toEqual([`${begun}A…`, `${begun}B…`])
    const longer = 'x'.repeat(29)
    expect(new Set(short(`${longer}A and so on`, `${longer}B and so on`)).size).toBe(2)
  })

  test('are not cut within a character', () => {
    expect(short(`${'x'.repeat(28)}😀😀😀`)).toEqual([`${'x'.repeat(28)}…`])
  })

  test('are never longer than a button takes', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1, maxLength: 120 }), { maxLength: 6 }), (names) => {
        for (const made of shortNames(names).values()) expect(made.length).toBeLessThanOrEqual(31)
      }),
    )
  })
})
