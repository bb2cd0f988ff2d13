import { mkdir, writeFile } from 'node:fs/promises'
import { cpus, totalmem } from 'node:os'
import { fileURLToPath } from 'node:url'
import { createRecords } from '../../../annotations/changes/records'
import { collectRecords, crossreadJsonChunks } from '../../../annotations/exchange/crossread-json/write'
import type { ExportFormat } from '../../../annotations/exchange/format'
import { exportFormats } from '../../../annotations/exchange/formats'
import { deskSchema } from '../../../annotations/model/desk'
import { generateDesk } from '../../support/desk-generator'
import { table } from '../store/measure'

/**
 * What exporting 100,000 highlights costs in each format, beside `JSON.stringify` of the same objects before and after it: time of
 * the processor, which a busy machine stretches least, bytes a second of it, and by how much the live memory grows while the file is written. Writes `out/bench/exchange.json`.
 */
const HIGHLIGHTS = Number(process.argv[2] ?? 100_000)
const PER_ARTICLE = 200
const MEGABYTE = 1024 * 1024
/** Pieces of output between two looks at what is still in use. */
const LOOKS = 12

const generated = generateDesk({
  articles: Math.ceil(HIGHLIGHTS / PER_ARTICLE),
  highlights: HIGHLIGHTS,
  links: HIGHLIGHTS / 4,
  wordsPerArticle: 800,
  seed: 7,
})
const records = createRecords()
for (const one of generated.articles) records.putArticle(one.id, one)
for (const one of generated.revisions) records.putRevision(one.id, one)
for (const one of generated.highlights) records.putHighlight(one.id, one)
for (const one of generated.links) records.putLink(one.id, one)
// ClaimReview writes nothing but claims with a verdict.
for (const { id: claim, tag, annotator, created, modified } of generated.highlights) {
  if (tag !== 'claim') continue
  const sources = ['https://example.org/records']
  records.putVerdict(claim, {
    claim,
    rating: 'false',
    note: 'The records say otherwise.',
    sources,
    annotator,
    created,
    modified,
  })
}
const desk = deskSchema.parse({
  id: 'dsk_0123456789abcdefghjkmnpqrs',
  name: 'Bench',
  created: '2026-01-01T00:00:00.000Z',
})
const file = collectRecords(records, desk, { kind: 'desk' })

const crossreadJson: Pick<ExportFormat, 'id' | 'write'> = {
  id: 'crossread-json',
  write: (whole, name) => ({ files: [{ name, chunks: () => crossreadJsonChunks(whole) }], losses: [] }),
}

const rows = [crossreadJson, ...exportFormats].map((format) => {
  const before = stringify()
  const { bytes, ms, largest } = write(format)
  const after = stringify()
  const baseline = (before.speed + after.speed) / 2
  const speed = bytes / MEGABYTE / (ms / 1000)
  return {
    format: format.id,
    seconds: ms / 1000,
    megabytes: bytes / MEGABYTE,
    speed,
    stringify: baseline,
    ratio: baseline / speed,
    memory: memoryOf(format, bytes),
    largest,
  }
})

console.log(
  table(
    ['format', 's', 'MB', 'MB/s', 'JSON.stringify, MB/s', 'times slower', 'memory, MB', 'largest piece, KB'],
    rows.map((row) => [
      row.format,
      row.seconds.toFixed(1),
      row.megabytes.toFixed(0),
      row.speed.toFixed(0),
      row.stringify.toFixed(0),
      row.ratio.toFixed(1),
      row.memory.toFixed(0),
      (row.largest / 1024).toFixed(0),
    ]),
  ),
)
const folder = fileURLToPath(new URL('../../../out/bench/', import.meta.url))
await mkdir(folder, { recursive: true })
await writeFile(
  `${folder}exchange.json`,
  `${JSON.stringify({ highlights: HIGHLIGHTS, cpu: cpus()[0]?.model, memory: totalmem(), node: process.version, rows }, null, 2)}\n`,
)

/** Milliseconds of the processor since the process began, in all its threads: collecting garbage is part of the price. */
function cpuTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

function stringify() {
  const start = cpuTime()
  const { length } = JSON.stringify(file)
  return { speed: length / MEGABYTE / ((cpuTime() - start) / 1000) }
}

function write({ write }: Pick<ExportFormat, 'write'>) {
  const start = cpuTime()
  let [bytes, largest] = [0, 0]
  for (const { chunks } of write(file, 'bench').files) {
    for (const chunk of chunks()) {
      bytes += chunk.length
      if (chunk.length > largest) largest = chunk.length
    }
  }
  return { bytes, ms: cpuTime() - start, largest }
}

/** Megabytes still in use while a file is written, above what was before: the garbage is collected at each look. */
function memoryOf({ write }: Pick<ExportFormat, 'write'>, bytes: number): number {
  const used = () => {
    globalThis.gc?.()
    return process.memoryUsage().heapUsed
  }
  const before = used()
  let [most, done, next] = [0, 0, bytes / LOOKS]
  for (const { chunks } of write(file, 'bench').files) {
    for (const chunk of chunks()) {
      done += chunk.length
      if (done < next) continue
      most = Math.max(most, used() - before)
      next += bytes / LOOKS
    }
  }
  return most / MEGABYTE
}
