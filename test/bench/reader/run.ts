import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { type Browser, chromium } from 'playwright'
import { build, preview } from 'vite'
import { installedBrowser } from '../../../scripts/lib/browser.mjs'
import { ACTIONS, type Action } from './actions'
import { ROWS } from './corpus'
import { writeSection } from './document'
import { type Measured, toMarkdown } from './report'
import { loadTime, longestStretch } from './trace'

/** Measures the reader beside TipTap without highlights and beside Recogito, and writes what it found to docs/benchmarks.md. */
const LOADS = 7
const REPEATS = 11
const KINDS = ['baseline', 'crossread', 'recogito'] as const
type Kind = (typeof KINDS)[number]

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const root = here('./pages')
const outDir = here('../../../out/bench-reader')

await build({
  root,
  plugins: [react()],
  logLevel: 'warn',
  build: {
    outDir,
    emptyOutDir: true,
    chunkSizeWarningLimit: 5_000,
    rolldownOptions: { input: KINDS.map((kind) => here(`./pages/${kind}.html`)) },
  },
})
const server = await preview({ root, build: { outDir }, preview: { port: 0, host: '127.0.0.1' } })
const address = server.resolvedUrls?.local[0]
if (!address) throw new Error('The pages are not served.')
const executablePath = installedBrowser()
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
})
const rows: Measured[] = []
try {
  for (const [index, row] of ROWS.entries()) {
    const loads: { [K in Kind]: number[] } = { baseline: [], crossread: [], recogito: [] }
    const stretches: { [K in Kind]: { [A in Action]: number[] } } = {
      baseline: { add: [], change: [], hover: [] },
      crossread: { add: [], change: [], hover: [] },
      recogito: { add: [], change: [], hover: [] },
    }
    // Interleaved, so that a busy moment of the machine falls on all kinds alike.
    for (let round = 0; round < LOADS; round++) {
      for (const kind of KINDS) {
        const page = await openPage(browser, `${address}${kind}.html?row=${index}`)
        loads[kind].push(await loadTime(page))
        await page.waitForTimeout(150)
        if (kind !== 'baseline' && round === LOADS - 1) {
          for (const action of ACTIONS) {
            for (let i = 0; i < REPEATS; i++) stretches[kind][action].push(await longestStretch(page, action))
          }
        }
        await page.close()
      }
      process.stdout.write('.')
    }
    rows.push({ row: row.name, loads, stretches })
    process.stdout.write(`\n${toMarkdown(rows.slice(-1))}\n`)
  }
} finally {
  await browser.close()
  await server.close()
}
const markdown = toMarkdown(rows)
await writeSection(here('../../../docs/benchmarks.md'), 'Reader', markdown)
process.stdout.write(`\n${markdown}\n`)

async function openPage(browser: Browser, url: string) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  page.on('pageerror', (error) => {
    throw error
  })
  await page.goto(url)
  await page.waitForFunction(() => window.bench !== undefined)
  return page
}
