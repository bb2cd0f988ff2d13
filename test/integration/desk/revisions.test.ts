import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { describePassage } from '#annotations/anchoring/describe'
import { type Block, textOf } from '#annotations/model/article'
import type { ArticleId, HighlightId, RevisionId } from '#annotations/model/ids'
import { highlightIdSchema } from '#annotations/model/ids'
import type { Result } from '#annotations/model/result'
import { type Client, createClient } from '#contract/client'
import { browserShellPort } from '#main/browser/browser-shell-port'
import { createCarrier } from '#main/desk/carry/carrier'
import { type CarryWork, doCarryWork } from '#main/desk/carry/carry-work'
import { type DeskService, serveDesk } from '#main/desk/handlers/serve-desk'
import { makeEditedText } from '../../bench/anchoring/edited-text'
import { draftOf } from '../../support/article'
import { createMemoryDesk, type MemoryDesk } from '../../support/memory-desk'
import { createMemoryTransport } from '../../support/memory-transport'

const CLOSED = 'The harbour was closed on Friday after a crane fell into the dock.'
const NOBODY = 'The mayor said that nobody had been hurt and that work would go on.'
const INQUIRY = 'The union called the statement careless and asked for an inquiry.'
const paragraph = (text: string): Block => ({ kind: 'paragraph', text })

const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`)
  return result.value
}

describe('new revisions, through the contract', () => {
  let desk: MemoryDesk
  let service: DeskService
  let client: Client
  let articleId: ArticleId
  let bugs: unknown[]

  beforeEach(async () => {
    bugs = []
    desk = createMemoryDesk()
    service = serveDesk(desk, browserShellPort, '1.2.3', (error) => bugs.push(error))
    client = createClient(createMemoryTransport(service))
    const drafts = [draftOf('Crane falls', CLOSED, NOBODY, INQUIRY)]
    articleId = must(await client.call('article.add', { drafts })).ids[0] as ArticleId
  })
  afterEach(() => {
    service.close()
    expect(bugs).toEqual([])
  })

  const open = async (revisionId?: RevisionId) =>
    must(await client.call('article.open', { id: articleId, ...(revisionId ? { revisionId } : {}) }))
  const tag = async (words: string): Promise<HighlightId> => {
    const { revision } = await open()
    const start = textOf(revision.blocks).indexOf(words)
    const passage = { articleId, revisionId: revision.id, start, end: start + words.length }
    return must(await client.call('highlight.add', { ...passage, tag: 'claim' })).id
  }
  const add = (...texts: readonly string[]) =>
    client.call('revision.add', { articleId, blocks: texts.map(paragraph), source: { kind: 'paste' } })

  test('a preview says what changed and what becomes of each highlight, and changes nothing', async () => {
    await tag('nobody had been hurt')
    await tag('closed on Friday')
    const edited = NOBODY.replace('nobody had been hurt', 'nobody had been badly hurt')
    const preview = must(
      await client.call('revision.preview', { articleId, blocks: [INQUIRY, edited, 'More follows.'].map(paragraph) }),
    )
    expect(preview.rows.map(({ kind, moved }) => (moved ? `${kind}, moved` : kind)).sort()).toEqual(
      ['added', 'changed, moved', 'removed', 'same'].sort(),
    )
    expect(preview.outcomes).toEqual([
      expect.objectContaining({ exact: 'closed on Friday', found: null }),
      expect.objectContaining({ found: { method: 'diff', score: 1, exact: 'nobody had been badly hurt' } }),
    ])
    expect((await open()).revisions).toHaveLength(1)
  })

  test('adding it moves what was found, in one step that undo takes back', async () => {
    const [kept, lost] = [await tag('nobody had been hurt'), await tag('closed on Friday')]
    const before = await open()
    const done = must(await add(NOBODY, INQUIRY))
    expect(done).toMatchObject({ label: 'New revision of “Crane falls”: 1 found, 1 to check', found: 1, doubtful: 1 })
    const after = await open()
    expect(after.revisions.map(({ id }) => id)).toEqual([before.revision.id, done.id])
    const revisionOf = new Map(after.highlights.map(({ id, revisionId }) => [id, revisionId]))
    expect(revisionOf.get(kept)).toBe(done.id)
    expect(revisionOf.get(lost)).toBe(before.revision.id)
    must(await client.call('desk.undo', {}))
    expect(await open()).toMatchObject({ revision: before.revision, highlights: before.highlights })
  })

  test('a highlight that changed after the preview is looked for again', async () => {
    const id = await tag('nobody had been hurt')
    const blocks = [NOBODY, INQUIRY].map(paragraph)
    must(await client.call('revision.preview', { articleId, blocks }))
    must(await client.call('highlight.edit', { id, patch: { note: 'Says who?' } }))
    expect(must(await add(NOBODY, INQUIRY))).toMatchObject({ found: 1, doubtful: 0 })
    expect(desk.records.highlights.get(id)).toMatchObject({ note: 'Says who?', carried: { method: 'same' } })
  })

  test('an older revision shows every highlight that is found in it, at its place there', async () => {
    const id = await tag('nobody had been hurt')
    const first = (await open()).revision
    must(await add(NOBODY, INQUIRY))
    const late = await tag('asked for an inquiry')
    const old = await open(first.id)
    expect(old.revision.id).toBe(first.id)
    for (const [which, words] of [
      [id, 'nobody had been hurt'],
      [late, 'asked for an inquiry'],
    ] as const) {
      const shown = old.highlights.find((highlight) => highlight.id === which)
      expect(shown?.revisionId).toBe(first.id)
      expect(textOf(first.blocks).slice(shown?.anchor.start, shown?.anchor.end)).toBe(words)
    }
  })

  test('two revisions can be compared either way, and one of another article cannot', async () => {
    const first = (await open()).revision.id
    const second = must(await add(CLOSED, NOBODY)).id
    const kinds = async (from: RevisionId, to: RevisionId) =>
      must(await client.call('revision.compare', { articleId, from, to })).map(({ kind }) => kind)
    expect(await kinds(first, second)).toEqual(['same', 'same', 'removed'])
    expect(await kinds(second, first)).toEqual(['same', 'same', 'added'])
    const other = must(await client.call('article.add', { drafts: [draftOf('Other', 'Rain.')] })).ids[0] as ArticleId
    const wrong = await client.call('revision.compare', { articleId: other, from: first, to: second })
    expect(wrong).toMatchObject({ ok: false, error: { code: 'not-found' } })
  })

  test('orphans come with their old words in context and the places they may have', async () => {
    const id = await tag('nobody had been hurt')
    const edited = NOBODY.replace('nobody had been hurt', 'two dockers were injured')
    must(await add(CLOSED, edited))
    for (const article of [articleId, null]) {
      expect(must(await client.call('orphan.list', { articleId: article }))).toMatchObject([
        {
          highlight: { id },
          articleTitle: 'Crane falls',
          old: { before: 'The mayor said that ', exact: 'nobody had been hurt', after: ' and that work would go on.' },
          proposals: [{ why: 'changed', before: 'The mayor said that ', exact: 'two dockers were injured' }],
        },
      ])
    }
  })

  test('an orphan is settled by a place or by keeping it, each undone in one step', async () => {
    const id = await tag('nobody had been hurt')
    must(await add(CLOSED, INQUIRY))
    // The library counts them as they change.
    const waiting = async () => {
      const found = must(await client.call('orphan.list', { articleId })).length
      expect(must(await client.call('article.list', {}))[0]?.orphans).toBe(found)
      return found
    }
    expect(await waiting()).toBe(1)
    for (const to of [{ kind: 'place', start: 0, end: 11 }, { kind: 'keep' }] as const) {
      must(await client.call('orphan.settle', { id, to }))
      expect(await waiting()).toBe(0)
      must(await client.call('desk.undo', {}))
      expect(await waiting()).toBe(1)
    }
  })

  test('a paragraph is marked as aside, and a new revision keeps that', async () => {
    const { revision } = await open()
    must(await client.call('block.setAside', { revisionId: revision.id, blocks: [2], aside: true }))
    must(await add(NOBODY, INQUIRY))
    expect((await open()).revision.blocks).toEqual([paragraph(NOBODY), { ...paragraph(INQUIRY), aside: true }])
  })
})

describe('a large text', () => {
  const { oldBlocks, newBlocks, passages } = makeEditedText({
    words: 8_000,
    passages: 400,
    edits: 0.05,
    moved: 0.1,
    seed: 3,
  })
  const text = oldBlocks.map((block) => block.text).join('\n')
  const highlights = passages.map(({ start, end }, n) => ({
    id: highlightIdSchema.parse(`hl_${String(n).padStart(26, '0')}`),
    tag: 'claim' as const,
    anchor: describePassage(text, start, end),
  }))
  const work: CarryWork = { newBlocks, groups: [{ oldBlocks, highlights }], want: 'proposals', compareWith: oldBlocks }
  const worker = fileURLToPath(new URL('../../support/carry-worker.mjs', import.meta.url))

  test('is worked on in a thread of its own, with progress, to the same answer', async () => {
    const bugs: unknown[] = []
    const seen: number[] = []
    const result = await createCarrier((error) => bugs.push(error), worker)(work, (done, total) => {
      expect(total).toBe(400)
      seen.push(done)
    })
    expect(bugs).toEqual([])
    expect(seen).toEqual([0, 200])
    expect(result).toEqual(doCarryWork(work, () => undefined))
  })

  test('is worked on all the same when no thread can be had, and that is reported', async () => {
    const bugs: unknown[] = []
    const result = await createCarrier((error) => bugs.push(error), '/nowhere/at-all.js')(work)
    expect(bugs).toHaveLength(1)
    expect(result.outcomes[0]).toHaveLength(400)
  })
})
