import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { at } from '../../../scripts/lib/project.mjs'
import { commandLine } from '../../support/command-line'
import { opened, snapshot } from '../../support/desk-folder'

const fixture = (name: string) => at(`test/fixtures/imports/${name}`)

describe('the crossread command', () => {
  const cli = commandLine()
  const { root, run, makeSampleDesk } = cli

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
    expect(await run('--version')).toMatchObject({ code: 0, printed: expect.stringMatching(/^\d+\.\d+\.\d+/) })
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
    expect(await run('report', '--claim', `hl_${'0'.repeat(claim.id.length - 3)}`)).toMatchObject({
      code: 1,
      warned: expect.stringContaining('nothing to report on'),
    })
  })

  test('names a desk that is not there, and makes none by looking', async () => {
    expect(await run('stats')).toMatchObject({
      code: 1,
      warned: expect.stringContaining(`There is no desk in ${cli.desk}.`),
    })
    await expect(stat(cli.desk)).rejects.toThrow('ENOENT')
  })

  test('reads a desk that is open elsewhere, and changes none of its files', async () => {
    await makeSampleDesk()
    const writer = await opened(cli.desk)
    const before = await treeOf(cli.desk)
    const { code, printed } = await run('stats', '--json')
    expect(code).toBe(0)
    const { highlights, links, articles } = JSON.parse(printed)
    expect(articles).toBe(writer.records.articles.size)
    expect(highlights.total).toBe(writer.records.highlights.size)
    expect(highlights.claim + highlights.attribution + highlights.denial).toBe(highlights.total)
    expect(links.total).toBe(writer.records.links.size)
    expect(links.crossArticle).toBeGreaterThanOrEqual(25)
    expect((await run('check')).printed).toBe('All is in order.')
    expect(await treeOf(cli.desk)).toEqual(before)
    expect(await run('import', fixture('notes-en.md'))).toMatchObject({
      code: 1,
      warned: expect.stringContaining('open in another Crossread'),
    })
    await writer.close()
  })

  test('names what is broken in a desk, mends nothing, and ends with 1', async () => {
    await makeSampleDesk()
    const [name = ''] = await readdir(join(cli.desk, 'annotations'))
    const path = join(cli.desk, 'annotations', name)
    await writeFile(path, '{ "version": 1, torn')
    const { code, printed } = await run('check')
    expect(code).toBe(1)
    expect(printed).toContain(name)
    expect(await readFile(path, 'utf8')).toBe('{ "version": 1, torn')
    // A quote that no longer stands where it should is found though the file is valid.
    const whole = await readFile(
      join(cli.desk, 'annotations', (await readdir(join(cli.desk, 'annotations')))[1] ?? ''),
      'utf8',
    )
    await writeFile(path, whole)
    expect((await run('check', '--json')).code).toBe(1)
  })

  test('names each problem of a file that is valid, and of one that is not, and tells a file that is gone', async () => {
    await makeSampleDesk()
    const [name = ''] = await readdir(join(cli.desk, 'annotations'))
    const path = join(cli.desk, 'annotations', name)
    const whole = await readFile(path, 'utf8')
    const damaged = async (change: (file: { highlights: Bare[]; links: Bare[] }) => void) => {
      const file = JSON.parse(whole)
      change(file)
      await writeFile(path, JSON.stringify(file))
      return (await run('check')).printed
    }
    const ids = JSON.parse(whole).highlights.map(({ id }: { readonly id: string }) => id)
    const misplaced = await damaged(({ highlights: [first, second, third] }) => {
      for (const one of [first, second]) Object.assign(one?.anchor.quote ?? {}, { exact: 'elsewhere' })
      Object.assign(third?.anchor ?? {}, { end: 99_999 })
    })
    for (const id of ids.slice(0, 2)) expect(misplaced).toContain(`Highlight ${id}: the words it quotes do not stand`)
    expect(misplaced).toContain(`Highlight ${ids[2]}: it ends at 99999`)
    const twice = await damaged(({ highlights }) => highlights.push(...highlights.slice(0, 1)))
    expect(twice).toContain(`${ids[0]} is in the desk’s files twice`)
    const invalid = await damaged(({ highlights: [first], links: [link] }) => {
      Object.assign(first ?? {}, { tag: 'rumour' })
      Object.assign(link ?? {}, { relation: 'hearsay' })
    })
    expect(invalid).toMatch(/highlights\.0\.tag: .*; links\.0\.relation: /)
    const loose = await damaged(({ links }) => {
      for (const link of links.slice(0, 2)) Object.assign(link, { to: `hl_${'0'.repeat(26)}` })
    })
    expect(loose).toMatch(/2 links lost what they belong to: lnk_\w+, lnk_\w+\./)

    await writeFile(path, whole)
    await rm(join(cli.desk, 'articles', name))
    expect((await run('check')).printed).toContain(`articles/${name} was missing.`)
    // Who opens it to write has the file again.
    await (await opened(cli.desk)).close()
    expect((await run('check')).printed).toBe('All is in order.')
  })

  test('exports the bytes that the window exports, and imports them into another desk', async () => {
    await makeSampleDesk()
    const file = join(root, 'all.json')
    const written = await run('export', '--to', file)
    expect(written).toMatchObject({ code: 0, printed: '', warned: expect.stringContaining('5 articles') })
    expect((await run('export')).printed).toBe((await readFile(file, 'utf8')).trimEnd())
    expect(await run('export', '--to', join(root, 'no', 'where.json'))).toMatchObject({ code: 1 })

    const first = await opened(cli.desk)
    const before = snapshot(first.records)
    await first.close()
    cli.desk = join(root, 'other')
    expect(await run('import', file, '--dry-run')).toMatchObject({ code: 0 })
    expect(await run('import', file)).toMatchObject({ code: 0, printed: expect.stringContaining('5 articles') })
    const second = await opened(cli.desk)
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
    const three = await run('agreement', '--with', file, '--with', file)
    expect(three.printed).toMatch(/^all tags of +κ char/m)
    expect(three.printed.match(/^\S.* \/ .*0\.9\d/gm)).toHaveLength(2)
    expect(three.printed).toContain('1 disagreement.')
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
    const opener = await opened(cli.desk)
    expect(opener.records.articles.size).toBe(3)
    await opener.undo()
    await opener.undo()
    expect(opener.records.articles.size).toBe(0)
    await opener.close()
  })
})

type Bare = { anchor: { quote: object } }

/** Every file of a folder with its contents. */
async function treeOf(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return Object.fromEntries(
    await Promise.all(files.map(async (file) => [file, await readFile(file, 'latin1')] as const)),
  )
}
