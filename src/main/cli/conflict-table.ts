import type { ConflictView, VersionView } from '#contract/exchange-views'
import { short, table } from './output'

/** Conflicts for people: which record, what differs, who made either version and when. */
export function conflictTable(conflicts: readonly ConflictView[]): string {
  return table(
    ['conflict', 'of', 'differs in', 'here', 'there', 'about'],
    conflicts.map(({ id, kind, here, other, about }) => [
      id,
      kind,
      differs(here, other),
      by(here),
      by(other),
      short(about, 50),
    ]),
  )
}

function differs(here: VersionView, other: VersionView): string {
  if (here.fields === null || other.fields === null) return 'removed'
  const labels = here.fields.filter((field) => field.differs).map(({ label }) => label.toLowerCase())
  return labels.length === 0 ? 'how it was carried' : labels.join(', ')
}

function by({ fields, who, when }: VersionView): string {
  if (fields === null) return 'removed'
  return [who, when?.slice(0, 16).replace('T', ' ')].filter(Boolean).join(', ')
}
