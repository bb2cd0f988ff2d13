import type { RecordsView } from '#annotations/changes/records'
import type { Block } from '#annotations/model/article'
import type { Highlight } from '#annotations/model/highlight'
import type { RevisionId } from '#annotations/model/ids'

export type RevisionGroup = { readonly oldBlocks: readonly Block[]; readonly highlights: readonly Highlight[] }

/** Highlights by the revision that they are in, each group with its text. */
export function groupByRevision(records: RecordsView, highlights: readonly Highlight[]): RevisionGroup[] {
  const groups = new Map<RevisionId, Highlight[]>()
  for (const highlight of highlights) {
    const group = groups.get(highlight.revisionId)
    if (group) group.push(highlight)
    else groups.set(highlight.revisionId, [highlight])
  }
  return [...groups].map(([id, members]) => ({
    oldBlocks: records.revisions.get(id)?.blocks ?? [],
    highlights: members,
  }))
}
