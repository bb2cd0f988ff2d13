import type { Plan } from '../changes/action'
import { findTwin, highlightMissing } from '../changes/actions/highlight-actions'
import { pickAll, removalOf } from '../changes/actions/removal'
import { counted } from '../changes/actions/wording'
import type { Change } from '../changes/change-set'
import type { Highlight } from '../model/highlight'
import type { HighlightId } from '../model/ids'
import { ok } from '../model/result'

/** What a curator decided of one disagreement: what leaves the desk, and what of a colleague's file comes into it. */
export type Curation = {
  readonly label: string
  readonly remove: readonly HighlightId[]
  /** Placed in an article and revision of the desk already. */
  readonly add: readonly Highlight[]
}

/**
 * Accepts one side of a disagreement, or both, in one change set. What is removed takes its links along, and the warning
 * says so; what is added keeps its annotator and dates, and its id unless the desk has it already. A highlight that the
 * desk has on the same passage with the same tag is not added twice.
 */
export function curate({ label, remove, add }: Curation): Plan {
  return (records, { ids }) => {
    const highlights = pickAll(records.highlights, remove)
    if (!highlights) return highlightMissing()
    const removal = removalOf(records, { highlights })
    const gone = new Set(remove)
    const fresh = add.filter((one) => {
      const twin = findTwin(records, one)
      return twin === null || gone.has(twin.id)
    })
    const added = fresh.map((one): Change => {
      const after = records.highlights.has(one.id) ? { ...one, id: ids.highlight() } : one
      return { kind: 'highlight', id: after.id, before: null, after }
    })
    const links = removal.filter(({ kind }) => kind === 'link').length
    const verdicts = removal.filter(({ kind }) => kind === 'verdict').length
    const along = [
      ...(links > 0 ? [counted(links, 'link')] : []),
      ...(verdicts > 0 ? [counted(verdicts, 'verdict')] : []),
    ].join(' and ')
    return ok({
      label,
      changes: [...removal, ...added],
      ...(along === '' ? {} : { warning: `With what was removed, ${along} went too.` }),
    })
  }
}
