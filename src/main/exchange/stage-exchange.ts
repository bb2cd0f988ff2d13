import type { Action } from '#annotations/changes/action'
import type { Merged } from '#annotations/exchange/merge/plan-merge'
import { createIdSource } from '#annotations/model/ids'
import { ok, type Result } from '#annotations/model/result'
import type { LabelMap } from '#contract/exchange-views'
import type { Desk } from '../desk/desk'
import type { Gathered } from './gather-files'
import { planExchange } from './plan-exchange'
import { type Exchange, readExchange } from './read-exchange'

/** What the one who imports says of it, and what stands where the files say nothing. */
export type StageInput = {
  /** What the labels of the files mean; null for what was said last of their format. */
  readonly labels: LabelMap | null
  /** By format, what was said last. */
  readonly remembered: Readonly<Record<string, LabelMap>>
  /** Whether what was removed here comes back. */
  readonly restore: boolean
  readonly annotator: string
}

/** What was read and what merging it would do. `said` is what its labels were taken to mean. */
export type Staged = { readonly exchange: Exchange; readonly said: LabelMap; readonly planned: Action & Merged }

/** What is being done: the files are made sense of, then compared with the desk. */
export type StageStep = 'reading' | 'comparing'

/** What of an exchange is shown and remembered: all but its records. */
export type StagedView = { readonly exchange: Omit<Exchange, 'files' | 'theirs'>; readonly said: LabelMap }

export function viewOf({ exchange, said }: Staged): StagedView {
  const { files: _files, theirs: _theirs, ...rest } = exchange
  return { exchange: rest, said }
}

export type Shown = StagedView & { readonly merged: Merged }

/** One import, from its files to the change set: read as often as what its labels mean is said anew, and merged once. */
export type Staging = {
  readonly read: (input: StageInput) => Promise<Result<Shown>>
  /** Merges what was read last into the desk as it is by then. */
  readonly apply: () => Promise<Result<Action & Merged>>
  /** Ends what is being done, and removes what was put aside for it. A call that waits is answered with `unavailable`. */
  readonly close: () => Promise<void>
}

export const NO_LABELS: LabelMap = { tags: {}, relations: {} }

/** Reads what was gathered and plans its merge into a desk. Changes nothing. */
export async function stageExchange(
  gathered: Gathered,
  desk: Desk,
  { labels, remembered, restore, annotator }: StageInput,
  onStep: (step: StageStep) => void = () => undefined,
): Promise<Result<Staged>> {
  const context = contextOf(annotator)
  let said = labels ?? NO_LABELS
  onStep('reading')
  const exchange = await readExchange(gathered, desk.records, context, (format) => {
    said = labels ?? remembered[format] ?? NO_LABELS
    return said
  })
  if (!exchange.ok) return exchange
  onStep('comparing')
  const plan = await planExchange(desk, exchange.value, restore)
  if (!plan.ok) return plan
  const planned = plan.value(desk.records, context)
  return planned.ok ? ok({ exchange: exchange.value, said, planned: planned.value }) : planned
}

/** What readers and plans are told of this moment. */
export function contextOf(annotator: string) {
  return {
    annotator,
    now: new Date().toISOString(),
    ids: createIdSource(Date.now, (bytes) => crypto.getRandomValues(bytes)),
  }
}
