import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { editHighlight } from '#annotations/changes/actions/highlight-actions'
import { sampleChanges } from '#annotations/sample/sample'
import { runCommandLine } from '#main/cli/run'
import { at } from '../../../scripts/lib/project.mjs'
import { opened, snapshot } from '../../support/desk-folder'
import { bundleImportWorker } from '../../support/import-worker'

const fixture = (name: string) => at(`test/fixtures/imports/${name}`)

describe('the crossread command', () => {
  let importWorker: URL
  let removeWorker = () => {}
  let root: string
  let desk: string

  beforeAll(async () => {
    const { url, remove } = await bundleImportWorker()
    importWorker = url
    removeWorker = remove
  }, 60_000)
  afterAll(() => removeWorker())
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'crossread-cli-'))
    desk = join(root, 'desk')
  })
  afterEach(() => rm(root, { recursive: true, force: true }))

  async function run(...argv: readonly string[]) {
    const printed: string[] = []
    const warned: string[] = []
    const written: Uint8Array[] = []
    const served: (readonly string[])[] = []
    const code = await runCommandLine(
      argv,
      { CROSSREAD_DESK: desk },
      {
        out: {
          print: (text) => printed.push(text),
          write: (bytes) => written.push(bytes),
          warn: (text) => warned.push(text),
          progress: () => undefined,
        },
        importWorker,
        serve: async (rest) => {
          served.push(rest)
          return 0
        },
      },
    )
    const whole = [...printed, Buffer.concat(written).toString().trimEnd()].filter((text) => text !== '')
    return { code, printed: whole.join('\n'), warned: warned.join('\n'), served }
  }
  const makeSampleDesk = async () => (await opened(desk, { seed: sampleChanges })).close()

  test('teaches itself, and refuses what it does not know with code 2', async () => {
    expect(await run('--help')).toMatchObject({ code: 0, printed: expect.stringContaining('Exit codes') })
    expect(await run()).toMatchObject({ code: 2 })
    expect(await run('export', '--help')).toMatchObject({ code: 0, printed: expect.stringContaining('--to FILE') })
    expect(await run('bogus')).toMatchObject({
      code: 2,
      warned: expect.stringContaining('There is no command "bogus".'),
    })
    expect(await run('stats', '--bogus')).toMatchObject({ code: 2, warned: expect.stringContaining("'--bogus'") })
    expect(await run('export', '--tag', 'rumour')).toMatchObject({ code: 2, warned: '"rumour" is no tag.' })
    expect(await run('search', 'x', '--limit', '0')).toMatchObject({ code: 2 })
    expect(await run('serve', '--port', '9')).toMatchObject({ code: 0, served: [['--port', '9']] })
  })

  test('writes a report in each form, of the desk, a claim or an article', async () => {
    await makeSampleDesk()
    const html = await run('report')
    expect(html).toMatchObject({ code: 0, printed: expect.stringContaining('Corvan Foreign Ministry') })
    const file = join(root, 'desk.docx')
    expect(await run('report', '--to', file)).toMatchObject({ code: 0, warned: expect.stringContaining('47 claims') })
    expect((await readFile(file)).subarray(0, 2).toString()).toBe('PK')
    const { printed } = await run('export', '--tag', 'claim')
    const claim = JSON.parse(printed).highlights[0]
    const one = await run('report', '--format', 'md', '--claim', claim.id, '--no-contents', '--no-sign-off')
    expect(one.printed).toContain('one claim, with all that is linked with it')
    expect(one.printed).not.toMatch(/# (Contents|Sign-off)/)
    expect(one.printed.match(/^## /gm)).toHaveLength(1)
    expect(await run('report', '--article', claim.articleId)).toMatchObject({ code: 0 })
    expect(await run('report', '--format', 'pdf')).toMatchObject({
      code: 2,
      warned: expect.stringContaining('no format'),
    })
    expect(await run('report', '--format', 'docx')).toMatchObject({
      code: 2,
      warned: expect.stringContaining('--to FILE'),
    })
    expect(await run('report', '--claim', 'x')).toMatchObject({ code: 2 })
    expect(await run('report', '--claim', claim.id.replace(/.$/, 'q'))).toMatchObject({
      code: 1,
      warned: expect.stringContaining('nothing to report on'),
    })
  })

  test('names a desk that is not there, and makes none by looking', async () => {
    expect(await run('stats')).toMatchObject({
      code: 1,
      warned: expect.stringContaining(`There is no desk in ${desk}.`),
    })
    await expect(stat(desk)).rejects.toThrow('ENOENT')
  })

  test('reads a desk that is open elsewhere, and changes none of its files', async () => {
    await makeSampleDesk()
    const writer = await opened(desk)
    const before = await treeOf(desk)
    const { code, printed } = await run('stats', '--json')
    expect(code).toBe(0)
    const { highlights, links, articles } = JSON.parse(printed)
    expect(articles).toBe(writer.records.articles.size)
    expect(highlights.total).toBe(writer.records.highlights.size)
    expect(highlights.claim + highlights.attribution + highlights.denial).toBe(highlights.total)
    expect(links.total).toBe(writer.records.links.size)
    expect(links.crossArticle).toBeGreaterThanOrEqual(25)
    expect((await run('check')).printed).toBe('All is in order.')
    expect(await treeOf(desk)).toEqual(before)
    expect(await run('import', fixture('notes-en.md'))).toMatchObject({
      code: 1,
      warned: expect.stringContaining('open in another Crossread'),
    })
    await writer.close()
  })

  test('names what is broken in a desk, mends nothing, and ends with 1', async () => {
    await makeSampleDesk()
    const [name = ''] = await readdir(join(desk, 'annotations'))
    const path = join(desk, 'annotations', name)
    await writeFile(path, '{ "version": 1, torn')
    const { code, printed } = await run('check')
    expect(code).toBe(1)
    expect(printed).toContain(name)
    expect(await readFile(path, 'utf8')).toBe('{ "version": 1, torn')
    // A quote that no longer stands where it should is found though the file is valid.
    const whole = await readFile(join(desk, 'annotations', (await readdir(join(desk, 'annotations')))[1] ?? ''), 'utf8')
    await writeFile(path, whole)
    expect((await run('check', '--json')).code).toBe(1)
  })

  test('exports the bytes that the window exports, and imports them into another desk', async () => {
    await makeSampleDesk()
    const file = join(root, 'all.json')
    const written = await run('export', '--to', file)
    expect(written).toMatchObject({ code: 0, printed: '', warned: expect.stringContaining('5 articles') })
    expect((await run('export')).printed).toBe((await readFile(file, 'utf8')).trimEnd())
    expect(await run('export', '--to', join(root, 'no', 'where.json'))).toMatchObject({ code: 1 })

    const first = await opened(desk)
    const before = snapshot(first.records)
    await first.close()
    desk = join(root, 'other')
    expect(await run('import', file, '--dry-run')).toMatchObject({ code: 0 })
    expect(await run('import', file)).toMatchObject({ code: 0, printed: expect.stringContaining('5 articles') })
    const second = await opened(desk)
    expect(snapshot(second.records)).toEqual(before)
    await second.close()
  })

  test('exports one tag or chosen articles, and says what stays behind', async () => {
    await makeSampleDesk()
    const denials = await run('export', '--tag', 'denial')
    const { highlights, articles } = JSON.parse(denials.printed)
    expect(new Set(highlights.map((highlight: { tag: string }) => highlight.tag))).toEqual(new Set(['denial']))
    expect(denials.warned).toContain('with another tag')
    const one = await run('export', '--article', articles[0].id)
    expect(JSON.parse(one.printed).articles).toHaveLength(1)
    expect(await run('export', '--article', 'art_01kf0fv2e0vk9901zv8x9kcnm4')).toMatchObject({ code: 1 })
  })

  test('exports other formats, and says what they lose; several files come as one archive', async () => {
    await makeSampleDesk()
    const argdown = await run('export', '--format', 'argdown')
    expect(argdown.printed).toContain('#denial')
    expect(argdown.warned).toContain('Not in the file: ')
    expect(await run('export', '--format', 'brat')).toMatchObject({
      code: 2,
      warned: expect.stringContaining('--to FILE'),
    })
    const zip = join(root, 'brat.zip')
    expect(await run('export', '--format', 'brat', '--to', zip)).toMatchObject({ code: 0 })
    expect((await readFile(zip)).subarray(0, 2).toString()).toBe('PK')
    expect(await run('export', '--format', 'rumour')).toMatchObject({ code: 2 })
  })

  test('finds highlights by words and tag', async () => {
    await makeSampleDesk()
    const { printed } = await run('search', 'ferry', '--tag', 'claim', '--json')
    const hits = JSON.parse(printed)
    expect(hits.length).toBeGreaterThan(0)
    expect(hits[0]).toMatchObject({ tag: 'claim', speaker: null, article: expect.any(String) })
    expect((await run('search', 'zzzz')).printed).toBe('Nothing was found.')
    expect((await run('search', 'ferry', '--limit', '1')).printed).toMatch(/… and \d+ more\.$/)
    // The language of the Search view, with texts and links, and a word on what it could not read.
    expect((await run('search', 'relation:denies')).printed).toMatch(/^link /m)
    expect((await run('search', 'ferry', '--json')).printed).toContain('"kind": "text"')
    expect(await run('search', 'ferry', 'linked:perhaps')).toMatchObject({
      code: 0,
      warned: expect.stringContaining('yes or no'),
    })
  })

  test('measures how far a colleague agrees, without importing his file', async () => {
    await makeSampleDesk()
    const alone = await run('agreement')
    expect(alone).toMatchObject({ code: 1, warned: expect.stringContaining('crossread agreement --with FILE') })
    expect(await run('agreement', 'Nobody', 'Else')).toMatchObject({
      code: 1,
      warned: expect.stringContaining('Nobody named "Nobody" annotated this desk'),
    })

    const { highlights, ...rest } = JSON.parse((await run('export')).printed)
    const [first, ...others] = highlights
    const file = join(root, 'colleague.json')
    const theirs = [{ ...first, tag: first.tag === 'claim' ? 'denial' : 'claim', speaker: undefined }, ...others]
    await writeFile(file, JSON.stringify({ ...rest, highlights: theirs, verdicts: undefined }))
    const before = (await run('export')).printed
    const text = await run('agreement', '--with', file)
    expect(text).toMatchObject({ code: 0, printed: expect.stringContaining('1 disagreement') })
    expect(text.printed).toMatch(/^all +\d+ +\d+ +0\.9\d/m)
    const { tags, disagreements, articles } = JSON.parse((await run('agreement', '--with', file, '--json')).printed)
    expect(disagreements).toBe(1)
    expect(articles).toHaveLength(5)
    expect(tags[0]).toMatchObject({ tag: 'all', counts: [highlights.length, highlights.length] })
    expect(tags[0].kappaCharacters).toBeLessThan(1)
    expect((await run('export')).printed).toBe(before)
    expect(await run('agreement', '--with', join(root, 'none.json'))).toMatchObject({ code: 1 })
  })

  test('adds files of any format in one action, leaves repeated ones out, and names bad ones', async () => {
    const files = [fixture('newsSite-en.html'), fixture('office-ru.docx'), fixture('protected.pdf')]
    expect((await run('import', files[0] ?? '', '--dry-run')).printed).toContain('Would be added: Dam at Orrin Vale')
    const first = await run('import', ...files)
    expect(first).toMatchObject({ code: 1, warned: expect.stringContaining('"protected.pdf"') })
    expect(first.printed.match(/^Added: /gm)).toHaveLength(2)
    const again = await run('import', files[0] ?? '')
    expect(again).toMatchObject({ code: 0, printed: expect.stringMatching(/^Left out, for it is in the desk already/) })
    expect((await run('import', files[0] ?? '', '--duplicates')).printed).toMatch(/^Added/)
    const opener = await opened(desk)
    expect(opener.records.articles.size).toBe(3)
    await opener.undo()
    await opener.undo()
    expect(opener.records.articles.size).toBe(0)
    await opener.close()
  })

  test('imports annotations of other tools, once their labels are mapped, and takes the good part only when told', async () => {
    const file = join(root, 'project.jsonl')
    const line = (text: string, entities: object[], relations: object[] = []) =>
      JSON.stringify({ text, entities, relations })
    await writeFile(
      file,
      [
        line(
          'Ada said so.',
          [
            { id: 1, label: 'PER', start_offset: 0, end_offset: 8 },
            { id: 2, label: 'claim', start_offset: 9, end_offset: 11 },
          ],
          [{ id: 1, from_id: 1, to_id: 2, type: 'says' }],
        ),
        line('Short.', [{ id: 1, label: 'claim', start_offset: 0, end_offset: 600 }]),
      ].join('\n'),
    )
    const refused = await run('import', file)
    expect(refused).toMatchObject({ code: 1, printed: '' })
    expect(refused.warned).toContain('project.jsonl, line 2, entity 1: it ends at 600, and its text at 6.')
    expect(JSON.parse((await run('stats', '--json')).printed).articles).toBe(0)
    expect(await run('import', file, '--map', 'PER=rumour')).toMatchObject({ code: 2 })

    const args = ['import', file, '--partial', '--map', 'PER=attribution', '--map', 'says=attributes', '--json']
    const { code, printed } = await run(...args)
    expect(code).toBe(0)
    expect(JSON.parse(printed).annotations).toMatchObject([
      { format: 'doccano', done: true, counts: { articles: 2, highlights: 2, links: 1 }, faults: [expect.any(String)] },
    ])
    expect((await run('import', file, '--partial', '--map', 'PER=attribution')).printed).toContain('here already')
  })

  test('imports a folder of brat, and what other formats it exported itself as an archive', async () => {
    await makeSampleDesk()
    const before = JSON.parse((await run('stats', '--json')).printed)
    for (const format of [
      'xlsx',
      'qdpx',
      'brat',
      'csv',
      'webanno-tsv',
      'cas-json',
      'label-studio',
      'doccano',
      'web-annotation',
    ]) {
      const file = join(
        root,
        format === 'doccano'
          ? 'x.jsonl'
          : format === 'web-annotation'
            ? 'x.jsonld'
            : `x.${['xlsx', 'qdpx'].includes(format) ? format : 'zip'}`,
      )
      expect((await run('export', '--format', format, '--to', file)).code).toBe(0)
      const first = desk
      desk = join(root, `again-${format}`)
      const imported = await run('import', file)
      expect({ format, code: imported.code, warned: imported.warned }).toEqual({ format, code: 0, warned: '' })
      const { highlights, links, articles } = JSON.parse((await run('stats', '--json')).printed)
      expect({ format, articles, highlights: highlights.total, links: links.total }).toEqual({
        format,
        articles: before.articles,
        highlights: before.highlights.total,
        links: before.links.total,
      })
      desk = first
    }
  }, 60_000)

  test('merges the folder of a desk by both histories, and keeps both versions of what each changed', async () => {
    await makeSampleDesk()
    const file = join(root, 'sample.json')
    await run('export', '--to', file)
    const mine = desk
    desk = join(root, 'theirs')
    await run('import', file)
    const theirs = await opened(desk)
    const [claim, other] = [...theirs.records.highlights.values()].filter(({ tag }) => tag === 'claim')
    if (!claim || !other) throw new Error('no claims')
    await theirs.act(editHighlight(claim.id, { note: 'theirs' }))
    await theirs.act(editHighlight(other.id, { note: 'only theirs' }))
    await theirs.close()
    const writer = await opened(mine)
    await writer.act(editHighlight(claim.id, { note: 'mine' }))
    await writer.close()
    const folder = desk
    desk = mine
    const dry = await run('merge', folder, '--dry-run')
    expect(dry).toMatchObject({ code: 0, printed: expect.stringContaining('1 newer there and taken over') })
    const merged = await run('merge', folder, '--json')
    expect(merged.code).toBe(0)
    const [outcome] = JSON.parse(merged.printed)
    expect(outcome).toMatchObject({ counts: { updated: 1, conflicts: 1, highlights: 0 } })
    expect(outcome.conflicts).toMatchObject([{ kind: 'highlight', about: claim.anchor.quote.exact }])
    const after = await opened(mine)
    expect(after.records.conflicts.size).toBe(1)
    expect(after.records.highlights.get(other.id)?.note).toBe('only theirs')
    expect(after.undoState().undo).toBe('Merge “theirs”')
    await after.undo()
    expect(after.records.conflicts.size).toBe(0)
    await after.close()
  })

  test('annotates from JSON and from a table, and names each record that it refuses', async () => {
    await makeSampleDesk()
    const reader = await opened(desk)
    const [article] = [...reader.records.articles.values()]
    const revision = article && [...reader.records.revisions.values()].find(({ articleId }) => articleId === article.id)
    const words = revision?.blocks.find(({ text }) => text.length > 60)?.text.slice(0, 40) ?? ''
    const [there] = reader.records.highlights.keys()
    await reader.close()
    const file = join(root, 'more.json')
    const good = [
      { article: article?.id, quote: words, tag: 'claim', ref: 'a', note: 'by a script', annotator: 'Script' },
      { from: there, to: 'a', relation: 'supports' },
    ]
    const bad = [
      { article: 'https://nowhere.example/', quote: 'x', tag: 'claim' },
      { article: article?.id, quote: 'words that are not there at all', tag: 'claim' },
      { article: article?.id, quote: words, tag: 'rumour' },
      { from: 'a', to: 'b' },
    ]
    await writeFile(file, JSON.stringify([...good, ...bad]))
    const refused = await run('annotate', file)
    expect(refused.code).toBe(1)
    for (const [index, why] of [
      [3, 'is not in the desk'],
      [4, 'do not stand'],
      [5, 'is no tag'],
      [6, 'neither a ref'],
    ] as const) {
      expect(refused.warned).toMatch(new RegExp(`more\\.json, record ${index}: .*${why}`))
    }
    const taken = await run('annotate', file, '--partial', '--json')
    expect(taken.code).toBe(0)
    expect(JSON.parse(taken.printed)).toMatchObject({ counts: { highlights: 1, links: 1, conflicts: 0 } })
    const table = join(root, 'more.csv')
    await writeFile(table, `article,quote,tag,annotator\n${article?.id},"${words}",denial,Script\n`)
    expect(await run('annotate', table)).toMatchObject({ code: 0, printed: expect.stringContaining('1 highlight') })
    expect(await run('annotate', table)).toMatchObject({ code: 0, printed: expect.stringContaining('2 here already') })
    await writeFile(table, 'colour\nred\n')
    expect(await run('annotate', table)).toMatchObject({ code: 1, warned: expect.stringContaining('neither JSON nor') })
  })
})

/** Every file of a folder with its contents. */
async function treeOf(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return Object.fromEntries(
    await Promise.all(files.map(async (file) => [file, await readFile(file, 'latin1')] as const)),
  )
}
