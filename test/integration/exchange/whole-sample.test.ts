import { isDeepStrictEqual } from 'node:util'
import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import type { RecordsView } from '#annotations/changes/records'
import { importFormats } from '#annotations/exchange/formats'
import { type Article, articleSchema, revisionSchema } from '#annotations/model/article'
import { conflictSchema } from '#annotations/model/conflict'
import { type Highlight, highlightSchema } from '#annotations/model/highlight'
import { linkSchema } from '#annotations/model/link'
import type { Result } from '#annotations/model/result'
import { speakerSchema } from '#annotations/model/speaker'
import { verdictSchema } from '#annotations/model/verdict'
import { type Client, createClient } from '#contract/client'
import { browserShellPort } from '#main/browser/browser-shell-port'
import type { Desk } from '#main/desk/desk'
import { serveDesk } from '#main/desk/handlers/serve-desk'
import { createMemoryDesk } from '../../support/memory-desk'
import { createMemoryTransport } from '../../support/memory-transport'

/** A desk and the calls that a window makes of it. */
function openDesk(): { readonly desk: Desk; readonly client: Client } {
  const desk = createMemoryDesk()
  const service = serveDesk(desk, browserShellPort, '0.0.0', (error) => {
    throw error
  })
  return { desk, client: createClient(createMemoryTransport(service)) }
}

async function value<T>(result: Promise<Result<T>>): Promise<T> {
  const settled = await result
  if (!settled.ok) throw new Error(settled.error.message)
  return settled.value
}

async function take(client: Client, name: string, contents: string, encoding: 'utf-8' | 'base64') {
  const base64 = Buffer.from(contents, encoding).toString('base64')
  await value(client.call('exchange.stage', { id: 'one', items: [{ kind: 'file', name, base64 }] }))
  const preview = await value(client.call('exchange.read', { id: 'one' }))
  expect(preview).toMatchObject({ faults: [], notes: [], tags: [], relations: [] })
  return await value(client.call('exchange.apply', { id: 'one', partial: false }))
}

const only = <T>(found: T | undefined): T => {
  if (found === undefined) throw new Error('The sample has none.')
  return found
}
const newest = ({ records }: Desk, { revisions }: Article) => only(records.revisions.get(only(revisions.at(-1))))

/**
 * The sample desk with what a week of work adds to it, each by the call that a window makes: verdicts, speakers who are one,
 * a newer text, with highlights that were carried into it, put there by hand, kept with the old one and not decided on, an
 * aside, notes, and versions of records that a colleague's desk brought and nobody has decided on.
 */
async function workedOn() {
  const { desk, client } = openDesk()
  const { records } = desk
  await value(client.call('sample.add', {}))
  const articles = [...records.articles.values()]
  const all = (tag: Highlight['tag']) => [...records.highlights.values()].filter((one) => one.tag === tag)
  const claims = all('claim')
  const [first, second, third] = claims.map(({ id }) => id)

  const sources = ['https://example.org/log', 'The airport’s log, page 3']
  const disputed = { rating: 'disputed', note: 'Two logs.\nThey differ.', sources } as const
  await value(client.call('verdict.edit', { claim: only(first), patch: disputed }))
  await value(client.call('verdict.edit', { claim: only(second), patch: { rating: 'false' } }))
  await value(client.call('verdict.edit', { claim: only(third), patch: { note: 'To be asked.' } }))

  const speakers = [...new Set(all('attribution').flatMap((one) => ('speaker' in one && one.speaker) || []))]
  const [one = '', other = '', lone = ''] = speakers
  await value(client.call('speaker.merge', { speakers: [one, other], name: one }))
  await value(client.call('speaker.edit', { speaker: lone, patch: { note: 'Speaks for the ministry.' } }))

  const article = only(articles[1])
  const { blocks } = newest(desk, article)
  const halves = blocks.map((block, index) => {
    if (index % 3 === 0) return { ...block, text: `${block.text} So it was said 👍🏽 — وزیر نے کہا۔` }
    return index % 3 === 1 ? { kind: block.kind, text: 'Nothing of this is left.' } : block
  })
  const source = { kind: 'web', name: 'https://example.org/later' } as const
  const added = await value(client.call('revision.add', { articleId: article.id, blocks: halves, source }))
  expect(added.found).toBeGreaterThan(0)
  const [placed, kept, open] = await value(client.call('orphan.list', { articleId: article.id }))
  expect(open).toBeDefined()
  const there = { kind: 'place', start: 0, end: 10 } as const
  await value(client.call('orphan.settle', { id: only(placed).highlight.id, to: there }))
  await value(client.call('orphan.settle', { id: only(kept).highlight.id, to: { kind: 'keep' } }))
  const revisionId = newest(desk, only(articles[2])).id
  await value(client.call('block.setAside', { revisionId, blocks: [1], aside: true }))
  const notes = { note: 'Two\nlines, "quoted"; 👍🏽 and وزیر' }
  await value(client.call('highlight.edit', { id: only(claims.at(-1)).id, patch: notes }))
  const link = only([...records.links.keys()][0])
  await value(client.call('link.edit', { id: link, patch: notes }))
  const details = { url: 'https://example.org/a', byline: 'A. Reporter', published: '2024-10-12T09:30:00+05:00' }
  await value(client.call('article.edit', { id: article.id, patch: details }))

  // A colleague went on from here, and so did this desk: neither is the older one.
  const before = await value(client.call('desk.export', { scope: { kind: 'desk' } }))
  const theirs = JSON.parse(before.contents)
  for (const list of [theirs.articles, theirs.highlights, theirs.links, theirs.verdicts]) {
    const changed = list[0]
    const patch = 'title' in changed ? { title: 'A colleague’s title' } : { note: 'A colleague’s note' }
    Object.assign(changed, patch, { modified: '2024-12-01T00:00:00.000Z' })
  }
  await take(client, 'colleague.crossread.json', JSON.stringify(theirs), 'utf-8')
  return { desk, client }
}

/** A difference, and the sentence that names it: of a field, or of all of a record. Nothing else may be lost by any format. */
const NAMED: Readonly<Record<string, (count: number) => string>> = {
  desk: () => 'The desk’s name and date.',
  verdicts: (count) => `The verdict of ${count} claims.`,
  speakers: (count) => `The names that are one, and the note, of ${count} speakers.`,
  conflicts: (count) => `Left out: the other versions of ${count} undecided conflicts.`,
  'highlights.carried, settled': (count) =>
    `How it came from an earlier revision, and what was decided of it, of ${count} highlights.`,
}
const KINDS = ['articles', 'revisions', 'highlights', 'links', 'verdicts', 'speakers', 'conflicts'] as const

const FIELDS: { readonly [K in (typeof KINDS)[number]]: readonly string[] } = {
  articles: Object.keys(articleSchema.shape),
  revisions: Object.keys(revisionSchema.shape),
  highlights: highlightSchema.options.flatMap(({ shape }) => Object.keys(shape)),
  links: Object.keys(linkSchema.shape),
  verdicts: Object.keys(verdictSchema.shape),
  speakers: Object.keys(speakerSchema.shape),
  conflicts: Object.keys(conflictSchema.shape),
}
const isSaid = (value: unknown) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)

/** What one desk has and another has not, or has otherwise: the kind of record, with its fields where it is there. */
function lost(before: RecordsView, after: RecordsView): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (const kind of KINDS) {
    const there = new Map<string, object>(after[kind])
    for (const [id, record] of before[kind]) {
      const other = there.get(id)
      there.delete(id)
      const fields = other === undefined ? [] : changed(record, other)
      if (other !== undefined && fields.length === 0) continue
      const origins = ['carried', 'settled']
      const name = fields.every((field) => origins.includes(field)) ? origins.join(', ') : fields.sort().join(', ')
      const field = other === undefined ? kind : `${kind}.${name}`
      found.set(field, (found.get(field) ?? 0) + 1)
    }
    for (const id of there.keys()) found.set(`${kind} made up: ${id}`, 1)
  }
  return found
}

function changed(one: object, other: object): string[] {
  const [before, after] = [new Map(Object.entries(one)), new Map(Object.entries(other))]
  const fields = new Set([...before.keys(), ...after.keys()])
  return [...fields].filter((field) => !isDeepStrictEqual(before.get(field), after.get(field)))
}

/** All that is in an exported file, as text. */
function textIn(contents: string, encoding: 'utf-8' | 'base64'): string {
  if (encoding === 'utf-8') return contents
  return Object.values(unzipSync(Buffer.from(contents, 'base64')))
    .map((bytes) => strFromU8(bytes))
    .join('\n')
}

describe('The whole sample desk', () => {
  let worked: Awaited<ReturnType<typeof workedOn>>
  beforeAll(async () => {
    worked = await workedOn()
  })

  test('has every kind of record, and every field that one may have', () => {
    const { records } = worked.desk
    for (const kind of KINDS) {
      expect(records[kind].size, kind).toBeGreaterThan(1)
      const said = [...records[kind].values()].flatMap((one) => Object.entries(one).filter(([, it]) => isSaid(it)))
      expect(new Set(said.map(([field]) => field)), kind).toEqual(new Set(FIELDS[kind]))
    }
    const carried = [...records.highlights.values()].map((one) => one.carried?.method)
    expect(new Set(carried).size).toBeGreaterThan(2)
    const disputed = [...records.conflicts.values()].map(({ of }) => of.kind)
    expect(disputed.sort()).toEqual(['article', 'highlight', 'link', 'verdict'])
    const blocks = [...records.revisions.values()].flatMap((revision) => revision.blocks)
    expect(new Set(blocks.flatMap((block) => Object.keys(block)))).toEqual(new Set(['kind', 'text', 'marks', 'aside']))
  })

  test.each(['crossread-json', ...importFormats.map(({ id }) => id)])(
    'goes out as %s and comes back, and what differs is what the export said, no more and no less',
    async (format) => {
      const { desk, client } = worked
      const out = await value(client.call('desk.export', { scope: { kind: 'desk' }, format }))
      const other = openDesk()
      await take(other.client, out.fileName, out.contents, out.encoding)
      const differences = new Map(lost(desk.records, other.desk.records))
      // An import never renames a desk: its name is lost where the file has none.
      if (!textIn(out.contents, out.encoding).includes(desk.record.name)) differences.set('desk', 1)
      const sentences = Array.from(
        differences,
        ([field, count]) => NAMED[field]?.(count) ?? `${field}: ${count} records, and no report names it`,
      )
      expect([...out.lost, ...out.leftOut].sort()).toEqual(sentences.sort())
    },
  )
})
