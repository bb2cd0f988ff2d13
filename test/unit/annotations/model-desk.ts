import type { ActionContext, Plan } from '#annotations/changes/action'
import { applyChangeSet } from '#annotations/changes/apply'
import type { ChangeSet } from '#annotations/changes/change-set'
import { createRecords, type Records, type RecordsView } from '#annotations/changes/records'
import type { Block } from '#annotations/model/article'
import type { ArticleDraft } from '#annotations/model/article-draft'
import { createIdSource } from '#annotations/model/ids'
import type { Result } from '#annotations/model/result'

/** A desk in memory, with a clock that ticks a second at every action and ids that are the same in every run, but for the seed. */
export type ModelDesk = {
  readonly records: Records
  /** What was done, oldest first. */
  readonly history: ChangeSet[]
  readonly plan: <Extra>(plan: Plan<Extra>) => ReturnType<Plan<Extra>>
  /** Plans and applies; throws when the plan refuses. */
  readonly act: <Extra>(plan: Plan<Extra>) => ReturnType<Plan<Extra>> & { readonly ok: true }
}

export function createModelDesk(annotator = 'Ada', firstSeed = 1): ModelDesk {
  let now = Date.UTC(2024, 0, 2, 3, 4, 5)
  let seed = firstSeed
  const random = (bytes: Uint8Array<ArrayBuffer>) => {
    for (let i = 0; i < bytes.length; i++) {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0
      bytes[i] = seed >>> 24
    }
    return bytes
  }
  const ids = createIdSource(() => now, random)
  const context = (): ActionContext => ({ annotator, now: new Date(now).toISOString(), ids })
  const records = createRecords()
  const history: ChangeSet[] = []
  const tick = () => {
    now += 1_000
    return context()
  }
  return {
    records,
    history,
    plan: (plan) => plan(records, tick()),
    act(plan) {
      const { now: at, ...rest } = tick()
      const planned = plan(records, { ...rest, now: at })
      if (!planned.ok) throw new Error(`${planned.error.code}: ${planned.error.message}`)
      const { label, changes } = planned.value
      if (changes.length > 0) {
        const changeSet = { id: ids.changeSet(), label, annotator, at, changes }
        const applied = applyChangeSet(records, changeSet)
        if (!applied.ok) throw new Error(applied.error.message)
        history.push(changeSet)
      }
      return planned
    },
  }
}

export function draftOf(texts: readonly (string | Block)[], more: Partial<ArticleDraft> = {}): ArticleDraft {
  return {
    title: 'Ministers meet',
    publisher: 'The Daily Example',
    byline: null,
    published: '2023-05-04',
    url: 'https://example.org/ministers',
    language: 'en',
    direction: 'ltr',
    blocks: texts.map((text) => (typeof text === 'string' ? { kind: 'paragraph', text } : text)),
    source: { kind: 'paste' },
    ...more,
  }
}

/** All records of a desk as one string: the same bytes for the same records, whatever the order they came in. */
export function canonical(records: RecordsView): string {
  const sorted = <V extends { readonly id: string }>(map: ReadonlyMap<string, V>) =>
    [...map.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  const verdicts = [...records.verdicts.values()].sort((a, b) => (a.claim < b.claim ? -1 : 1))
  return JSON.stringify(
    [
      sorted(records.articles),
      sorted(records.revisions),
      sorted(records.highlights),
      sorted(records.links),
      verdicts,
      sorted(records.speakers),
      sorted(records.conflicts),
    ],
    (_key, value: unknown) =>
      value !== null && typeof value === 'object' && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
        : value,
  )
}

/** The value of a result that must be good. */
export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`)
  return result.value
}

/** The code of a result that must be a failure. */
export function refusal(result: Result<unknown>): string {
  if (result.ok) throw new Error('It was not refused.')
  return result.error.code
}
