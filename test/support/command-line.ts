import { mkdirSync, mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { sampleChanges } from '#annotations/sample/sample'
import { runCommandLine } from '#main/cli/run'
import { opened } from './desk-folder'
import { bundleImportWorker } from './import-worker'

/** The `crossread` command for the tests of a file: each has an empty `root`, and `desk` in it is none yet; a test may name another. */
export function commandLine() {
  const root = mkdtempSync(join(tmpdir(), 'crossread-cli-'))
  const cli = { root, desk: '', run, makeSampleDesk }
  let importWorker: URL
  let removeWorker = () => {}

  beforeAll(async () => {
    const { url, remove } = await bundleImportWorker()
    importWorker = url
    removeWorker = remove
  }, 60_000)
  beforeEach(async () => {
    await rm(root, { recursive: true, force: true })
    mkdirSync(root)
    cli.desk = join(root, 'desk')
  })
  afterAll(async () => {
    removeWorker()
    await rm(root, { recursive: true, force: true })
  })

  async function run(...argv: readonly string[]) {
    const printed: string[] = []
    const warned: string[] = []
    const written: Uint8Array[] = []
    const served: (readonly string[])[] = []
    const code = await runCommandLine(
      argv,
      { CROSSREAD_DESK: cli.desk },
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
  async function makeSampleDesk() {
    await (await opened(cli.desk, { seed: sampleChanges })).close()
  }

  return cli
}
