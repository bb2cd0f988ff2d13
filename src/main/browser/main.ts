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
import { type BrowserOptions, parseArguments, USAGE } from './arguments'
import { type BrowserServer, startBrowserServer } from './browser-server'
import { browserShellPort } from './browser-shell-port'

const report = (error: unknown) => console.error(error)
const argv = process.argv.slice(2)
const options = parseArguments(argv)

if (!options.ok) giveUp(options.error, 2)
else if (options.value === 'help') console.log(USAGE)
else await run(options.value)

async function run({ sample, port, devServer, open: wanted }: BrowserOptions): Promise<void> {
  const desk = await openDesk(resolveDeskFolder(argv, process.env), {
    onBug: report,
    ...(sample ? { seed: sampleChanges } : {}),
  })
  if (!desk.ok) return giveUp(desk.error, 1)
  const importWorker = new URL('./import-worker.js', import.meta.url)
  const service = serveDesk(desk.value, browserShellPort, version, report, importWorker)
  const page = devServer === null ? { folder: fileURLToPath(new URL('../renderer', import.meta.url)) } : { devServer }
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
    service.close()
    await server.value.close()
    await desk.value.close()
  })
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

function giveUp(error: AppError, code: 1 | 2): void {
  console.error(errorParagraphs(error))
  process.exitCode = code
}
