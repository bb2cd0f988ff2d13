import { mkdtemp, rm } from 'node:fs/promises'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { textOf } from '../../../annotations/model/article'
import { queryWords } from '../../../annotations/text/fold'
import { createTextSearch } from '../../../src/main/desk/search/full-text/text-search'
import { changesOf, type GeneratedDesk } from '../../support/desk-generator'
import { createMemoryDesk } from '../../support/memory-desk'
import { quantile, type Samples, table, timed } from '../store/measure'
import { makeDesk, wordOf } from './corpus'
import { measureRival } from './rival'

/**
 * What the search index costs with 10,000 articles of 500 words: to build, to load, to ask and to hold, beside MiniSearch and a
 * plain look at every text. The words are made up, and as frequent as those of newspapers. Needs `npm run build`.
 */
const ARTICLES = Number(process.argv[2] ?? 10_000)
const ROUNDS = Number(process.argv[3] ?? 100)
/** Articles that the Search view asks for. */
const PAGE = 10
const WARM_UP = 5
const WORKER = fileURLToPath(new URL('../../../out/main/search-worker.js', import.meta.url))

const generated = makeDesk(ARTICLES)
const desk = createMemoryDesk()
await desk.act(() => ({ ok: true, value: { label: 'Plant', changes: changesOf(generated) } }))
const folder = await mkdtemp(join(tmpdir(), 'crossread-bench-'))
const file = join(folder, 'search.index')
const report = (error: unknown) => console.error(error)

/** How long this thread has to wait for its turn on this machine while it has nothing to do. */
const idle = await waitsIn(() => sleep(3_000))
const first = await start()
const kinds = queries(generated)
// The first queries of a process are run before anything is compiled.
for (let round = 0; round < WARM_UP; round++) {
  for (const [, ask] of kinds) await first.search.find(ask(round), 0, PAGE)
}
const rows: string[][] = []
const all: Samples = []
/** Of both threads, without waiting for a busy machine. */
const allWork: Samples = []
for (const [kind, ask] of kinds) {
  const samples: Samples = []
  const work: Samples = []
  for (let round = 0; round < ROUNDS; round++) {
    const before = process.cpuUsage()
    await timed(samples, () => first.search.find(ask(round), 0, PAGE))
    const { user, system } = process.cpuUsage(before)
    work.push((user + system) / 1_000)
  }
  all.push(...samples)
  allWork.push(...work)
  rows.push([kind, ...[samples, work].flatMap((each) => [0.5, 0.99].map((q) => quantile(each, q).toFixed(1)))])
}
const scan: Samples = []
const texts = generated.revisions.map(({ blocks }) => textOf(blocks))
for (let round = 0; round < 10; round++) {
  await timed(scan, () => texts.filter((text) => queryWords(word(round)).every((one) => text.includes(one))).length)
}
await first.search.close()
const again = await start()
await again.search.close()
await rm(folder, { recursive: true })
const rival = await measureRival(generated, ROUNDS, asTyped)

console.log(`${cpus()[0]?.model}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`)
console.log(
  `Built in ${first.time.toFixed(0)} ms (${first.cpu.toFixed(0)} ms of CPU), longest wait of the main thread ${first.wait.toFixed(1)} ms (${idle.toFixed(1)} ms with nothing to do), ${first.memory.toFixed(0)} MB`,
)
console.log(
  `MiniSearch: built in ${rival.build.toFixed(0)} ms (${(first.time / rival.build).toFixed(2)} of that here), ${rival.memory.toFixed(0)} MB, as one types it: p99 ${quantile(rival.prefix, 0.99).toFixed(1)} ms`,
)
console.log(`Loaded in ${again.time.toFixed(0)} ms, longest wait ${again.wait.toFixed(1)} ms`)
console.log(
  `A look at every text: ${quantile(scan, 0.5).toFixed(0)} ms; any query: p99 ${quantile(all, 0.99).toFixed(1)} ms, ${quantile(allWork, 0.99).toFixed(1)} ms of CPU`,
)
console.log(table(['query', 'median ms', 'p99 ms', 'median CPU ms', 'p99 CPU ms'], rows))

async function start() {
  global.gc?.()
  const before = process.memoryUsage().rss
  const begun = performance.now()
  const used = process.cpuUsage()
  const search = createTextSearch(desk, { file, report, worker: WORKER })
  const wait = await waitsIn(() => search.ready)
  const time = performance.now() - begun
  const { user, system } = process.cpuUsage(used)
  global.gc?.()
  const memory = (process.memoryUsage().rss - before) / 1e6
  return { search, time, cpu: (user + system) / 1_000, wait, memory }
}

/** The longest that anything in this thread had to wait meanwhile, in milliseconds. */
async function waitsIn(work: () => Promise<unknown>): Promise<number> {
  const delays = monitorEventLoopDelay({ resolution: 1 })
  delays.enable()
  await work()
  delays.disable()
  return delays.max / 1e6
}

function word(round: number): string {
  const words = (generated.revisions[(round * 37) % ARTICLES]?.blocks[0]?.text ?? '').split(' ')
  return words[(round * 7) % words.length] ?? wordOf(0)
}

function asTyped(round: number): string {
  return word(round).slice(0, 1 + (round % 5))
}

function queries({ articles }: GeneratedDesk): [string, (round: number) => string][] {
  const one = (round: number) => wordOf(round % 8)
  const typo = (round: number) => word(round).replace(/^(..)./u, '$1x')
  return [
    ['a word', (round) => `${word(round)} `],
    ['as one types it', asTyped],
    ['a word of every text', (round) => `${one(round)} `],
    ['two words', (round) => `${word(round)} ${word(round + 1)}`],
    ['four words of every text', (round) => `${one(round)} ${one(round + 1)} ${one(round + 2)} ${one(round + 3)} `],
    ['words in a row', (round) => `"${one(round)} ${one(round + 3)}"`],
    ['words in a row, as one types', (round) => `"${one(round)} ${word(round).slice(0, 3)}`],
    ['a misspelled word', (round) => `${typo(round)} `],
    ['like words', (round) => `${word(round)}~ ${one(round)} `],
    ['a tag', () => 'tag:denial'],
    ['a paper and a word', (round) => `publisher:"Paper ${round % 12}" ${word(round)}`],
    ['a time and a word of every text', (round) => `date:2025..2026 ${one(round)} `],
    ['words of a title', (round) => articles[round % articles.length]?.title ?? wordOf(0)],
  ]
}
