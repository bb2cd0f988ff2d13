import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { type Browser, chromium } from 'playwright'
import { build, preview } from 'vite'
import { installedBrowser } from '../../../scripts/lib/browser.mjs'
import { writeSection } from '../reader/document'
import { tasksDuring } from '../reader/trace'
import { LINKS } from './corpus'
import { type Measured, toMarkdown } from './report'

/** Scrolls two articles with and without links between them, and writes what it found to docs/benchmarks.md. */
const ROUNDS = Number(process.argv[2] ?? 7)
const FRAMES = 240
/** CSS px a frame: a brisk wheel, some 2,400 px a second. */
const STEP = 40

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const root = here('./pages')
const outDir = here('../../../out/bench-compare')

await build({
  root,
  plugins: [react()],
  logLevel: 'warn',
  build: {
    outDir,
    emptyOutDir: true,
    chunkSizeWarningLimit: 5_000,
    rolldownOptions: { input: [here('./pages/compare.html')] },
  },
})
const server = await preview({ root, build: { outDir }, preview: { port: 0, host: '127.0.0.1' } })
const address = server.resolvedUrls?.local[0]
if (!address) throw new Error('The page is not served.')
const executablePath = installedBrowser()
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
})
const measured: { readonly [links: number]: Measured[] } = { 0: [], [LINKS]: [] }
try {
  // Interleaved, so that a busy moment of the machine falls on both alike.
  for (let round = 0; round < ROUNDS; round++) {
    for (const links of [0, LINKS]) {
      const page = await openPage(browser, `${address}compare.html?links=${links}`)
      const { value, tasks } = await tasksDuring(page, () =>
        page.evaluate(([frames, step]) => window.comparePage.scroll(frames, step), [FRAMES, STEP] as const),
      )
      measured[links]?.push({ ...value, tasks })
      await page.close()
    }
    process.stdout.write('.')
  }
} finally {
  await browser.close()
  await server.close()
}
const markdown = toMarkdown(measured[0] ?? [], measured[LINKS] ?? [], LINKS)
await writeSection(here('../../../docs/benchmarks.md'), 'Compare', markdown)
process.stdout.write(`\n${markdown}\n`)

async function openPage(browser: Browser, url: string) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  page.on('pageerror', (error) => {
    throw error
  })
  await page.goto(url)
  await page.waitForFunction(() => document.querySelectorAll('article mark').length > 20)
  return page
}
