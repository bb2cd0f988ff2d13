import { mkdir, writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { carryHighlights } from '../../../annotations/anchoring/carry/carry-highlights'
import { describePassage } from '../../../annotations/anchoring/describe'
import { highlightIdSchema } from '../../../annotations/model/ids'
import { type EditedText, makeEditedText } from './edited-text'
import { type Finder, hypothesis, type Place, quotesAlone, wholeDiff } from './rivals'

/**
 * Which highlights are found again in an edited text, and at what cost: ours, which has the old text, beside quotes alone and
 * one diff of the whole text. All in one run on the same texts. Slow ones are measured on the first highlights only, at most
 * `SAMPLE` of each text; the table says on how many. Prints Markdown; writes `out/bench/anchoring.json`.
 */
const SIZES = [
  { words: 1_000, highlights: 100, texts: 20 },
  { words: 10_000, highlights: 1_000, texts: 8 },
  { words: 100_000, highlights: 10_000, texts: 1 },
] as const
const EDITS = [0.01, 0.05, 0.1] as const
const MOVED = [0, 0.1] as const
const SAMPLE = { 1000: 50, 10000: 100, 100000: 60 } as const
/** UTF-16 units by which an end may be off. */
const NEAR = 5

type Tally = { right: number; wrong: number; orphan: number; asked: number; milliseconds: number }
type Row = { readonly words: number; readonly edits: number; readonly moved: number; readonly name: string } & Tally

const empty = (): Tally => ({ right: 0, wrong: 0, orphan: 0, asked: 0, milliseconds: 0 })

function judge(tally: Tally, found: Place | null, right: Place | null): void {
  tally.asked++
  if (found === null) {
    if (right === null) tally.right++
    else tally.orphan++
  } else if (right && Math.abs(found.start - right.start) <= NEAR && Math.abs(found.end - right.end) <= NEAR) {
    tally.right++
  } else tally.wrong++
}

/** Milliseconds of processor time: on a busy machine the clock on the wall tells more of the others. */
const cpuTime = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

const idOf = (n: number) => highlightIdSchema.parse(`hl_${String(n).padStart(26, '0')}`)

function ours(text: EditedText, oldText: string, tally: Tally): void {
  const highlights = text.passages.map(({ start, end }, n) => ({
    id: idOf(n),
    tag: 'claim' as const,
    anchor: describePassage(oldText, start, end),
  }))
  const from = cpuTime()
  const outcomes = carryHighlights(text.oldBlocks, text.newBlocks, highlights, () => undefined, 'outcomes')
  tally.milliseconds += cpuTime() - from
  for (const [i, outcome] of outcomes.entries()) {
    // Two passages of one tag that came to lie on one place are the generator's doing: the second is where it should be.
    const proposal =
      outcome.outcome === 'doubtful' && outcome.proposals[0]?.why === 'taken' ? outcome.proposals[0] : null
    judge(tally, outcome.outcome === 'found' ? outcome.anchor : proposal, text.passages[i]?.right ?? null)
  }
}

function rival(text: EditedText, oldText: string, make: () => Finder, sample: number, tally: Tally): void {
  const asked = text.passages.slice(0, sample)
  const anchors = asked.map(({ start, end }) => describePassage(oldText, start, end))
  const from = cpuTime()
  const find = make()
  const found = anchors.map(find)
  tally.milliseconds += cpuTime() - from
  for (const [i, place] of found.entries()) judge(tally, place, asked[i]?.right ?? null)
}

const rows: Row[] = []
for (const { words, highlights, texts } of SIZES) {
  for (const edits of EDITS) {
    for (const moved of MOVED) {
      const tallies = { ours: empty(), quotes: empty(), hypothesis: empty(), wholeDiff: empty() }
      for (let seed = 1; seed <= texts; seed++) {
        const text = makeEditedText({ words, passages: highlights, edits, moved, seed })
        const oldText = text.oldBlocks.map((block) => block.text).join('\n')
        const newText = text.newBlocks.map((block) => block.text).join('\n')
        const sample = SAMPLE[words]
        ours(text, oldText, tallies.ours)
        rival(text, oldText, () => quotesAlone(newText), sample, tallies.quotes)
        rival(text, oldText, () => hypothesis(newText), sample, tallies.hypothesis)
        rival(text, oldText, () => wholeDiff(oldText, newText), highlights, tallies.wholeDiff)
      }
      for (const [name, tally] of Object.entries(tallies)) rows.push({ words, edits, moved, name, ...tally })
      console.error(`${words.toLocaleString('en')} words, ${edits * 100} % edited, ${moved * 100} % moved`)
    }
  }
}

const NAMES: Readonly<Record<string, string>> = {
  ours: 'Crossread',
  quotes: 'its quotes alone',
  hypothesis: 'hypothesis/client',
  wholeDiff: 'diff-match-patch',
}
const share = (part: number, whole: number) => `${((100 * part) / whole).toFixed(2)} %`
console.log(`${cpus()[0]?.model ?? 'unknown'}, Node ${process.versions.node}\n`)
console.log('| words | edited | moved | | right | wrong | orphan | CPU µs a highlight | highlights |')
console.log('|---:|---:|---:|---|---:|---:|---:|---:|---:|')
for (const { words, edits, moved, name, right, wrong, orphan, asked, milliseconds } of rows) {
  const cells = [
    words.toLocaleString('en'),
    `${edits * 100} %`,
    `${moved * 100} %`,
    NAMES[name] ?? name,
    share(right, asked),
    share(wrong, asked),
    share(orphan, asked),
    Math.round((1000 * milliseconds) / asked).toLocaleString('en'),
    asked.toLocaleString('en'),
  ]
  console.log(`| ${cells.join(' | ')} |`)
}
await mkdir('out/bench', { recursive: true })
await writeFile('out/bench/anchoring.json', `${JSON.stringify(rows, null, 2)}\n`)
