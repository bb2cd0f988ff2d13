import { sortClaims } from '#annotations/dossiers/arrange'
import type { ClaimRow } from '#annotations/dossiers/claim-row'
import type { TimelinePlace } from '../state/timeline-route'

/** The stories that a timeline can tell: claims that something else has to do with, those most is said against first. */
export function storiesToTell(rows: readonly ClaimRow[]): readonly ClaimRow[] {
  return sortClaims(
    rows.filter(({ others, counts }) => others.length > 0 || Object.values(counts).some((count) => count > 0)),
    'contested',
  )
}

/** The story that is lit; null for none. */
export function litRow(rows: readonly ClaimRow[], story: TimelinePlace['story']): ClaimRow | null {
  if (story === 'all') return null
  if (story === null) return rows[0] ?? null
  return rows.find(({ id, others }) => id === story || others.some((other) => other.id === story)) ?? null
}
