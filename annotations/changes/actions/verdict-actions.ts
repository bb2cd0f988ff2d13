import type { HighlightId } from '../../model/ids'
import { fail, ok } from '../../model/result'
import type { Rating, Verdict } from '../../model/verdict'
import type { Plan } from '../action'

export type VerdictPatch = {
  readonly rating?: Rating | undefined
  readonly note?: string | undefined
  /** White space around each is dropped; empty and repeated ones are none. */
  readonly sources?: readonly string[] | undefined
}

/** Sets the verdict on a claim, or parts of it. One that says nothing any more is removed. Refuses what is not a claim. */
export function editVerdict(claim: HighlightId, patch: VerdictPatch): Plan {
  return (records, { annotator, now }) => {
    const highlight = records.highlights.get(claim)
    if (!highlight) {
      return fail('not-found', 'This claim is not in the desk any more.', {
        next: 'It may have been removed in another window: undo brings it back.',
      })
    }
    if (highlight.tag !== 'claim') {
      return fail('invalid-input', `Only a claim has a verdict; this passage is tagged as a ${highlight.tag}.`)
    }
    const before = records.verdicts.get(claim) ?? null
    const rating = patch.rating ?? before?.rating ?? 'unchecked'
    const note = patch.note ?? before?.note ?? ''
    const sources = patch.sources ? tidy(patch.sources) : (before?.sources ?? [])
    const label = labelOf(before, rating, note)
    if (rating === 'unchecked' && note === '' && sources.length === 0) {
      const changes = before ? [{ kind: 'verdict', id: claim, before, after: null } as const] : []
      return ok({ label: 'Remove the verdict', changes })
    }
    if (before?.rating === rating && before.note === note && same(before.sources, sources)) {
      return ok({ label, changes: [] })
    }
    const stamp = before ?? { annotator, created: now }
    const after: Verdict = {
      claim,
      rating,
      note,
      sources,
      annotator: stamp.annotator,
      created: stamp.created,
      modified: now,
    }
    return ok({ label, changes: [{ kind: 'verdict', id: claim, before, after }] })
  }
}

function labelOf(before: Verdict | null, rating: Rating, note: string): string {
  if (rating !== (before?.rating ?? 'unchecked')) return `Verdict: ${rating}`
  return note === (before?.note ?? '') ? 'Edit sources of the verdict' : 'Edit note of the verdict'
}

function tidy(sources: readonly string[]): string[] {
  return [...new Set(sources.map((source) => source.trim()).filter((source) => source !== ''))]
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((source, at) => source === b[at])
}
