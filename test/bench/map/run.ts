import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { type Browser, chromium } from 'playwright'
import { build, preview } from 'vite'
import { installedBrowser } from '../../../scripts/lib/browser.mjs'
import { writeSection } from '../reader/document'
import { tasksDuring } from '../reader/trace'

/** Measures what a pushed frame of the map costs, beside an empty map in the same run, and writes it to docs/benchmarks.md. */
const SIZES = [0, 500, 2_000, 5_000] as const
const ROUNDS = 5
const FRAMES = 60
/** A frame of sixty a second. */
const FRAME = 1_000 / 60

type Measured = { readonly own: number[]; readonly longest: number[]; readonly redrawn: number[]; arranged: number }

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const root = here('./pages')
const outDir = here('../../../out/bench-map')

await build({
  root,
  plugins: [react()],
  logLevel: 'warn',
  build: {
    outDir,
    emptyOutDir: true,
    chunkSizeWarningLimit: 5_000,
    rolldownOptions: { input: here('./pages/map.html') },
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
const measured = new Map(
  SIZES.map((size): [number, Measured] => [size, { own: [], longest: [], redrawn: [], arranged: 0 }]),
)
try {
  // Interleaved, so that a busy moment of the machine falls on all sizes alike.
  for (let round = 0; round < ROUNDS; round++) {
    for (const [size, { own, longest, redrawn }] of measured) {
      const page = await openMap(browser, size)
      const { tasks } = await tasksDuring(page, () => page.evaluate((frames) => window.mapBench.pan(frames), FRAMES))
      own.push(tasks.reduce((sum, each) => sum + each, 0) / FRAMES)
      longest.push(Math.max(...tasks))
      await page.waitForTimeout(500)
      const { tasks: settled } = await tasksDuring(page, () => page.evaluate(() => window.mapBench.settle()))
      redrawn.push(Math.max(...settled))
      await page.close()
    }
    process.stdout.write('.')
  }
  for (const [size, result] of measured) {
    const page = await openMap(browser, size)
    result.arranged = size === 0 ? 0 : await page.evaluate(() => window.mapBench.arrange())
    await page.close()
  }
} finally {
  await browser.close()
  await server.close()
}
const empty = median(measured.get(0)?.own ?? [])
const rows = [...measured].map(([size, { own, longest, redrawn, arranged }]) =>
  [
    size.toLocaleString('en'),
    Math.round(size * 1.5).toLocaleString('en'),
    median(own).toFixed(1),
    (median(own) / empty).toFixed(1),
    median(longest).toFixed(1),
    median(redrawn).toFixed(1),
    (arranged / 1_000).toFixed(1),
  ].join(' | '),
)
const markdown = [
  'A map that is pushed by a step a frame, sixty times; medians of interleaved runs, drawn without a graphics card (`npm run bench -- map`).',
  `The main thread's own time for a frame, in all and as a ratio to the map of no nodes; a frame of sixty a second has ${FRAME.toFixed(1)} ms.`,
  'While it is pushed the drawing is moved; once it rests it is drawn anew, once. The layout is worked out in a thread of its own.',
  '',
  '| nodes | links | a frame (ms) | ratio to empty | longest task (ms) | drawn anew (ms) | layout at rest after (s) |',
  '|---|---|---|---|---|---|---|',
  ...rows.map((row) => `| ${row} |`),
].join('\n')
await writeSection(here('../../../docs/benchmarks.md'), 'Map', markdown)
process.stdout.write(`\n${markdown}\n`)

async function openMap(from: Browser, size: number) {
  const page = await from.newPage({ viewport: { width: 1440, height: 900 } })
  page.on('pageerror', (error) => {
    throw error
  })
  await page.goto(`${address}map.html?nodes=${size}`)
  await page.waitForFunction(() => window.mapBench !== undefined)
  await page.waitForTimeout(500)
  return page
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
