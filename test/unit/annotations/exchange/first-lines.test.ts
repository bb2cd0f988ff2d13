import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toCrossreadJson } from '#annotations/exchange/crossread-json/write'
import { firstLines } from '#annotations/exchange/first-lines'
import type { OutFile } from '#annotations/exchange/format'
import { exportFormats } from '#annotations/exchange/formats'
import { DESK, richDesk } from './rich-desk'

const out = (...files: readonly OutFile[]) => ({ files, losses: [] })
const file = (name: string, ...chunks: readonly string[]): OutFile => ({ name, chunks: () => chunks })

describe('the first lines of an export', () => {
  test('are those of the file, however it is cut into chunks', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'bc', '\n', 'd\ne', '👍')), (chunks) => {
        const whole = chunks.join('').split('\n').slice(0, 14).join('\n')
        expect(firstLines(out(file('x.json', ...chunks)))).toEqual(
          whole === '' ? null : { name: 'x.json', text: whole },
        )
      }),
    )
  })

  test('take no more of a long file than they show', () => {
    let made = 0
    const endless: OutFile = {
      name: 'x.csv',
      *chunks() {
        for (;;) yield `line ${made++}\n`
      },
    }
    expect(firstLines(out(endless))?.text.split('\n')).toHaveLength(14)
    expect(made).toBeLessThan(20)
  })

  test('are cut where one is long, and never within a character', () => {
    const text = firstLines(out(file('x.json', `a${'👍'.repeat(300)}\nb`)))?.text
    expect(text).toMatch(/^a(👍)+…\nb$/u)
    expect(text?.length).toBeLessThan(170)
  })

  test('are of the annotations, where these lie beside their text, and of no archive', () => {
    expect(firstLines(out(file('a.txt', 'words'), file('a.ann', 'T1')))?.name).toBe('a.ann')
    expect(firstLines({ ...out(file('project.qde', '<x/>')), archive: 'qdpx' })).toBeNull()
    expect(firstLines(out(file('a.txt', 'words'), file('a.ann', '')))?.name).toBe('a.txt')
    expect(firstLines(out())).toBeNull()
  })

  test('are there for every format of text', () => {
    const records = toCrossreadJson(richDesk().desk.records, DESK, { kind: 'desk' })
    for (const format of exportFormats) {
      const written = format.write(records, 'desk')
      expect(firstLines(written) === null, format.id).toBe(written.archive !== undefined)
    }
  })
})
