import { replayChangeSet } from '#annotations/changes/apply'
import type { Records } from '#annotations/changes/records'
import type { ArticleId } from '#annotations/model/ids'
import type { Checkpoint } from './files/formats'
import type { Layout } from './files/layout'
import type { DeskFs } from './fs/desk-fs'
import { type Position, type Stacks, stacksAfter } from './journal/entry'
import { linesFrom, monthsOf } from './journal/lines'
import { touchedBy } from './touched'

export type Replayed = {
  readonly seq: number
  readonly end: Position | null
  readonly stacks: Stacks
  /** Articles whose files have not seen the whole history. */
  readonly articles: ReadonlySet<ArticleId>
  readonly annotations: ReadonlySet<ArticleId>
  /** Lines that cannot be read, by file. */
  readonly broken: readonly Position[]
  /** What a crash left of a line that was never acknowledged. */
  readonly half: Buffer | null
  readonly newer: boolean
  /** The history ends before the place that the files have seen. */
  readonly cut: boolean
}

type Marker = Pick<Checkpoint, 'seq' | 'position' | 'undo' | 'redo'>

/** Brings records up to date with the history after a marker. Read only. */
export async function replayAfter(fs: DeskFs, layout: Layout, marker: Marker, records: Records): Promise<Replayed> {
  const articles = new Set<ArticleId>()
  const annotations = new Set<ArticleId>()
  const broken: Position[] = []
  const cut = await isCut(fs, layout, marker.position)
  let { seq, position: end } = marker
  let stacks: Stacks = cut ? { undo: null, redo: null } : marker
  let half: Buffer | null = null
  let newer = false

  for await (const line of linesFrom(fs, layout, cut ? await lastMonth(fs, layout) : marker.position)) {
    if (line.state === 'half') {
      half = line.bytes
      end = line.position
      continue
    }
    end = { month: line.position.month, at: line.position.at + line.length }
    if (line.state === 'broken') broken.push(line.position)
    if (line.state === 'newer') newer = true
    // What the files have seen beyond a cut history must not be taken back by its older lines.
    if (line.state !== 'sound' || line.entry.seq <= marker.seq) continue
    const touched = touchedBy(records, line.entry.changeSet)
    for (const id of touched.articles) articles.add(id)
    for (const id of touched.annotations) annotations.add(id)
    replayChangeSet(records, line.entry.changeSet)
    stacks = stacksAfter(line.entry, line.position, line.length)
    seq = Math.max(seq, line.entry.seq)
  }
  if (cut && (await lastMonth(fs, layout)) === null) end = null
  return { seq, end, stacks: { undo: stacks.undo, redo: stacks.redo }, articles, annotations, broken, half, newer, cut }
}

async function isCut(fs: DeskFs, layout: Layout, position: Position | null): Promise<boolean> {
  if (position === null) return false
  const file = await fs.stat(layout.month(position.month))
  return (file?.size ?? 0) < position.at
}

async function lastMonth(fs: DeskFs, layout: Layout): Promise<Position | null> {
  const month = (await monthsOf(fs, layout)).at(-1)
  return month === undefined ? null : { month, at: 0 }
}
