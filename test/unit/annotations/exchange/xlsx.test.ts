import { describe, expect, test } from 'vitest'
import { describePassage } from '#annotations/anchoring/describe'
import { type CrossreadFile, crossreadFileSchema } from '#annotations/exchange/crossread-json/format'
import type { InFile } from '#annotations/exchange/format'
import { xlsxIn } from '#annotations/exchange/xlsx/read'
import { xlsxOut } from '#annotations/exchange/xlsx/write'
import { textOf } from '#annotations/model/article'
import { must } from '../model-desk'
import { filesOf, readContext, recordsOf, richFile, through, whyNot } from './exchange-desks'
import { ID, smallFile } from './small-desk'

const sheet = (files: readonly InFile[], number: number) =>
  files.find(({ name }) => name === `xl/worksheets/sheet${number}.xml`)?.text ?? ''
const read = (files: readonly InFile[]) => xlsxIn.read(files, readContext())

/** The small desk with a longest paragraph in its first article, all of which is highlighted. */
function long(line: string): CrossreadFile {
  const [first, ...others] = smallFile.articles
  const [revision] = first?.revisions ?? []
  if (!first || !revision) throw new Error('no article')
  const blocks = [...revision.blocks, { kind: 'paragraph' as const, text: line }]
  const text = textOf(blocks)
  const highlights = smallFile.highlights.map((highlight) => {
    const { start, end } = highlight.anchor
    const whole = text.length - line.length
    if (highlight.id === ID('hl', '13')) return { ...highlight, anchor: describePassage(text, whole, text.length) }
    return highlight.articleId === first.id ? { ...highlight, anchor: describePassage(text, start, end) } : highlight
  })
  const articles = [{ ...first, revisions: [{ ...revision, text, blocks }] }, ...others]
  return crossreadFileSchema.parse({ ...smallFile, articles, highlights })
}

describe('an Excel workbook', () => {
  test('is a package with a sheet a kind of record, as ECMA-376 has it', () => {
    const files = filesOf(xlsxOut, smallFile)
    expect(files.map(({ name }) => name)).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'xl/workbook.xml',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      ...[1, 2, 3, 4, 5, 6].map((number) => `xl/worksheets/sheet${number}.xml`),
    ])
    expect(files[2]?.text).toBe(
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
        '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ' +
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>' +
        ['Articles', 'Texts', 'Paragraphs', 'Highlights', 'Links', 'Verdicts']
          .map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
          .join('') +
        '</sheets></workbook>',
    )
    expect(xlsxOut.write(smallFile, 'desk')).toMatchObject({
      archive: 'xlsx',
      losses: [{ sentence: 'The desk’s name and date.' }],
    })
  })

  test('has words as inline strings and offsets as numbers', () => {
    const cell = (reference: string, text: string) =>
      `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`
    expect(sheet(filesOf(xlsxOut, smallFile), 4)).toContain(
      `${cell('D2', 'claim')}${cell('E2', 'No talks were held')}${cell('G2', 'Says "no", twice')}` +
        `<c r="H2"><v>3</v></c><c r="I2"><v>21</v></c>${cell('J2', '👍 ')}`,
    )
  })

  test('writes what XML cannot hold as _xHHHH_, and what only looks so with its underscore escaped', () => {
    const [first, ...rest] = smallFile.highlights
    if (!first) throw new Error('no highlight')
    const note = 'a\u0001b\rc\ud800d _x0041_ \t\n=1+1'
    const file = { ...smallFile, highlights: [{ ...first, note }, ...rest] }
    expect(sheet(filesOf(xlsxOut, file), 4)).toContain('a_x0001_b_x000D_c_xD800_d _x005F_x0041_ \t\n=1+1')
    expect(recordsOf(through(xlsxOut, xlsxIn, file).file)).toEqual(recordsOf(file))
  })

  test('restores verdicts, and how highlights were carried', () => {
    const rich = richFile()
    const [claim, ...others] = rich.highlights
    if (!claim) throw new Error('no highlight')
    const carried = { from: claim.revisionId, method: 'diff', score: 0.25 } as const
    const file = { ...rich, highlights: [{ ...claim, carried, settled: true as const }, ...others] }
    const back = through(xlsxOut, xlsxIn, file).file
    expect(recordsOf(back)).toEqual(recordsOf(file))
    expect(back.verdicts).toEqual(file.verdicts)
    expect(back.verdicts?.[0]?.sources).toEqual(['https://e.org/log', 'The log'])
  })

  test('continues in another sheet what no cell can hold, and cuts no character in two', () => {
    const line = 'x'.repeat(32_766) + '👍'.repeat(20_000)
    const file = long(line)
    const files = filesOf(xlsxOut, file)
    const cells = files.flatMap(({ text }) => Array.from(text.matchAll(/<t [^>]*>([^<]*)<\/t>/g), ([, cell]) => cell))
    expect(Math.max(...cells.map((cell) => cell?.length ?? 0))).toBe(32_766)
    expect(files.at(2)?.text).toContain('name="Continued"')
    expect(recordsOf(through(xlsxOut, xlsxIn, file).file)).toEqual(recordsOf(file))
  })

  test('that another program saved is read: shared and formatted strings, gaps, sheets renamed and absolute paths', () => {
    const strings: string[] = []
    const files = filesOf(xlsxOut, smallFile).map(({ name, text }) => ({
      name,
      text: text
        .replace(/ t="inlineStr"><is><t xml:space="preserve">([^<]*)<\/t><\/is>/g, (_, cell: string) => {
          strings.push(`<si><r><rPr><b/></rPr><t xml:space="preserve">${cell}</t></r><rPh><t>x</t></rPh></si>`)
          return ` t="s"><v>${strings.length - 1}</v>`
        })
        .replace('name="Links"', 'name="Ties"')
        .replaceAll('Target="worksheets/', 'Target="/xl/worksheets/')
        .replaceAll('<row ', '<x:row xmlns:x="y" ')
        .replaceAll('</row>', '</x:row>'),
    }))
    const shared = { name: 'xl/sharedStrings.xml', text: `<sst>${strings.join('')}</sst>` }
    expect(recordsOf(must(read([...files, shared])).file)).toEqual(recordsOf(smallFile))
  })

  test.each([
    [
      'a highlight of no text',
      `>${ID('rev', '01')}</t></is></c><c r="D2"`,
      `>x</t></is></c><c r="D2"`,
      /^Sheet Highlights, row 2: its text x is not/,
    ],
    ['an offset that is no number', '<v>21</v>', '<v>many</v>', /^Sheet Highlights, row 2, end_utf16: it is not/],
    [
      'a link to nothing',
      `${ID('hl', '12')}</t></is></c><c r="B`,
      `x</t></is></c><c r="B`,
      /^Sheet Links, row 2: its end hl_\w+12 is not in the file\.$/,
    ],
    ['another tag column', '>tag<', '>kind<', /^Sheet Highlights has not the column “tag”, so none of its 4 rows/],
    [
      'a part that is cut off',
      '</worksheet>',
      '',
      /^Sheet Articles \(xl\/worksheets\/sheet1\.xml\) breaks off at line \d+, column 1 \(unclosed tag: worksheet\): 3 whole/,
    ],
    ['articles without a column', '>direction<', '>way<', /^Sheet Articles has not the column “direction”/],
  ])('refuses %s, and names it', (_what, before, after, message) => {
    const files = filesOf(xlsxOut, smallFile).map(({ name, text }) => ({ name, text: text.replace(before, after) }))
    expect(whyNot(read(files))).toMatch(message)
  })

  test('without a part that it names is refused', () => {
    const files = filesOf(xlsxOut, smallFile).filter(({ name }) => !name.endsWith('sheet3.xml'))
    expect(whyNot(read(files))).toBe('Sheet Paragraphs is missing: the workbook has no part xl/worksheets/sheet3.xml.')
  })
})
