import { stdin } from 'node:process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import open from 'open'
import type { AppError } from '#annotations/model/result'
import { sampleChanges } from '#annotations/sample/sample'
import { version } from '../../../package.json'
import { resolveDeskFolder } from '../desk/desk-folder'
import { errorParagraphs } from '../desk/handlers/error-paragraphs'
import { serveDesk } from '../desk/handlers/serve-desk'
import { openDesk } from '../desk/open-desk'
import { searchIndexOf } from '../desk/search/full-text/text-search'
import { type BrowserOptions, parseArguments, USAGE } from './arguments'
import { type BrowserServer, startBrowserServer } from './browser-server'
import { browserShellPort } from './browser-shell-port'

/** All went well, it could not start, or the command line is not understood. */
type ExitCode = 0 | 1 | 2

const report = (error: unknown) => console.error(error)

/**
 * Starts the browser shell, which runs until it is asked to end. Answers the exit code, other than 0 when it could not start.
 *
 * @param bundle the folder of the program that was started, in which and beside which the other bundles lie
 */
export async function serve(argv: readonly string[], bundle: URL): Promise<ExitCode> {
  const options = parseArguments(argv)
  if (!options.ok) return giveUp(options.error, 2)
  if (options.value !== 'help') return await run(argv, options.value, bundle)
  console.log(USAGE)
  return 0
}

async function run(
  argv: readonly string[],
  { sample, port, devServer, open: wanted }: BrowserOptions,
  bundle: URL,
): Promise<ExitCode> {
  const desk = await openDesk(resolveDeskFolder(argv, process.env), {
    onBug: report,
    ...(sample ? { seed: sampleChanges } : {}),
  })
  if (!desk.ok) return giveUp(desk.error, 1)
  const importWorker = new URL('./import-worker.js', bundle)
  const service = serveDesk(desk.value, browserShellPort, version, report, importWorker, searchIndexOf(desk.value))
  const page = devServer === null ? { folder: fileURLToPath(new URL('../renderer', bundle)) } : { devServer }
  const server = await startBrowserServer({ service, page, port })
  if (!server.ok) {
    await desk.value.close()
    return giveUp(server.error, 1)
  }

  const link = server.value.newLink()
  console.log(`Crossread is open at ${link}`)
  if (wanted && hasDisplay()) await open(link).catch(report)
  offerLinks(server.value)
  closeOnSignal(async () => {
    await service.close()
    await server.value.close()
    await desk.value.close()
  })
  return 0
}

/** A link works once: whoever closed the tab, or uses another browser, needs a fresh one. */
function offerLinks(server: BrowserServer): void {
  if (!stdin.isTTY) return
  console.log('A link works once: press Enter for a fresh one, Ctrl+C to close Crossread.')
  createInterface({ input: stdin }).on('line', () => console.log(`Crossread is open at ${server.newLink()}`))
}

function closeOnSignal(close: () => Promise<void>): void {
  let closing = false
  const end = async () => {
    if (closing) return
    closing = true
    await close()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end().catch(crash))
}

function crash(error: unknown): void {
  report(error)
  process.exit(1)
}

function hasDisplay(): boolean {
  if (process.platform === 'win32' || process.platform === 'darwin') return true
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

function giveUp(error: AppError, code: 1 | 2): ExitCode {
  console.error(errorParagraphs(error))
  return code
}
