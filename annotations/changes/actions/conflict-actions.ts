import type { Conflict } from '../../model/conflict'
import type { ConflictId } from '../../model/ids'
import { assertNever, fail, ok, type Result } from '../../model/result'
import type { Plan } from '../action'
import type { Change } from '../change-set'
import type { RecordsView } from '../records'
import { pickAll, removalOf } from './removal'
import { counted } from './wording'

/** Which version stays: the one that the desk has, or the other one. */
export type Kept = 'here' | 'other'

/** Decides conflicts, all the same way. The version that is not kept is only in the history from then on. */
export function decideConflicts(ids: readonly ConflictId[], kept: Kept): Plan {
  return (records) => {
    const conflicts = pickAll(records.conflicts, ids)
    if (!conflicts) {
      return fail('not-found', 'This conflict is not open any more.', {
        next: 'It may have been decided in another window: undo brings it back.',
      })
    }
    const changes: Change[] = []
    const done = new Set<string>()
    const push = (change: Change) => {
      const key = `${change.kind} ${change.id}`
      if (!done.has(key)) changes.push(change)
      done.add(key)
    }
    // What is removed takes along what hangs on it, so that nothing of that is decided any more.
    for (const one of removedFirst(conflicts)) {
      push({ kind: 'conflict', id: one.id, before: one, after: null })
      if (kept === 'here' || done.has(`${one.of.kind} ${one.of.id}`)) continue
      const taken = takeOther(records, one)
      if (!taken.ok) return taken
      taken.value.forEach(push)
    }
    const [only] = conflicts
    const what = only && conflicts.length === 1 ? nounOf(only) : counted(conflicts.length, 'conflict')
    return ok({
      label: kept === 'here' ? `Keep this desk’s version: ${what}` : `Take the other version: ${what}`,
      changes,
    })
  }
}

const RANK = { article: 0, revision: 1, highlight: 2, link: 3, verdict: 4 } as const

function removedFirst(conflicts: readonly Conflict[]): Conflict[] {
  return conflicts.toSorted(
    (a, b) => Number(a.of.other !== null) - Number(b.of.other !== null) || RANK[a.of.kind] - RANK[b.of.kind],
  )
}

function nounOf({ of }: Conflict): string {
  switch (of.kind) {
    case 'article':
      return 'article'
    case 'revision':
      return 'text'
    case 'highlight':
      return of.other?.tag ?? 'highlight'
    case 'link':
      return 'link'
    case 'verdict':
      return 'verdict'
    default:
      return assertNever(of)
  }
}

function takeOther(records: RecordsView, { of }: Conflict): Result<readonly Change[]> {
  switch (of.kind) {
    case 'article': {
      const before = records.articles.get(of.id)
      if (!before) return gone('article')
      if (of.other === null) return ok(removalOf(records, { articles: [before] }))
      return ok([{ kind: 'article', id: of.id, before, after: { ...of.other, revisions: before.revisions } }])
    }
    case 'revision': {
      const before = records.revisions.get(of.id)
      return before && of.other ? ok([{ kind: 'revision', id: of.id, before, after: of.other }]) : gone('text')
    }
    case 'highlight': {
      const before = records.highlights.get(of.id)
      if (!before) return gone('highlight')
      if (of.other === null) return ok(removalOf(records, { highlights: [before] }))
      const { articleId, revisionId, tag } = of.other
      if (!records.articles.get(articleId)?.revisions.includes(revisionId)) {
        return fail('not-allowed', 'The text that the other version stands in is not in the desk any more.')
      }
      const verdict = tag === 'claim' ? undefined : records.verdicts.get(of.id)
      return ok([
        ...(verdict ? [{ kind: 'verdict', id: of.id, before: verdict, after: null } as const] : []),
        { kind: 'highlight', id: of.id, before, after: of.other },
      ])
    }
    case 'link': {
      const before = records.links.get(of.id)
      if (!before) return gone('link')
      if (of.other === null) return ok(removalOf(records, { links: [before] }))
      if (!records.highlights.has(of.other.from) || !records.highlights.has(of.other.to)) {
        return fail('not-allowed', 'An end of the other version is not in the desk any more.')
      }
      return ok([{ kind: 'link', id: of.id, before, after: of.other }])
    }
    case 'verdict': {
      const before = records.verdicts.get(of.id) ?? null
      if (of.other !== null && records.highlights.get(of.id)?.tag !== 'claim') {
        return fail('not-allowed', 'The passage of this verdict is not a claim any more.', {
          next: 'Keep this desk’s version, or tag the passage as a claim first.',
        })
      }
      return ok(before === null && of.other === null ? [] : [{ kind: 'verdict', id: of.id, before, after: of.other }])
    }
    default:
      return assertNever(of)
  }
}

function gone(what: string): Result<never> {
  return fail('not-found', `The ${what} of this conflict is not in the desk any more.`, {
    next: 'Undo brings it back.',
  })
}
