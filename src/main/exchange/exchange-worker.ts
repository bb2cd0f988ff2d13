import { parentPort, workerData } from 'node:worker_threads'
import type { Change } from '#annotations/changes/change-set'
import type { Merged } from '#annotations/exchange/merge/plan-merge'
import { ok, type Result } from '#annotations/model/result'
import type { ExchangeStep } from '#contract/exchange-views'
import type { Desk } from '../desk/desk'
import { openDesk } from '../desk/open-desk'
import { type Gathered, type GatherItem, gatherFiles } from './gather-files'
import { sizesOf } from './same-desk'
import { type StagedView, type StageInput, stageExchange, viewOf } from './stage-exchange'

/** What a thread is started with: the desk as it lies on the disk, and what is imported into it. */
export type ExchangeWork = {
  readonly folder: string
  readonly items: readonly GatherItem[]
  /** Where it may unpack; whoever starts the thread removes it, for a thread may be ended at any moment. */
  readonly scratch: string
}

/** Reads what was chosen; or hands over the planned changes, a batch of them from a place in their list. */
export type ExchangeCall =
  | { readonly call: 'read'; readonly input: StageInput; readonly seq: number }
  | { readonly call: 'changes'; readonly from: number }

/** What was read; `seq` and `sizes` say in which state of the desk. */
export type ThreadStaged = {
  readonly view: StagedView
  readonly merged: Merged & { readonly label: string }
  readonly seq: number
  readonly sizes: string
}

export type ExchangeMessage =
  | { readonly step: ExchangeStep }
  | { readonly staged: Result<ThreadStaged> }
  | { readonly changes: readonly Change[]; readonly next: number | null }

/** Changes of one message: reading them takes the other side a few milliseconds. A text weighs as much as many highlights. */
const BATCH = 500
const WEIGHT_OF_A_TEXT = 25
/** Milliseconds between two words about how many bytes are read. */
const TELL_EVERY = 100

const { folder, items, scratch } = workerData as ExchangeWork
const port = parentPort
const post = (message: ExchangeMessage) => port?.postMessage(message)

let desk: Desk | null = null
let gathered: Gathered | null = null
let changes: readonly Change[] = []

port?.on('message', async (asked: ExchangeCall) => {
  if (asked.call === 'changes') post(batchFrom(asked.from))
  else post({ staged: await read(asked.input, asked.seq) })
})

/** The desk is read from its files: so neither its records nor its history pass through the thread that serves windows. */
async function read(input: StageInput, seq: number): Promise<Result<ThreadStaged>> {
  if (gathered === null) {
    let told = 0
    const onFile = (done: number, total: number, name: string) => {
      if (done > 0 && performance.now() - told < TELL_EVERY) return
      told = performance.now()
      post({ step: { step: 'files', done, total, name } })
    }
    const found = await gatherFiles(items, { onFile, scratch })
    if (!found.ok) return found
    gathered = found.value
  }
  post({ step: { step: 'reading' } })
  if (desk?.seq() !== seq) {
    await desk?.close()
    desk = null
    const opened = await openDesk(folder, { readOnly: true })
    if (!opened.ok) return opened
    desk = opened.value
  }
  const staged = await stageExchange(gathered, desk, input, (step) => post({ step: { step } }))
  if (!staged.ok) return staged
  const { changes: all, warning: _warning, ...merged } = staged.value.planned
  changes = all
  return ok({ view: viewOf(staged.value), merged, seq: desk.seq(), sizes: sizesOf(desk.records) })
}

function batchFrom(from: number): Extract<ExchangeMessage, { readonly next: unknown }> {
  let [to, weight] = [from, 0]
  for (; to < changes.length && weight < BATCH; to++) weight += changes[to]?.kind === 'revision' ? WEIGHT_OF_A_TEXT : 1
  return { changes: changes.slice(from, to), next: to < changes.length ? to : null }
}
