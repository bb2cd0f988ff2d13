import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, describe, expect, test } from 'vitest'
import { csvOut } from '#annotations/exchange/csv/write'
import type { InFile } from '#annotations/exchange/format'
import { xlsxIn } from '#annotations/exchange/xlsx/read'
import { readWorkbook } from '#annotations/exchange/xlsx/workbook'
import { xlsxOut } from '#annotations/exchange/xlsx/write'
import { toOneFile } from '#main/desk/handlers/one-file'
import { filesOf, readContext, recordsOf, richFile, sampleFile } from '../../unit/annotations/exchange/exchange-desks'
import { must } from '../../unit/annotations/model-desk'

const folder = mkdtempSync(join(tmpdir(), 'crossread-office-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Opens a file with LibreOffice and saves it in a format; answers the bytes of what was saved, or why there are none. */
function converted(name: string, bytes: Uint8Array, to: string, more: readonly string[] = []): Uint8Array | string {
  writeFileSync(join(folder, name), bytes)
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
  const args = [profile, '--headless', ...more, '--convert-to', to, '--outdir', join(folder, 'out'), join(folder, name)]
  const run = spawnSync('soffice', args, { encoding: 'utf8', timeout: 120_000 })
  const saved = join(folder, 'out', name.replace(/[^.]+$/, to.split(':')[0] ?? ''))
  return existsSync(saved) ? readFileSync(saved) : run.stderr || String(run.error)
}

/** LibreOffice may be there without its Calc. */
const hasCalc = typeof converted('probe.csv', Buffer.from('a,b\n1,2\n'), 'xlsx') !== 'string'

function filesIn(archive: Uint8Array): InFile[] {
  return Object.entries(unzipSync(archive)).map(([name, bytes]) => ({ name, text: strFromU8(bytes) }))
}

/** What LibreOffice makes of our tables when it opens and saves them. Skipped where it is not installed. */
describe.skipIf(!hasCalc)('LibreOffice', () => {
  function saved(...file: Parameters<typeof converted>): Uint8Array {
    const found = converted(...file)
    if (typeof found === 'string') throw new Error(found)
    return found
  }

  test.each([
    ['the sample desk', sampleFile()],
    ['three scripts, formatting and verdicts', richFile()],
  ])(
    'opens a workbook of %s, and what it saves is read as the same records',
    (_what, file) => {
      const one = toOneFile(xlsxOut.write(file, 'desk'), 'desk')
      expect(one.fileName).toBe('desk.xlsx')
      const entries = unzipSync(saved(one.fileName, Buffer.from(one.contents, 'base64'), 'xlsx'))
      const files: InFile[] = Object.entries(entries).map(([name, bytes]) => ({ name, text: strFromU8(bytes) }))
      expect(files.map(({ name }) => name)).toContain('xl/sharedStrings.xml')
      const { file: back } = must(xlsxIn.read(files, readContext()))
      expect(recordsOf(back)).toEqual(recordsOf(file))
      expect(back.verdicts).toEqual(file.verdicts)
    },
    180_000,
  )

  test('opens CSV tables with every script and line break of the quotes in its cell', () => {
    const file = richFile()
    const csv = filesOf(csvOut, file).find(({ name }) => name.endsWith('-highlights.csv'))
    const workbook = saved('highlights.csv', Buffer.from(csv?.text ?? ''), 'xlsx:Calc MS Excel 2007 XML', [
      '--infilter=CSV:44,34,UTF8',
    ])
    const [table] = must(readWorkbook(filesIn(workbook))).tables
    expect(table?.rows.map(({ fields }) => fields.quote)).toEqual(file.highlights.map((one) => one.anchor.quote.exact))
    expect(table?.rows.map(({ fields }) => fields.note ?? '')).toEqual(file.highlights.map(({ note }) => note))
  }, 180_000)
})
