import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { build } from 'vite'
import type { RecordsView } from '../../../annotations/changes/records'
import type { Highlight } from '../../../annotations/model/highlight'
import { ok } from '../../../annotations/model/result'
import type { Desk } from '../../../src/main/desk/desk'
import { openDesk } from '../../../src/main/desk/open-desk'
import { plant } from '../../support/desk-folder'
import { createSeededIds, type GeneratedDesk, generateDesk } from '../../support/desk-generator'
import { median, quantile, type Samples, table, timed } from './measure'
import { bareAppend, bareAppendData, type Rival, sqlite, wholeFile } from './rivals'

/**
 * What one durable action costs in desks of three sizes, beside what others would ask for the same, all in turns in one run, so
 * that a busy disk is busy for each. Then what opening the largest costs. Writes `out/bench/store.json`.
 */
const ROUNDS = Number(process.argv[2] ?? 400)
const WARM_UP = 20
/** A whole-file write of a large desk takes a second: fewer of them say as much. */
const EVERY = 20
const SIZES = [100, 10_000, 100_000] as const
const PER_ARTICLE = 200

const root = await mkdtemp(join(tmpdir(), 'crossread-bench-'))
const generated = new Map<number, GeneratedDesk>()
for (const highlights of [...SIZES, 1_000]) {
  const articles = Math.ceil(highlights / PER_ARTICLE)
  generated.set(
    highlights,
    generateDesk({ articles, highlights, links: highlights / 4, wordsPerArticle: 800, seed: highlights }),
  )
}
const of = (size: number): GeneratedDesk =>
  generated.get(size) ?? { articles: [], revisions: [], highlights: [], links: [] }

const ids = createSeededIds(99)
/** Another highlight like those of the desk, so that each rival writes the same. */
const another = (size: number, round: number): Highlight => {
  const { highlights, articles } = of(size)
  // All in one article, as an analyst works; the generator deals highlights out to the articles in turn.
  const like = highlights[(round * articles.length) % highlights.length]
  if (!like) throw new Error('an empty desk')
  return { ...like, id: ids.highlight() }
}

const desks = new Map<number, Desk>()
for (const size of SIZES) {
  const desk = await openDesk(join(root, `desk-${size}`))
  if (!desk.ok) throw new Error(desk.error.message)
  await plant(desk.value, of(size))
  desks.set(size, desk.value)
  console.error(`planted ${size.toLocaleString('en')} highlights`)
}

const ours = SIZES.map(
  (size): Rival => ({
    name: `Crossread, ${size.toLocaleString('en')}`,
    add: async (highlight) => {
      const done = await desks.get(size)?.act((_: RecordsView) =>
        ok({
          label: 'Tag as claim',
          changes: [{ kind: 'highlight', id: highlight.id, before: null, after: highlight }],
        }),
      )
      if (!done?.ok) throw new Error(done?.error.message)
    },
    close: () => undefined,
  }),
)
const LINE_BYTES = 950
const quick = [
  ...ours,
  bareAppend(root, LINE_BYTES),
  bareAppendData(root, LINE_BYTES),
  sqlite(root, of(100_000).highlights),
]
const slow = [
  await wholeFile(root, of(1_000).highlights),
  await wholeFile(root, of(10_000).highlights),
  await wholeFile(root, of(100_000).highlights),
]
const samples = new Map<string, Samples>([...quick, ...slow].map(({ name }) => [name, []]))

for (let round = -WARM_UP; round < ROUNDS; round++) {
  const turn = round >= 0 && round % EVERY === 0 ? [...quick, ...slow] : quick
  for (let at = 0; at < turn.length; at++) {
    // Each turn begins with another one, so that none is always behind the slowest.
    const rival = turn[(at + Math.abs(round)) % turn.length]
    if (!rival) continue
    const highlight = another(SIZES[at % SIZES.length] ?? 100, Math.abs(round))
    const size = SIZES.find((size) => rival.name === `Crossread, ${size.toLocaleString('en')}`)
    const fitting = size === undefined ? highlight : another(size, Math.abs(round))
    const sink: Samples = round < 0 ? [] : (samples.get(rival.name) ?? [])
    await timed(sink, () => rival.add(fitting))
  }
}
for (const rival of [...quick, ...slow]) rival.close()
for (const desk of desks.values()) await desk.close()

const bundle = join(root, 'bundle')
await build({
  configFile: false,
  logLevel: 'error',
  ssr: { noExternal: true },
  build: {
    ssr: fileURLToPath(new URL('./open-child.ts', import.meta.url)),
    outDir: bundle,
    target: 'node20',
    rollupOptions: { output: { entryFileNames: 'open.mjs' } },
  },
})
const openings: {
  milliseconds: number
  before: number
  rss: number
  peak: number
  highlights: number
  articles: number
}[] = []
for (let round = 0; round < 7; round++) {
  const { stdout } = await promisify(execFile)(process.execPath, [join(bundle, 'open.mjs'), join(root, 'desk-100000')])
  openings.push(JSON.parse(stdout))
}
await rm(root, { recursive: true, force: true })

const bare = median(samples.get('bare append + fsync') ?? [])
const results = [...samples].map(([name, times]) => ({
  name,
  n: times.length,
  median: median(times),
  p95: quantile(times, 0.95),
}))
const sizes = results.filter(({ name }) => name.startsWith('Crossread')).map((result) => result.median)
const summary = {
  ratioOfSizes: Math.max(...sizes) / Math.min(...sizes),
  timesBareAppend: Math.max(...sizes) / bare,
  openingMedian: median(openings.map(({ milliseconds }) => milliseconds)),
  openingRss: median(openings.map(({ rss }) => rss)) / 1e6,
  openingPeak: median(openings.map(({ peak }) => peak)) / 1e6,
}
const ms = (value: number) => value.toFixed(2)
console.log(
  table(
    ['one durable action', 'n', 'median ms', '95 % ms', '× bare'],
    results.map(({ name, n, median, p95 }) => [name, String(n), ms(median), ms(p95), ms(median / bare)]),
  ),
)
const [opening] = openings
console.log(
  `\nOpening ${opening?.highlights.toLocaleString('en')} highlights in ${opening?.articles} articles: ${summary.openingMedian.toFixed(0)} ms, ${summary.openingRss.toFixed(0)} MB resident (peak ${summary.openingPeak.toFixed(0)} MB, ${((opening?.before ?? 0) / 1e6).toFixed(0)} MB before).`,
)
console.log(
  `Largest over smallest desk: ${ms(summary.ratioOfSizes)}. Over a bare append + fsync: ${ms(summary.timesBareAppend)}.`,
)
await mkdir('out/bench', { recursive: true })
const machine = {
  cpu: cpus()[0]?.model,
  cores: cpus().length,
  memory: totalmem(),
  node: process.version,
  platform: process.platform,
}
await writeFile('out/bench/store.json', `${JSON.stringify({ machine, results, summary, openings }, null, 2)}\n`)
