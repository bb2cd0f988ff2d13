import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { removeHighlights } from '#annotations/changes/actions/highlight-actions'
import { editSpeaker, mergeSpeakers } from '#annotations/changes/actions/speaker-actions'
import { editVerdict } from '#annotations/changes/actions/verdict-actions'
import { createRecords } from '#annotations/changes/records'
import type { CrossreadFile } from '#annotations/exchange/crossread-json/format'
import { fromCrossreadJson } from '#annotations/exchange/crossread-json/read'
import { serialise, toCrossreadJson } from '#annotations/exchange/crossread-json/write'
import { planMerge } from '#annotations/exchange/merge/plan-merge'
import type { ExportScope } from '#annotations/exchange/scope'
import { canonical, createModelDesk, must, refusal } from '../model-desk'
import { DESK, richDesk } from './rich-desk'

const planImport = (file: CrossreadFile) => planMerge(file, { name: 'x.json', verb: 'Import' })
const WHOLE: ExportScope = { kind: 'desk' }

function exported(scope: ExportScope = WHOLE) {
  return toCrossreadJson(richDesk().desk.records, DESK, scope)
}

describe('an export', () => {
  test('has the same bytes every time, whatever order the records are kept in', () => {
    const { desk } = richDesk()
    const other = createRecords()
    for (const [id, value] of [...desk.records.articles].reverse()) other.putArticle(id, value)
    for (const [id, value] of [...desk.records.revisions].reverse()) other.putRevision(id, value)
    for (const [id, value] of [...desk.records.links].reverse()) other.putLink(id, value)
    for (const [id, value] of desk.records.verdicts) other.putVerdict(id, value)
    for (const [id, value] of [...desk.records.highlights].reverse()) {
      other.putHighlight(id, Object.fromEntries(Object.entries(value).reverse()) as typeof value)
    }
    const bytes = serialise(toCrossreadJson(desk.records, DESK, WHOLE))
    expect(serialise(toCrossreadJson(other, DESK, WHOLE))).toBe(bytes)
    expect(bytes.endsWith('}\n')).toBe(true)
  })

  test('orders highlights by article and as they are read, the outer before the inner', () => {
    const { highlights, articles } = exported()
    expect(articles.map((article) => article.title)).toEqual(['First', 'Второй', 'Ministers meet'])
    expect(highlights.map((highlight) => highlight.anchor.quote.exact)).toEqual([
      'No talks were held.',
      'talks',
      'Министр',
      '👍🏽 отрицал это.',
      'وزیر نے تردید کی',
    ])
  })

  test('tells the text that offsets count in, and the articles that a link joins', () => {
    const { articles, highlights, links } = exported()
    const texts = new Map(articles.flatMap(({ revisions }) => revisions.map(({ id, text }) => [id, text])))
    for (const { revisionId, anchor } of highlights) {
      expect(texts.get(revisionId)?.slice(anchor.start, anchor.end)).toBe(anchor.quote.exact)
    }
    expect(links.map((link) => [link.relation, link.fromArticleId === link.toArticleId])).toEqual([
      ['attributes', true],
      ['denies', false],
      ['repeats', false],
    ])
  })

  test('of chosen articles keeps the links with both ends inside, and counts the others', () => {
    const { desk, one, two } = richDesk()
    const file = toCrossreadJson(desk.records, DESK, { kind: 'articles', ids: [two, one, two] })
    expect(file.scope).toEqual({ kind: 'articles', ids: [one, two] })
    expect(file.links.map((link) => link.relation)).toEqual(['attributes', 'denies'])
    expect(file.leftOut).toEqual({ highlights: 0, links: 1 })
  })

  test('of one tag brings the articles where it occurs, and says what else was there', () => {
    const file = exported({ kind: 'tag', tag: 'claim' })
    expect(file.articles.map((article) => article.title)).toEqual(['First', 'Ministers meet'])
    expect(new Set(file.highlights.map((highlight) => highlight.tag))).toEqual(new Set(['claim']))
    expect(file.links.map((link) => link.relation)).toEqual(['repeats'])
    expect(file.leftOut).toEqual({ highlights: 1, links: 1 })
  })

  test('brings the verdicts along whose claims it holds, and has no field for them where there are none', () => {
    const { desk, two, claim } = richDesk()
    const verdicts = toCrossreadJson(desk.records, DESK, WHOLE).verdicts
    expect(verdicts).toMatchObject([{ claim, rating: 'disputed', sources: ['https://e.org/log', 'The log'] }])
    expect(toCrossreadJson(desk.records, DESK, { kind: 'tag', tag: 'claim' }).verdicts).toEqual(verdicts)
    expect(toCrossreadJson(desk.records, DESK, { kind: 'tag', tag: 'denial' })).not.toHaveProperty('verdicts')
    expect(toCrossreadJson(desk.records, DESK, { kind: 'articles', ids: [two] })).not.toHaveProperty('verdicts')
  })

  test('of an empty desk can be read again', () => {
    const bytes = serialise(toCrossreadJson(createRecords(), DESK, WHOLE))
    expect(must(fromCrossreadJson(bytes)).articles).toEqual([])
  })
})

describe('an import', () => {
  test('into an empty desk restores every record, and exports to the same bytes', () => {
    const { desk } = richDesk()
    const bytes = serialise(toCrossreadJson(desk.records, DESK, WHOLE))
    const other = createModelDesk('Somebody else')
    const done = other.act(planImport(must(fromCrossreadJson(bytes)))).value
    expect(done).toMatchObject({ label: 'Import 3 articles', articles: 3, highlights: 5, links: 3 })
    expect(other.history).toHaveLength(1)
    expect(canonical(other.records)).toBe(canonical(desk.records))
    expect(serialise(toCrossreadJson(other.records, DESK, WHOLE))).toBe(bytes)
  })

  test('skips what is there already', () => {
    const { desk, inner } = richDesk()
    const file = must(fromCrossreadJson(serialise(toCrossreadJson(desk.records, DESK, WHOLE))))
    expect(must(desk.plan(planImport(file)))).toMatchObject({ changes: [], articles: 0, highlights: 0, links: 0 })
    const before = canonical(desk.records)
    desk.act(removeHighlights([inner]))
    expect(desk.act(planImport(file)).value).toMatchObject({ label: 'Import 1 highlight', highlights: 1 })
    expect(canonical(desk.records)).toBe(before)
  })

  test('brings the speakers that were merged, leaves the desk its own word on a name, and says so', () => {
    const { desk } = richDesk()
    desk.act(mergeSpeakers(['Министр', 'The minister'], 'The minister'))
    const file = toCrossreadJson(desk.records, DESK, WHOLE)
    expect(file.speakers).toMatchObject([{ name: 'The minister', aliases: ['Министр'] }])
    expect(must(fromCrossreadJson(serialise(file)))).toEqual(file)
    expect(toCrossreadJson(desk.records, DESK, { kind: 'tag', tag: 'attribution' }).speakers).toEqual(file.speakers)
    expect(toCrossreadJson(desk.records, DESK, { kind: 'tag', tag: 'claim' })).not.toHaveProperty('speakers')

    const other = createModelDesk()
    expect(other.act(planImport(file)).value).toMatchObject({ speakers: 1 })
    expect(canonical(other.records)).toBe(canonical(desk.records))
    expect(other.act(planImport(file)).value).toMatchObject({ speakers: 0, changes: [] })
    other.act(editSpeaker('The minister', { name: 'Ivan Ivanov' }))
    expect(other.act(planImport(file)).value).toMatchObject({
      speakers: 0,
      notes: [expect.stringContaining('its own word on 1 speaker')],
    })
    const [speaker] = file.speakers ?? []
    if (!speaker) throw new Error('no speaker')
    const twice = { ...file, speakers: [speaker, { ...speaker, id: speaker.id.replace(/.$/, 'z'), name: 'МИНИСТР' }] }
    expect(refusal(fromCrossreadJson(JSON.stringify(twice)))).toBe('bad-file')
  })

  test('of a desk that lacks its verdicts alone brings them', () => {
    const { desk, claim } = richDesk()
    const file = toCrossreadJson(desk.records, DESK, WHOLE)
    const before = canonical(desk.records)
    desk.act(editVerdict(claim, { rating: 'unchecked', note: '', sources: [] }))
    expect(desk.act(planImport(file)).value).toMatchObject({ label: 'Import 1 verdict', verdicts: 1 })
    expect(canonical(desk.records)).toBe(before)
    desk.act(editVerdict(claim, { rating: 'false' }))
    expect(must(desk.plan(planImport(file)))).toMatchObject({ verdicts: 0, conflicts: 1 })
  })

  test('of one article is named after it', () => {
    const { desk, one } = richDesk()
    const file = toCrossreadJson(desk.records, DESK, { kind: 'articles', ids: [one] })
    expect(must(createModelDesk().plan(planImport(file))).label).toBe('Import “First”')
  })
})

describe('reading a file', () => {
  /** The message of the refusal of an export after `change`. */
  function broken(change: (file: ReturnType<typeof exported>) => unknown): string {
    const file = structuredClone(exported())
    const changed = change(file) ?? file
    const result = fromCrossreadJson(JSON.stringify(changed))
    if (result.ok) throw new Error('It was not refused.')
    expect(result.error).toMatchObject({ code: 'bad-file', kept: 'Nothing was imported; the desk is as it was.' })
    return result.error.message
  }
  const set = (target: object, patch: object) => void Object.assign(target, patch)

  test('that is not JSON, or not ours, is refused', () => {
    expect(refusal(fromCrossreadJson('{"format": "crossre'))).toBe('bad-file')
    expect(broken(() => ({ type: 'Annotation' }))).toBe('This JSON file was not exported by Crossread.')
    expect(broken(() => [])).toBe('This JSON file was not exported by Crossread.')
  })

  test('accepts the example of its documentation', async () => {
    const page = await readFile(new URL('../../../../docs/formats/crossread-json.md', import.meta.url), 'utf8')
    const example = /```json\n(.*?)```/s.exec(page)?.[1] ?? ''
    expect(must(fromCrossreadJson(example)).links).toHaveLength(1)
  })

  test('of a newer version says so', () => {
    expect(broken((file) => ({ ...file, version: 2, brand: 'new' }))).toBe(
      'This file was written by a newer Crossread: its format has version 2, and this app reads version 1.',
    )
  })

  test('names the record and the field that are at fault', () => {
    const [, second] = exported().highlights
    const where = `Highlight ${second?.id} (number 2), `
    expect(broken((file) => set(file.highlights[1] ?? {}, { tag: 'rumour' }))).toContain(`${where}tag: `)
    expect(broken((file) => set(file.highlights[1]?.anchor ?? {}, { start: -1 }))).toContain(`${where}anchor.start: `)
    expect(broken((file) => set(file.links[0] ?? {}, { id: 7 }))).toContain('Link number 1, id: ')
    expect(broken((file) => set(file, { extra: 1 }))).toContain('extra')
  })

  test.each([
    ['a link to what is not there', (file) => file.highlights.splice(0, 1), /^Link lnk_\w+: its end hl_\w+ is not in/],
    ['an unknown article', (file) => file.articles.splice(0, 1), /^Highlight hl_\w+: its article art_\w+ is not in/],
    [
      'an offset outside the text',
      (file) => set(file.highlights[0]?.anchor ?? {}, { end: 999 }),
      /^Highlight hl_\w+: it ends at 999, and the text of its article at 39\.$/,
    ],
    [
      'words that stand elsewhere',
      (file) => set(file.highlights[0]?.anchor ?? {}, { start: 7 }),
      /^Highlight hl_\w+: the words it quotes do not stand at 7 to 25\.$/,
    ],
    [
      'a revision of another article',
      (file) => set(file.highlights[0] ?? {}, { articleId: file.articles[1]?.id }),
      /^Highlight hl_\w+: its article has no revision rev_\w+/,
    ],
    [
      'a text that is not that of its blocks',
      (file) => set(file.articles[0]?.revisions[0] ?? {}, { text: 'x' }),
      /^Revision rev_\w+ of article art_\w+: its text/,
    ],
    ['one id twice', (file) => file.links.push(...file.links.slice(0, 1)), /^Two records of the file have the id lnk_/],
    [
      'a link to itself',
      (file) => set(file.links[0] ?? {}, { to: file.links[0]?.from }),
      /^Link lnk_\w+: both of its ends are hl_/,
    ],
    [
      'a link into the wrong article',
      (file) => set(file.links[0] ?? {}, { toArticleId: file.articles[2]?.id }),
      /^Link lnk_\w+: its end hl_\w+ is not in article art_/,
    ],
    [
      'a verdict on what is no claim',
      (file) => set(file.verdicts?.[0] ?? {}, { claim: file.highlights[1]?.id }),
      /^Verdict on hl_\w+: it is not a claim of the file/,
    ],
    [
      'two verdicts on one claim',
      (file) => file.verdicts?.push(...file.verdicts),
      /^Verdict on hl_\w+: .* or has two verdicts\.$/,
    ],
  ] satisfies [string, (file: Mutable) => unknown, RegExp][])('refuses %s', (_what, change, message) => {
    expect(broken((file) => void change(file as never))).toMatch(message)
  })
})

type File = ReturnType<typeof exported>
type Mutable = { [K in 'articles' | 'highlights' | 'links']: File[K][number][] } & {
  verdicts?: NonNullable<File['verdicts']>[number][]
}
