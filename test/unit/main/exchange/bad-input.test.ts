import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { RecordsView } from '#annotations/changes/records'
import { crossreadJsonChunks } from '#annotations/exchange/crossread-json/write'
import type { InFile } from '#annotations/exchange/format'
import { exportFormats, importFormats } from '#annotations/exchange/formats'
import type { HighlightId } from '#annotations/model/ids'
import { exchangeInHandlers } from '#main/desk/handlers/exchange-in'
import { createPickedFiles } from '#main/desk/handlers/picked-files'
import { snapshot } from '../../../support/desk-folder'
import { createMemoryDesk } from '../../../support/memory-desk'
import { filesOf, richFile } from '../../annotations/exchange/exchange-desks'
import { jsonRows } from './bad-json'
import { GONE, type Row, type Spoil } from './bad-kinds'
import { otherRows } from './bad-texts'

const rows: Readonly<Record<string, Row>> = { ...jsonRows, ...otherRows }

/** The files of an export; archives are made of them once one is spoilt. */
function exported(id: string): readonly InFile[] {
  if (id === 'crossread-json')
    return [{ name: 'desk.crossread.json', text: [...crossreadJsonChunks(richFile())].join('') }]
  const out = exportFormats.find((one) => one.id === id)
  if (!out) throw new Error(id)
  return filesOf(out, richFile())
}

/** The files with the first fitting one changed. */
function spoil(files: readonly InFile[], [name, find, by]: Spoil): readonly InFile[] {
  const index = files.findIndex((file) => name.test(file.name) && find.test(file.text))
  const file = files[index]
  if (!file) throw new Error('The export has nothing like this to spoil.')
  const text = typeof by === 'string' ? file.text.replace(find, by) : file.text.replace(find, by)
  return text === GONE ? files.toSpliced(index, 1) : files.with(index, { ...file, text })
}

function itemsOf(id: string, files: readonly InFile[]) {
  const bytes = files.map(({ name, text }) => ({ name, bytes: Buffer.from(text) }))
  const packed = ['xlsx', 'qdpx'].includes(id)
    ? [
        {
          name: `desk.${id}`,
          bytes: Buffer.from(zipSync(Object.fromEntries(bytes.map((one) => [one.name, one.bytes])))),
        },
      ]
    : bytes
  return packed.map((one) => ({ kind: 'file' as const, name: one.name, base64: one.bytes.toString('base64') }))
}

/** A desk, and what its window asks of it to import some files. */
async function importing(items: ReturnType<typeof itemsOf>) {
  const desk = createMemoryDesk()
  const handlers = exchangeInHandlers(desk, createPickedFiles())
  const id = 'import'
  await handlers['exchange.stage']({ id, items })
  const state = async () => ({ records: snapshot(desk.records), history: await desk.history(null, 10) })
  return {
    desk,
    state,
    read: () => handlers['exchange.read']({ id }),
    apply: (partial: boolean) => handlers['exchange.apply']({ id, partial }),
  }
}

/** Passages and what is said of them, whatever their ids: without a side-car they are new ones. */
function sayings(records: RecordsView): readonly string[] {
  const words = (id: HighlightId) => {
    const { tag, anchor } = records.highlights.get(id) ?? {}
    return `${tag} ${anchor?.start} ${anchor?.end} ${anchor?.quote.exact}`
  }
  return [
    ...Array.from(records.highlights.keys(), words),
    ...Array.from(
      records.links.values(),
      ({ from, to, relation, note }) => `${words(from)} ${relation} ${words(to)} ${note}`,
    ),
  ]
}

test('every format that is read has its bad files', () => {
  expect(Object.keys(rows).sort()).toEqual(['crossread-json', ...importFormats.map(({ id }) => id)].sort())
})

describe.each(Object.entries(rows))('%s', (id, kinds) => {
  const cases = Object.entries(kinds).flatMap(([what, one]) => (one === null ? [] : [{ what, one }]))

  test.each(cases)('with $what names it, changes nothing, and brings the rest only when told', async ({ one }) => {
    const whole = await importing(itemsOf(id, exported(id)))
    expect(await whole.read()).toMatchObject({
      value: { faultCount: 0, counts: { articles: 3, highlights: 6, links: 3 } },
    })
    await whole.apply(false)
    const { desk, state, read, apply } = await importing(itemsOf(id, spoil(exported(id), one)))
    const [, , , says, kept] = one
    const before = await state()
    const preview = await read()
    const said = preview.ok ? [...preview.value.faults, ...preview.value.notes] : [preview.error.message]
    for (const sentence of says) expect(said.join('\n')).toMatch(sentence)
    expect(await state()).toEqual(before)
    if (kept === null) {
      expect(preview).toMatchObject({ ok: false, error: { code: 'bad-file' } })
      return
    }
    if (!preview.ok) throw new Error(preview.error.message)
    if (preview.value.faultCount > 0) {
      expect(await apply(false)).toMatchObject({ ok: false, error: { code: 'bad-file', kept: expect.any(String) } })
      expect(await state()).toEqual(before)
    }
    const done = await apply(true)
    if (!done.ok) throw new Error(done.error.message)
    const { articles, highlights, links, verdicts = [] } = snapshot(desk.records)
    expect([articles.length, highlights.length, links.length, verdicts.length]).toEqual([...kept, 0].slice(0, 4))
    // What is kept says what the whole file says.
    const all = new Set(sayings(whole.desk.records))
    for (const saying of sayings(desk.records)) expect(all).toContain(saying)
  })
})
