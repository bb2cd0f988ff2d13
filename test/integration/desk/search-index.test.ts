import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { addArticles, editArticle, removeArticles } from '#annotations/changes/actions/article-actions'
import { addHighlight, editHighlight } from '#annotations/changes/actions/highlight-actions'
import { addLink } from '#annotations/changes/actions/link-actions'
import { mergeSpeakers } from '#annotations/changes/actions/speaker-actions'
import { editVerdict } from '#annotations/changes/actions/verdict-actions'
import { textOf } from '#annotations/model/article'
import { speakerOf } from '#annotations/model/highlight'
import type { ArticleId, HighlightId } from '#annotations/model/ids'
import { sampleChanges } from '#annotations/sample/sample'
import type { SearchHit, SearchPage } from '#contract/search-views'
import type { Desk } from '#main/desk/desk'
import type { DeskOptions } from '#main/desk/options'
import { createTextSearch, searchIndexOf, type TextSearch } from '#main/desk/search/full-text/text-search'
import { draftOf } from '../../support/article'
import { act, opened, plant } from '../../support/desk-folder'
import { changesOf, generateDesk } from '../../support/desk-generator'

const THREAD = fileURLToPath(new URL('../../support/search-worker.mjs', import.meta.url))

describe('the search index of a desk', () => {
  let root: string
  let folder: string
  let bugs: unknown[]

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'crossread-search-'))
    folder = join(root, 'desk')
    bugs = []
  })
  afterEach(async () => {
    await rm(root, { recursive: true, force: true })
    expect(bugs).toEqual([])
  })

  type Open = { readonly desk: Desk; readonly search: TextSearch; readonly close: () => Promise<void> }
  const open = async (options: DeskOptions = {}, worker: string | null = null): Promise<Open> => {
    const desk = await opened(folder, options)
    const search = createTextSearch(desk, {
      file: searchIndexOf(desk),
      worker,
      report: (error) => bugs.push(error),
    })
    const stop = desk.on((event) => {
      if (event.type === 'changed') search.update(event.changeSet.changes)
    })
    return {
      desk,
      search,
      async close() {
        stop()
        await search.close()
        await desk.close()
      },
    }
  }
  /** Everything that a few queries find, as one index or another says it. */
  const answers = async (search: TextSearch) => {
    const queries = [
      'the ',
      'ka ',
      'po*',
      '"ka lo"',
      'tag:denial',
      'linked:no',
      'relation:denies',
      'publisher:paper',
      'minster~',
    ]
    return await Promise.all(
      queries.map(async (query) => {
        const pages = await Promise.all([0, 100, 200].map((offset) => search.find(query, offset, 100)))
        const groups = pages.flatMap((page) => page.groups)
        return { total: pages[0]?.total, groups: groups.sort((a, b) => (a.articleId < b.articleId ? -1 : 1)) }
      }),
    )
  }
  const fresh = async (desk: Desk) => {
    const search = createTextSearch(desk, { file: null, worker: null, report: (error) => bugs.push(error) })
    await search.ready
    return await answers(search)
  }
  const titles = ({ groups }: SearchPage) => groups.map(({ title }) => title.text).sort()

  test('is read at the next start, in a thread or without one, and answers the same', async () => {
    const first = await open({ seed: sampleChanges }, THREAD)
    await plant(first.desk, generateDesk({ articles: 20, highlights: 60, links: 20, wordsPerArticle: 60, seed: 4 }))
    expect(await first.search.ready).toBe('built')
    const before = await answers(first.search)
    expect(before).toEqual(await fresh(first.desk))
    await first.close()
    for (const worker of [null, THREAD]) {
      const next = await open({}, worker)
      expect(await next.search.ready).toBe('loaded')
      expect(await answers(next.search)).toEqual(before)
      await next.close()
    }
  })

  test('follows every action, its undo and its redo', async () => {
    const { desk, search, close } = await open({ seed: sampleChanges })
    await search.ready
    const find = async (query: string) => titles(await search.find(query, 0, 20))
    const added = await desk.act(addArticles([draftOf('Crane falls', 'The harbour’s résumé was closed.', 'A zebra.')]))
    if (!added.ok) throw new Error(added.error.message)
    const [id] = added.value.ids as [ArticleId]
    expect(await find('"harbour\'s resume"')).toEqual(['Crane falls'])
    await desk.act(editArticle(id, { title: 'Crane stands', publisher: 'Zanzibar Post' }))
    expect(await find('zanzibar')).toEqual(['Crane stands'])
    expect(await find('publisher:zanzibar zebra')).toEqual(['Crane stands'])

    const revision = desk.records.articles.get(id)?.revisions[0]
    const blocks = (revision && desk.records.revisions.get(revision)?.blocks) ?? []
    const at = textOf(blocks).indexOf('A zebra')
    if (!revision) throw new Error('no revision')
    const tagged = await desk.act(
      addHighlight({ articleId: id, revisionId: revision, start: at, end: at + 7, tag: 'claim' }),
    )
    if (!tagged.ok) throw new Error(tagged.error.message)
    expect(await find('tag:claim zebra')).toEqual(['Crane stands'])
    await desk.act(editHighlight(tagged.value.id, { note: 'quagga' }))
    expect(await find('quagga')).toEqual(['Crane stands'])
    await desk.act(editVerdict(tagged.value.id, { rating: 'false', note: 'okapi' }))
    expect(await find('okapi')).toEqual(['Crane stands'])
    expect(await find('linked:no zebra')).toEqual(['Crane stands'])
    const other = [...desk.records.highlights.keys()].find((one) => one !== tagged.value.id) as HighlightId
    await desk.act(addLink({ from: tagged.value.id, to: other, relation: 'relates', note: 'wombat' }))
    expect(await find('linked:no zebra')).toEqual([])
    const hits: SearchHit[] = (await search.find('wombat', 0, 9)).groups.flatMap(({ hits }) => hits)
    expect(hits).toMatchObject([{ kind: 'link', note: { text: 'wombat', marks: [{ start: 0, end: 6 }] } }])

    await desk.act(removeArticles([id]))
    expect(await find('zebra')).toEqual([])
    expect(await find('wombat')).toEqual([])
    await desk.undo()
    expect(await find('tag:claim zebra')).toEqual(['Crane stands'])
    await desk.redo()
    expect(await find('zebra')).toEqual([])
    await desk.undo()
    expect(await answers(search)).toEqual(await fresh(desk))
    await close()
  })

  test('finds who is cited by every name that was merged into theirs, until that is taken back', async () => {
    const { desk, search, close } = await open({ seed: sampleChanges })
    await search.ready
    const cited = async (query: string) =>
      (await search.find(query, 0, 50)).groups.reduce((sum, { hits }) => sum + hits.length, 0)
    const wordings = [...desk.records.highlights.values()].flatMap((highlight) => speakerOf(highlight) ?? [])
    const [one, two] = [...new Set(wordings)] as [string, string]
    const before = await cited(`speaker:"${one}"`)
    const done = await desk.act(mergeSpeakers([one, two], 'Quilla Vantongeren'))
    expect(done.ok).toBe(true)
    const merged = await cited('speaker:quilla')
    expect(merged).toBeGreaterThan(before)
    expect(await cited(`speaker:"${two}"`)).toBe(merged)
    expect(await cited('vantongeren')).toBe(merged)
    expect(await answers(search)).toEqual(await fresh(desk))
    await desk.undo()
    expect(await cited('speaker:quilla')).toBe(0)
    expect(await cited(`speaker:"${one}"`)).toBe(before)
    await close()
  })

  test('finds a new text of an article, and not the old one', async () => {
    const { desk, search, close } = await open()
    await search.ready
    const added = await desk.act(addArticles([draftOf('Crane', 'The zebra ran.')]))
    const id = added.ok ? added.value.ids[0] : undefined
    const before = id && desk.records.articles.get(id)
    if (!id || !before) throw new Error('no article')
    await desk.act((_, { ids, now }) => {
      const revision = {
        id: ids.revision(),
        articleId: id,
        added: now,
        source: { kind: 'paste' as const },
        blocks: [{ kind: 'paragraph' as const, text: 'The okapi ran.' }],
      }
      const after = { ...before, revisions: [...before.revisions, revision.id], modified: now }
      return {
        ok: true,
        value: {
          label: 'Revise',
          changes: [
            { kind: 'article', id, before, after },
            { kind: 'revision', id: revision.id, before: null, after: revision },
          ],
        },
      }
    })
    expect((await search.find('okapi', 0, 9)).total.articles).toBe(1)
    expect((await search.find('"the zebra"', 0, 9)).total.articles).toBe(0)
    await desk.undo()
    expect((await search.find('zebra', 0, 9)).total.articles).toBe(1)
    await close()
  })

  test.each([
    ['cut short', (file: Buffer) => file.subarray(0, file.length / 2)],
    ['changed by one bit', (file: Buffer) => file.map((byte, at) => (at === file.length - 9 ? byte ^ 4 : byte))],
    [
      'of an older version',
      (file: Buffer) => Buffer.from(file.toString('latin1').replace(/"version":\d+/, '"version":0'), 'latin1'),
    ],
    ['empty', () => Buffer.alloc(0)],
    ['something else', () => Buffer.from('{"format":"crossread-search-index","version":3,"parts":"x"}\n')],
  ])('is made anew when its file is %s', async (_, spoil) => {
    const first = await open({ seed: sampleChanges })
    await first.search.ready
    const before = await answers(first.search)
    await first.close()
    const file = join(folder, 'search.index')
    await writeFile(file, spoil(await readFile(file)))
    const second = await open()
    expect(await second.search.ready).toBe('built')
    expect(await answers(second.search)).toEqual(before)
    await second.close()
    const third = await open()
    expect(await third.search.ready).toBe('loaded')
    await third.close()
  })

  test('is made anew when the desk went on without it, or was changed by hand', async () => {
    const first = await open({ seed: sampleChanges })
    await first.search.ready
    await first.close()
    const alone = await opened(folder)
    await alone.act(addArticles([draftOf('Okapi', 'An okapi.')]))
    await alone.close()
    const second = await open()
    expect(await second.search.ready).toBe('built')
    expect(titles(await second.search.find('okapi', 0, 9))).toEqual(['Okapi'])
    const id = [...second.desk.records.articles.keys()][0]
    await second.close()
    const path = join(folder, 'articles', `${id}.json`)
    await writeFile(path, (await readFile(path, 'utf8')).replace(/"title": "[^"]+"/, '"title": "Quagga by hand"'))
    const third = await open()
    expect(await third.search.ready).toBe('built')
    expect(titles(await third.search.find('quagga', 0, 9))).toEqual(['Quagga by hand'])
    await third.close()
  })

  test('is whole after changes were made while it was built, and tells that it is not before', async () => {
    const before = await opened(folder)
    const generated = generateDesk({ articles: 200, highlights: 200, links: 50, wordsPerArticle: 200, seed: 9 })
    await act(before, 'Plant', changesOf(generated))
    await before.close()
    const { desk, search, close } = await open({}, THREAD)
    expect((await search.find('ka ', 0, 9)).indexing).not.toBeNull()
    const ids = [...desk.records.articles.keys()]
    await desk.act(removeArticles(ids.slice(0, 20)))
    await desk.act(addArticles([draftOf('Okapi', 'An okapi.')]))
    await desk.act(removeArticles(ids.slice(-20)))
    await desk.undo()
    await search.ready
    expect((await search.find('okapi', 0, 9)).indexing).toBeNull()
    expect(await answers(search)).toEqual(await fresh(desk))
    await close()
  })

  test('of which only a part was written, when the process was killed, is made anew', async () => {
    const first = await open({ seed: sampleChanges })
    await first.desk.close()
    await writeFile(join(folder, 'search.index.tmp'), 'half')
    await rm(join(folder, 'search.index'), { force: true })
    const second = await open()
    expect(await second.search.ready).toBe('built')
    await second.close()
    expect(await stat(join(folder, 'search.index'))).toMatchObject({ size: expect.any(Number) })
    await expect(stat(join(folder, 'search.index.tmp'))).rejects.toThrow('ENOENT')
  })

  test('may be closed while it is built, which is no bug and leaves no file', async () => {
    const { search, close } = await open({ seed: sampleChanges }, THREAD)
    await close()
    await search.ready
    await expect(stat(join(folder, 'search.index'))).rejects.toThrow('ENOENT')
  })

  test('goes on in place when its thread dies', async () => {
    const dying = join(root, 'dying.mjs')
    await writeFile(
      dying,
      "import { parentPort } from 'node:worker_threads'\nparentPort.on('message', () => process.exit(7))\n",
    )
    const { desk, search, close } = await open({ seed: sampleChanges }, dying)
    expect(await search.ready).toBe('built')
    expect(await answers(search)).toEqual(await fresh(desk))
    expect(bugs).toEqual([expect.objectContaining({ message: expect.stringContaining('(7)') })])
    bugs = []
    await close()
  })

  test('is used but never written by whoever may only read', async () => {
    const writer = await open({ seed: sampleChanges })
    await writer.search.ready
    const before = await answers(writer.search)
    const early = await open()
    expect(early.desk.readOnly).not.toBeNull()
    expect(await early.search.ready).toBe('built')
    expect(await answers(early.search)).toEqual(before)
    await early.close()
    await expect(stat(join(folder, 'search.index'))).rejects.toThrow('ENOENT')
    await writer.close()
    const { mtimeMs } = await stat(join(folder, 'search.index'))
    const late = await open({ readOnly: true })
    expect(await late.search.ready).toBe('loaded')
    await late.close()
    expect((await stat(join(folder, 'search.index'))).mtimeMs).toBe(mtimeMs)
  })
})
