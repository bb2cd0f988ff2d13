import { type ConflictId, conflictIdSchema } from '#annotations/model/ids'

/** What merges left to decide, and which of it is to be decided next: the first of the list without any. */
export type ConflictsPlace = { readonly view: 'conflicts'; readonly chosen: readonly ConflictId[] }

/** Whatever comes first. */
export const ANY_CONFLICT: ConflictsPlace = { view: 'conflicts', chosen: [] }

/** More are chosen all at once; thousands of ids are no address. */
const MOST_CHOSEN = 50

/** Reads `c=cfl_…,cfl_…`, of which the first is shown; what is none is left out. */
export function parseConflicts(search: string): ConflictsPlace {
  const ids = new URLSearchParams(search).get('c')?.split(',') ?? []
  return {
    view: 'conflicts',
    chosen: ids.flatMap((id) => conflictIdSchema.safeParse(id).data ?? []).slice(0, MOST_CHOSEN),
  }
}

/** With more than an address takes, the one that is shown. */
export function formatConflicts({ chosen }: ConflictsPlace): string {
  const named = chosen.length > MOST_CHOSEN ? chosen.slice(0, 1) : chosen
  return named.length === 0 ? '#/conflicts' : `#/conflicts?c=${named.join(',')}`
}
