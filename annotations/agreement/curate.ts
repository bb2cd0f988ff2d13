import type { Plan } from '../changes/action'
import { findTwin, highlightMissing } from '../changes/actions/highlight-actions'
import { hasTwin } from '../changes/actions/link-actions'
import { pickAll, removalOf } from '../changes/actions/removal'
import { counted } from '../changes/actions/wording'
import type { Change } from '../changes/change-set'
import type { Highlight } from '../model/highlight'
import type { HighlightId } from '../model/ids'
import { type Link, sameLink } from '../model/link'
import { ok } from '../model/result'

/** What a curator decided of one disagreement: what leaves the desk, and what of a colleague's file comes into it. */
export type Curation = {
  readonly label: string
  readonly remove: readonly HighlightId[]
  /** Placed in an article and revision of the desk already. */
  readonly add: readonly Highlight[]
  /** The colleague's links of what is added. */
  readonly links: readonly CarriedLink[]
}

/** A colleague's link, with its ends as they would stand on the desk; null: the desk has not the text of that end. */
export type CarriedLink = { readonly link: Link; readonly from: Highlight | null; readonly to: Highlight | null }

/**
 * Accepts one side of a disagreement, or all, in one change set. What is removed takes its links along; what is added keeps
 * its annotator and dates, its id unless the desk has it already, and brings its links where the desk has both ends
 * afterwards. The warning says what went, and what could not come. A highlight that the desk has on the same passage with
 * the same tag is not added twice, nor is a link that it has.
 */
export function curate({ label, remove, add, links }: Curation): Plan {
  return (records, { ids }) => {
    const highlights = pickAll(records.highlights, remove)
    if (!highlights) return highlightMissing()
    const removal = removalOf(records, { highlights })
    const gone = new Set(remove)
    const onDesk = ({ id: _id, ...place }: Highlight): HighlightId | null => {
      const twin = findTwin(records, place)
      return twin === null || gone.has(twin.id) ? null : twin.id
    }

    const changes: Change[] = [...removal]
    const homes = new Map<HighlightId, HighlightId>()
    for (const one of add) {
      const twin = onDesk(one)
      const id = twin ?? (records.highlights.has(one.id) ? ids.highlight() : one.id)
      homes.set(one.id, id)
      if (twin === null) changes.push({ kind: 'highlight', id, before: null, after: { ...one, id } })
    }

    const carried: Link[] = []
    let leftOut = 0
    for (const { link, from, to } of links) {
      const [start, end] = [from, to].map((one) => one && (homes.get(one.id) ?? onDesk(one)))
      if (!start || !end || start === end) {
        leftOut++
        continue
      }
      const id = records.links.has(link.id) ? ids.link() : link.id
      const after: Link = { ...link, id, from: start, to: end }
      if (hasTwin(records, start, after, null) || carried.some((one) => sameLink(one, after))) continue
      carried.push(after)
      changes.push({ kind: 'link', id, before: null, after })
    }

    const warning = [...wentAlong(removal), ...couldNotCome(leftOut)].join(' ')
    return ok({ label, changes, ...(warning === '' ? {} : { warning }) })
  }
}

function wentAlong(removal: readonly Change[]): readonly string[] {
  const links = removal.filter(({ kind }) => kind === 'link').length
  const verdicts = removal.filter(({ kind }) => kind === 'verdict').length
  const along = [
    ...(links > 0 ? [counted(links, 'link')] : []),
    ...(verdicts > 0 ? [counted(verdicts, 'verdict')] : []),
  ].join(' and ')
  return along === '' ? [] : [`With what was removed, ${along} went too.`]
}

function couldNotCome(links: number): readonly string[] {
  if (links === 0) return []
  return [
    links === 1
      ? '1 link was left out: its other end is not on this desk.'
      : `${links} links were left out: their other ends are not on this desk.`,
  ]
}
