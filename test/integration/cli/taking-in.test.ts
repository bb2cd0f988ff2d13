import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { editHighlight } from '#annotations/changes/actions/highlight-actions'
import { commandLine } from '../../support/command-line'
import { opened } from '../../support/desk-folder'

describe('the crossread command, taking in what others made', () => {
  const cli = commandLine()
  const { root, run, makeSampleDesk } = cli

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
      const first = cli.desk
      cli.desk = join(root, `again-${format}`)
      const imported = await run('import', file)
      expect({ format, code: imported.code, warned: imported.warned }).toEqual({ format, code: 0, warned: '' })
      const { highlights, links, articles } = JSON.parse((await run('stats', '--json')).printed)
      expect({ format, articles, highlights: highlights.total, links: links.total }).toEqual({
        format,
        articles: before.articles,
        highlights: before.highlights.total,
        links: before.links.total,
      })
      cli.desk = first
    }
  }, 60_000)

  test('merges the folder of a desk by both histories, and keeps both versions of what each changed', async () => {
    await makeSampleDesk()
    const file = join(root, 'sample.json')
    await run('export', '--to', file)
    const mine = cli.desk
    cli.desk = join(root, 'theirs')
    await run('import', file)
    const theirs = await opened(cli.desk)
    const [claim, other] = [...theirs.records.highlights.values()].filter(({ tag }) => tag === 'claim')
    if (!claim || !other) throw new Error('no claims')
    await theirs.act(editHighlight(claim.id, { note: 'theirs' }))
    await theirs.act(editHighlight(other.id, { note: 'only theirs' }))
    await theirs.close()
    const writer = await opened(mine)
    await writer.act(editHighlight(claim.id, { note: 'mine' }))
    await writer.close()
    const folder = cli.desk
    cli.desk = mine
    const dry = await run('merge', folder, '--dry-run')
    expect(dry).toMatchObject({ code: 0, printed: expect.stringContaining('1 newer there and taken over') })
    expect(dry.printed).toContain(claim.anchor.quote.exact.slice(0, 20))
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

  test('lists conflicts, and decides those that are named or all, each time as one action', async () => {
    await makeSampleDesk()
    const file = join(root, 'bo.json')
    const { highlights, ...rest } = JSON.parse((await run('export')).printed)
    const changed = highlights.map((one: object, at: number) =>
      at < 3 ? { ...one, note: 'Bo asked', annotator: 'Bo' } : one,
    )
    await writeFile(file, JSON.stringify({ ...rest, highlights: changed }))
    expect((await run('conflicts')).printed).toBe('There is nothing to decide.')
    expect(await run('merge', file)).toMatchObject({ code: 0, warned: expect.stringContaining('crossread conflicts') })
    const listed: { readonly id: string }[] = JSON.parse((await run('conflicts', '--json')).printed)
    const [first, second] = listed.map(({ id }) => id)
    if (first === undefined || second === undefined) throw new Error('no conflicts')
    const one = await run('conflicts', first)
    expect(one.printed).toMatch(new RegExp(`^${first} +highlight +note +Crossread sample.* Bo, `, 'm'))
    expect(one.printed).not.toContain(second)
    for (const wrong of [
      ['--all'],
      ['--keep', 'both', '--all'],
      ['--keep', 'ours'],
      [first, '--all', '--keep', 'ours'],
      ['x'],
    ])
      expect({ wrong, ...(await run('conflicts', ...wrong)) }).toMatchObject({ code: 2 })

    expect(await run('conflicts', first, '--keep', 'theirs')).toMatchObject({
      code: 0,
      printed: expect.stringMatching(/^Take the other version: .*2 conflicts left\.$/),
    })
    expect(await run('conflicts', first)).toMatchObject({ code: 1, warned: expect.stringContaining('is not open') })
    const refused = await run('conflicts', first, second, '--keep', 'ours')
    expect(refused).toMatchObject({ code: 1, warned: expect.stringContaining('Nothing was decided.') })
    const others = await run('conflicts', '--all', '--keep', 'ours', '--json')
    expect(JSON.parse(others.printed)).toMatchObject({ decided: [expect.any(String), expect.any(String)], left: 0 })
    const desk = await opened(cli.desk)
    const asked = () => [...desk.records.highlights.values()].filter(({ note }) => note === 'Bo asked').length
    expect([asked(), desk.records.conflicts.size]).toEqual([1, 0])
    await desk.undo()
    expect([asked(), desk.records.conflicts.size]).toEqual([1, 2])
    await desk.undo()
    expect([asked(), desk.records.conflicts.size]).toEqual([0, 3])
    await desk.close()
  })

  test('annotates from JSON and from a table, and names each record that it refuses', async () => {
    await makeSampleDesk()
    const reader = await opened(cli.desk)
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
