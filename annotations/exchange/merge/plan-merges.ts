import type { Action, Plan } from '../../changes/action'
import { applyChangeSet } from '../../changes/apply'
import type { Change } from '../../changes/change-set'
import { createRecords, type Records, type RecordsView } from '../../changes/records'
import { ok } from '../../model/result'
import type { CrossreadFile } from '../crossread-json/format'
import type { MergeCounts } from './ledger'
import { type Past, withWaiting } from './past'
import { labelOf, type Merged, type MergeVerb, planMerge } from './plan-merge'

/** One file of an import; `name` is what conflicts call it. */
export type ToMerge = { readonly name: string; readonly file: CrossreadFile }

/**
 * Takes several files into a desk, one after the other by the rules of one: what the first brought is in the desk for the
 * second, so what two files say differently of one record is a conflict. All of it is one change set.
 *
 * @param name of them all, for the label
 */
export function planMerges(
  files: readonly ToMerge[],
  { name, verb, past }: { readonly name: string; readonly verb: MergeVerb; readonly past: Past },
): Plan<Merged> {
  const [only, ...others] = files
  if (only && others.length === 0) return planMerge(only.file, { name: only.name, verb, past })
  return (records, context) => {
    const after = copyOf(records)
    // What one of these files puts up for decision is no conflict of an earlier merge for the next.
    const known = withWaiting(past, records)
    const done: (Action & Merged)[] = []
    for (const one of files) {
      const planned = planMerge(one.file, { name: one.name, verb, past: known })(after, context)
      if (!planned.ok) return planned
      done.push(planned.value)
      const { label, changes } = planned.value
      const applied = applyChangeSet(after, {
        id: context.ids.changeSet(),
        label,
        annotator: '',
        at: context.now,
        changes,
      })
      if (!applied.ok) return applied
    }
    const counts = sumOf(done)
    return ok({
      label: labelOf(verb, counts, undefined, name),
      changes: inOne(done.flatMap(({ changes }) => changes)),
      ...counts,
      notes: [...new Set(done.flatMap(({ notes }) => notes))],
      differences: done.flatMap(({ differences }) => differences),
    })
  }
}

function sumOf(all: readonly MergeCounts[]): MergeCounts {
  const sum = (what: keyof MergeCounts) => all.reduce((total, counts) => total + counts[what], 0)
  return {
    articles: sum('articles'),
    highlights: sum('highlights'),
    links: sum('links'),
    verdicts: sum('verdicts'),
    speakers: sum('speakers'),
    same: sum('same'),
    updated: sum('updated'),
    older: sum('older'),
    removed: sum('removed'),
    matched: sum('matched'),
    conflicts: sum('conflicts'),
    waiting: sum('waiting'),
  }
}

/** What changed a record several times as one change of it, where it was changed first. */
function inOne(changes: readonly Change[]): Change[] {
  const byRecord = new Map<string, Change>()
  for (const change of changes) {
    const key = `${change.kind} ${change.id}`
    const first = byRecord.get(key)
    // The kinds are the same by the key.
    byRecord.set(key, first === undefined ? change : ({ ...change, before: first.before } as Change))
  }
  return [...byRecord.values()].filter(({ before, after }) => before !== null || after !== null)
}

function copyOf(from: RecordsView): Records {
  const to = createRecords()
  for (const [id, one] of from.articles) to.putArticle(id, one)
  for (const [id, one] of from.revisions) to.putRevision(id, one)
  for (const [id, one] of from.highlights) to.putHighlight(id, one)
  for (const [id, one] of from.links) to.putLink(id, one)
  for (const [id, one] of from.verdicts) to.putVerdict(id, one)
  for (const [id, one] of from.speakers) to.putSpeaker(id, one)
  for (const [id, one] of from.conflicts) to.putConflict(id, one)
  return to
}
