import type { ActionContext } from '../../changes/action'
import type { Change } from '../../changes/change-set'
import type { RecordsView } from '../../changes/records'
import type { Disputed } from '../../model/conflict'
import type { Highlight } from '../../model/highlight'
import type { ArticleId, HighlightId } from '../../model/ids'
import type { Standing } from './judge'
import { sameValue } from './same-value'

/** What a merge did with the records of a file. */
export type MergeCounts = {
  readonly articles: number
  readonly highlights: number
  readonly links: number
  readonly verdicts: number
  /** Decisions about names. */
  readonly speakers: number
  /** In the desk already, as they are. */
  readonly same: number
  /** Newer there, and taken over. */
  readonly updated: number
  /** Newer here, and kept. */
  readonly older: number
  /** Removed here and unchanged there: they stay removed. */
  readonly removed: number
  /** Articles that two analysts added each for herself, known by their text or address. */
  readonly matched: number
  /** What somebody must decide. */
  readonly conflicts: number
  /** What somebody must decide since an earlier merge: these ask nothing new. */
  readonly waiting: number
}

/** Collects what a merge changes and counts. */
export type Ledger = {
  readonly changes: Change[]
  readonly notes: string[]
  readonly count: (what: keyof MergeCounts, by?: number) => void
  /** Counts what needs no change of its own. */
  readonly pass: (standing: Standing) => void
  readonly dispute: (articleId: ArticleId, of: Disputed) => void
  /** Highlights as they are after the merge. */
  readonly highlight: (id: HighlightId) => Highlight | undefined
  readonly putHighlight: (before: Highlight | null, after: Highlight) => void
  readonly counts: () => MergeCounts
}

export function createLedger(records: RecordsView, from: string, { ids, annotator, now }: ActionContext): Ledger {
  const changes: Change[] = []
  const notes: string[] = []
  const put = new Map<HighlightId, Highlight>()
  const counts = {
    articles: 0,
    highlights: 0,
    links: 0,
    verdicts: 0,
    speakers: 0,
    same: 0,
    updated: 0,
    older: 0,
    removed: 0,
    matched: 0,
    conflicts: 0,
    waiting: 0,
  }
  const open = [...records.conflicts.values()]
  const count = (what: keyof MergeCounts, by = 1) => {
    counts[what] += by
  }
  return {
    changes,
    notes,
    count,
    pass(standing) {
      switch (standing) {
        case 'same':
        case 'older':
        case 'waiting':
        case 'removed':
          count(standing)
      }
    },
    dispute(articleId, of) {
      if (open.some((one) => one.of.kind === of.kind && one.of.id === of.id && sameValue(one.of.other, of.other))) {
        count('same')
        return
      }
      count('conflicts')
      const after = { id: ids.conflict(), articleId, of, from, annotator, created: now }
      changes.push({ kind: 'conflict', id: after.id, before: null, after })
    },
    highlight: (id) => put.get(id) ?? records.highlights.get(id),
    putHighlight(before, after) {
      put.set(after.id, after)
      changes.push({ kind: 'highlight', id: after.id, before, after })
    },
    counts: () => counts,
  }
}
