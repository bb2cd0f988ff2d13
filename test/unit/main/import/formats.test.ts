import { describe, expect, it } from 'vitest'
import { detectFormat } from '#main/import/detect-format'
import { proposeColumns } from '#main/import/formats/columns'
import { columnsOf } from '#main/import/pdf/columns'
import { linesOf, segmentsOf } from '#main/import/pdf/lines'
import { paragraphsOf } from '#main/import/pdf/paragraphs'
import type { TextRun } from '#main/import/pdf/text-run'
import { readArticles } from '#main/import/read-articles'
import { readRtfBlocks } from '#main/import/rtf/read-rtf'

const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))

describe('a format is told', () => {
  it.each([
    ['%PDF-1.7 …', 'notes.txt', 'pdf'],
    ['{\\rtf1 a}', 'letter.doc', 'rtf'],
    ['<!DOCTYPE html><p>a', 'page.txt', 'html'],
    ['<p>a</p>', 'page', 'html'],
    ['# A\n\nb', 'a.md', 'markdown'],
    ['# A\n\nb', 'a.txt', 'text'],
    ['title,text\na,b', 'a.csv', 'csv'],
    ['{"text":"a"}\n', 'dump', 'json-lines'],
    ['From: a@b\r\nTo: c@d\r\nSubject: e\r\n\r\nf', 'mail', 'eml'],
    ['From: the board\n\nWe write to say', 'letter.txt', 'text'],
    [
      'From: <Saved by Blink>\r\nSnapshot-Content-Location: https://a\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\r\n',
      'page',
      'mhtml',
    ],
    ['MZ in full is a town', 'a.txt', 'text'],
  ])('by its content before its name: %j, %s', (content, name, format) => {
    expect(detectFormat(bytes(content), name)).toEqual({ format })
  })
})

describe('columns', () => {
  it('are proposed from their names', () => {
    expect(proposeColumns(['id', 'Headline', 'Article Body', 'pub_date', 'Source', 'URL'])).toEqual({
      text: 'Article Body',
      title: 'Headline',
      publisher: 'Source',
      published: 'pub_date',
      url: 'URL',
    })
    expect(proposeColumns(['a', 'b'])).toBeNull()
  })

  it('are listed for the user to map, and the mapping is what counts', async () => {
    const table = bytes('x;y;text\nA ferry is saved;The old ferry sails for another winter.;no\n')
    const guessed = await readArticles(table, { source: { kind: 'file', name: 'a.csv' } })
    expect(guessed).toMatchObject({ value: [{ table: { names: ['x', 'y', 'text'], columns: { text: 'text' } } }] })
    const objects = bytes('{"a":"1","b":{"name":"2"},"c":{"d":3}}\n{"e":5}')
    const failed = await readArticles(objects, { source: { kind: 'file', name: 'a.jsonl' } })
    expect(failed).toMatchObject({ ok: false, error: { choices: ['a', 'b', 'e'] } })
    const read = await readArticles(table, {
      source: { kind: 'file', name: 'a.csv' },
      columns: { text: 'y', title: 'x' },
    })
    expect(read).toMatchObject({
      ok: true,
      value: [{ draft: { title: 'A ferry is saved', blocks: [{ text: 'The old ferry sails for another winter.' }] } }],
    })
  })
})

describe('rich text', () => {
  const blocks = (body: string) =>
    readRtfBlocks(`{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset204 B;}}${body}}`)

  it('keeps emphasis and links', () => {
    expect(
      blocks(
        'The \\b old\\b0  {\\i ferry} {\\field{\\*\\fldinst{HYPERLINK "https://coast.example/"}}{\\fldrslt{\\ul sails}}}.\\par',
      ),
    ).toEqual([
      {
        kind: 'paragraph',
        text: 'The old ferry sails.',
        marks: [
          { type: 'bold', start: 4, end: 7 },
          { type: 'italic', start: 8, end: 13 },
          { type: 'link', start: 14, end: 19, href: 'https://coast.example/' },
        ],
      },
    ])
  })

  it("reads letters by their font's character set, and by number without what stands for them", () => {
    expect(blocks("{\\f1 \\'cf\\'e0\\'f0\\'ee\\'ec} \\'e9 \\uc1\\u1662?\\u1575?\\par")[0]?.text).toBe('Паром é پا')
  })

  it('takes running heads for asides, and hidden tables for nothing', () => {
    const read = blocks('{\\header Coast Courier\\par}{\\info{\\title x}}{\\*\\unknown y}Text.\\par')
    expect(read).toEqual([
      { kind: 'paragraph', text: 'Coast Courier', aside: true },
      { kind: 'paragraph', text: 'Text.' },
    ])
  })
})

describe('the text layer of a PDF', () => {
  const STYLE = { bold: false, italic: false, href: null }
  /** Lines of ten-point type, five points a letter. */
  const column = (x: number, y: number, lines: readonly string[]): TextRun[] =>
    lines.map((text, i) => ({ text, x, y: y + i * 12, width: text.length * 5, size: 10, rtl: false, style: STYLE }))
  const read = (runs: readonly TextRun[]) => {
    const columns = columnsOf(segmentsOf(runs), false).map((segments) => ({ lines: linesOf(segments), page: 0 }))
    return paragraphsOf(columns, []).map(({ text }) => text)
  }
  const left = [
    'the board has voted to keep',
    'the old ferry in service for',
    'one more winter, after a he-',
    'aring that ran past midnight',
    'and drew hundreds of people',
  ]
  const right = [
    'who live along the bay. The',
    'operator said that well-known',
    'repairs would be done before',
    'the end of the month, and not',
    'a day later than that month.',
  ]

  it('is read column by column, and a sentence goes on over the gutter', () => {
    expect(read([...column(50, 100, left), ...column(250, 100, right)])).toEqual([
      'the board has voted to keep the old ferry in service for one more winter, after a hearing that ran past midnight and drew hundreds of people who live along the bay. The operator said that well-known repairs would be done before the end of the month, and not a day later than that month.',
    ])
  })

  it('keeps a hyphen that the text has elsewhere', () => {
    expect(
      read(column(50, 100, ['it is a well-known fact that a well-', 'known ferry sails in winter as well'])),
    ).toEqual(['it is a well-known fact that a well-known ferry sails in winter as well'])
  })

  it('reads a head over both columns first', () => {
    const head = column(50, 60, ['A head that is as wide as both of the columns and the gutter between them'])
    expect(read([...column(250, 100, right), ...column(50, 100, left), ...head])[0]).toMatch(/^A head/)
  })
})
