import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { CrossreadFile } from '#annotations/exchange/crossread-json/format'
import type { ExportFormat } from '#annotations/exchange/format'
import { exportFormats, importFormats } from '#annotations/exchange/formats'
import { ALL_ASPECTS, lossesOf } from '#annotations/exchange/losses'
import { at } from '../../../scripts/lib/project.mjs'
import { awkwardFile, filesOf, through } from '../annotations/exchange/exchange-desks'
import { codeIn, hasToken, LOST, readFormatPage, tableIn } from './format-page'
import { MARKS, markedFile } from './marked-file'

/** The published schema is what the pages are held against. */
const schema = JSON.parse(readFileSync(at('annotations/schema/crossread-1.schema.json'), 'utf8'))
const fieldsOf = (name: string): readonly string[] => {
  const one = schema.$defs[name]
  const shapes: readonly { readonly properties: object }[] = one.oneOf ?? one.anyOf ?? [one]
  return [...new Set(shapes.flatMap(({ properties }) => Object.keys(properties)))]
}
/** Every field of every kind of record. The place and the quote of a highlight are fields of it, as no format has them together. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  desk: fieldsOf('Desk'),
  article: fieldsOf('Article'),
  revision: fieldsOf('Revision').filter((field) => field !== 'blocks'),
  block: fieldsOf('Block').filter((field) => field !== 'text'),
  highlight: [
    ...fieldsOf('Highlight').filter((field) => field !== 'anchor'),
    ...fieldsOf('Anchor').filter((field) => field !== 'quote'),
    ...fieldsOf('Quote'),
  ],
  link: fieldsOf('Link'),
  verdict: fieldsOf('Verdict'),
  speaker: fieldsOf('Speaker'),
}

/** The page of each format; the two graphs share one. */
const PAGES = new Map(exportFormats.map(({ id }) => [id, id === 'graphml' || id === 'gexf' ? 'graphs' : id]))
const formats = exportFormats.map((format) => ({
  id: format.id,
  format,
  back: importFormats.find(({ id }) => id === format.id),
  page: readFormatPage(PAGES.get(format.id) ?? ''),
}))

/** All that an export says of a desk, with the names of its files. */
const textOfAll = (format: ExportFormat, file: CrossreadFile) =>
  filesOf(format, file)
    .map(({ name, text }) => `${name}\n${text}`)
    .join('\n')

/** Each record of a file by its kind and id, with the fields that the pages know. */
function recordsOf({ articles, highlights, links, verdicts = [], speakers = [] }: CrossreadFile) {
  const records = new Map<string, { readonly kind: string; readonly fields: object }>()
  for (const { revisions, ...article } of articles) {
    records.set(article.id, { kind: 'article', fields: { ...article, revisions: revisions.map(({ id }) => id) } })
    for (const { blocks, ...revision } of revisions) {
      records.set(revision.id, { kind: 'revision', fields: revision })
      for (const [index, block] of blocks.entries())
        records.set(`${revision.id} ${index}`, { kind: 'block', fields: block })
    }
  }
  for (const { anchor, ...highlight } of highlights) {
    const { quote, ...place } = anchor
    records.set(highlight.id, { kind: 'highlight', fields: { ...highlight, ...place, ...quote } })
  }
  for (const link of links) records.set(link.id, { kind: 'link', fields: link })
  for (const verdict of verdicts) records.set(`${verdict.claim} verdict`, { kind: 'verdict', fields: verdict })
  for (const speaker of speakers) records.set(speaker.id, { kind: 'speaker', fields: speaker })
  return records
}

/** The fields that do not come back, as `kind.field`. */
function lostBetween(file: CrossreadFile, back: CrossreadFile): ReadonlySet<string> {
  const there = recordsOf(back)
  return new Set(
    [...recordsOf(file)].flatMap(([key, { kind, fields }]) => {
      const other = new Map(Object.entries(there.get(key)?.fields ?? {}))
      return Object.entries(fields)
        .filter(([field, value]) => JSON.stringify(value) !== JSON.stringify(other.get(field)))
        .map(([field]) => `${kind}.${field}`)
    }),
  )
}

/** A sentence of a report as the pages have it: for any number. */
const forAny = (sentence: string) => sentence.replace(/\b1 ([a-z]+)/, '2 $1s').replace(/\d+/, '…')

describe.each(formats)('The page of $id', ({ format, back, page }) => {
  const lost = new Set(
    page.mappings.filter(({ becomes }) => becomes === LOST).map(({ record, field }) => `${record}.${field}`),
  )

  test('names every field of every kind of record, once, and no other', () => {
    const named = page.mappings.map(({ record, field }) => `${record}.${field}`).sort()
    const all = Object.entries(FIELDS).flatMap(([record, fields]) => fields.map((field) => `${record}.${field}`))
    expect(named).toEqual(all.sort())
  })

  test('quotes nothing that is not in an export', () => {
    const text = textOfAll(format, markedFile())
    expect(page.tokens.filter((token) => !hasToken(text, token))).toEqual([])
  })

  test('calls lost what is in no export, and nothing else', () => {
    const text = textOfAll(format, markedFile({ prefix: 'Qprefix', suffix: 'Qsuffix' })).toLowerCase()
    const marks = Object.entries(MARKS).flatMap(([record, fields]) =>
      Object.entries(fields)
        .filter(([field]) => FIELDS[record]?.includes(field))
        .map(([field, mark]) => ({ key: `${record}.${field}`, isThere: text.includes(mark.toLowerCase()) })),
    )
    expect(marks.filter(({ isThere }) => !isThere).map(({ key }) => key)).toEqual(
      marks.filter(({ key }) => lost.has(key)).map(({ key }) => key),
    )
  })

  // What goes one way only is told from the marks alone.
  if (back)
    test('calls lost what does not come back, and nothing else', () => {
      const file = markedFile()
      const gone = lostBetween(file, through(format, back, file).file)
      expect(gone).toEqual(new Set([...lost].filter((key) => !key.startsWith('desk.'))))
    })

  test('says word for word what an export says that it loses, and what only Crossread finds again', () => {
    const said = [markedFile(), awkwardFile()].flatMap((file) => format.write(file, 'desk').losses)
    const sentences = (restored: boolean) =>
      new Set(said.filter((loss) => loss.restored === restored).map(({ sentence }) => forAny(sentence)))
    expect(new Set(page.lost)).toEqual(sentences(false))
    expect(new Set(page.hidden)).toEqual(sentences(true))
  })
})

test('what the pages are held against loses everything that a report can name', () => {
  const gone = lossesOf(markedFile(), { gone: ALL_ASPECTS, carries: ALL_ASPECTS })
  const more = lossesOf(awkwardFile(), { gone: ALL_ASPECTS, carries: ALL_ASPECTS })
  expect(new Set([...gone, ...more].map(({ sentence }) => forAny(sentence))).size).toBe(ALL_ASPECTS.length)
})

describe('The page of Crossread JSON', () => {
  const page = readFileSync(at('docs/formats/crossread-json.md'), 'utf8')
  const file = page.slice(page.indexOf('## The file'), page.indexOf('## An example'))

  test.each([
    ['Article', '### An article'],
    ['Highlight', '### A highlight'],
    ['Link', '### A link'],
    ['Verdict', '### A verdict'],
    ['Speaker', '### A speaker'],
  ])('names every field of %s in its table, in the order that it is written in, and no other', (name, heading) => {
    const table = tableIn(file.slice(file.indexOf(heading)), '| field | what |')
    expect(table.flatMap(([fields = '']) => codeIn(fields))).toEqual(fieldsOf(name))
  })

  test('names every field of the file and of what stands in its records', () => {
    const table = tableIn(file, '| field | what |')
    expect(table.flatMap(([fields = '']) => codeIn(fields))).toEqual(Object.keys(schema.properties))
    const names = ['Desk', 'Scope', 'Revision', 'Block', 'Mark', 'Source', 'Anchor', 'Quote', 'Carried']
    const said = new Set(codeIn(file).flatMap((code) => code.split(/[^a-zA-Z]+/)))
    expect(names.flatMap(fieldsOf).filter((field) => !said.has(field))).toEqual([])
  })
})

test('the list of formats names each of them, and which of them are read', () => {
  const rows = tableIn(readFileSync(at('docs/formats/README.md'), 'utf8'), '| format | out | in |')
  const listed = rows.flatMap(([names = '', out = '', back = '']) =>
    Array.from(names.matchAll(/\]\(([a-z-]+)\.md\)/g), ([, page = '']) => ({ page, out, back })),
  )
  const expected = [...new Set(PAGES.values())].map((page) => {
    const reads = importFormats.some(({ id }) => id === page)
    return { page, out: 'yes', back: reads ? 'yes' : page === 'polnear' ? 'by brat’s' : '' }
  })
  const own = { page: 'crossread-json', out: 'yes', back: 'yes' }
  const byPage = (a: { readonly page: string }, b: { readonly page: string }) => (a.page < b.page ? -1 : 1)
  expect(listed.toSorted(byPage)).toEqual([...expected, own].sort(byPage))
})
