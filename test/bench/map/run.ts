import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { type Browser, chromium } from 'playwright'
import { build, preview } from 'vite'
import { installedBrowser } from '../../../scripts/lib/browser.mjs'
import { writeSection } from '../reader/document'
import { tasksDuring } from '../reader/trace'

/** Measures what a frame of the map costs while it is moved, beside an empty map in the same run, and writes it to docs/benchmarks.md. */
const SIZES = [0, 500, 2_000, 5_000] as const
const ACTIONS = ['pan', 'zoom', 'hover'] as const
const ROUNDS = 3
const FRAMES = 60
/** A frame of sixty a second. */
const FRAME = 1_000 / 60

type Measured = { readonly [A in (typeof ACTIONS)[number]]: { readonly own: number[]; readonly longest: number[] } } & {
  readonly drawn: number[]
  arranged: number
}

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
const nothing = () => ({ own: [], longest: [] })
const measured = new Map(
  SIZES.map((size): [number, Measured] => [
    size,
    { pan: nothing(), zoom: nothing(), hover: nothing(), drawn: [], arranged: 0 },
  ]),
)
try {
  // Interleaved, so that a busy moment of the machine falls on all sizes alike.
  for (let round = 0; round < ROUNDS; round++) {
    for (const [size, results] of measured) {
      const page = await openMap(browser, size)
      for (const action of ACTIONS) {
        const { tasks, workerTasks } = await tasksDuring(page, () =>
          page.evaluate(([name, frames]) => window.mapBench[name](frames), [action, FRAMES] as const),
        )
        results[action].own.push(tasks.reduce((sum, each) => sum + each, 0) / FRAMES)
        results[action].longest.push(Math.max(...tasks))
        if (action === 'pan') results.drawn.push(Math.max(0, ...workerTasks))
      }
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
const empty = measured.get(0)
const rows = [...measured].map(([size, results]) => [
  size.toLocaleString('en'),
  Math.round(size * 1.5).toLocaleString('en'),
  ...ACTIONS.flatMap((action) => {
    const { own, longest } = results[action]
    const ratio = median(own) / median(empty?.[action].own ?? [])
    return [`${median(own).toFixed(1)} (${ratio.toFixed(1)})`, median(longest).toFixed(1)]
  }),
  median(results.drawn).toFixed(0),
  (results.arranged / 1_000).toFixed(1),
])
const markdown = [
  'A map that is pushed, zoomed and gone over with the pointer, a step in each of sixty frames, and left to rest; medians of interleaved',
  'runs, drawn without a graphics card (`npm run bench -- map`). The main thread’s own time for a frame, in brackets its ratio to a map of no',
  `nodes, and its longest task: a frame of sixty a second has ${FRAME.toFixed(1)} ms. A drawing is made in a thread, which takes the time of the`,
  'last column but one; meanwhile the one before it is moved. The layout is worked out in a thread too, and seen from its first step on.',
  '',
  '| nodes | links | push: a frame (ms) | longest task | zoom: a frame (ms) | longest task | hover: a frame (ms) | longest task | a drawing, in its thread (ms) | layout at rest after (s) |',
  '|---|---|---|---|---|---|---|---|---|---|',
  ...rows.map((row) => `| ${row.join(' | ')} |`),
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
