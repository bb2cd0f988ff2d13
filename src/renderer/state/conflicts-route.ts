import { type ConflictId, conflictIdSchema } from '#annotations/model/ids'

/** What merges left to decide, and the one that is shown; the first without it. */
export type ConflictsPlace = { readonly view: 'conflicts'; readonly conflict: ConflictId | null }

/** Reads `c=cfl_…`; what is none is left out. */
export function parseConflicts(search: string): ConflictsPlace {
  const id = conflictIdSchema.safeParse(new URLSearchParams(search).get('c'))
  return { view: 'conflicts', conflict: id.success ? id.data : null }
}

export function formatConflicts({ conflict }: ConflictsPlace): string {
  return conflict === null ? '#/conflicts' : `#/conflicts?c=${conflict}`
}
