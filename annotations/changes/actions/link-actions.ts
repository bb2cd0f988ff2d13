import type { HighlightId, LinkId } from '../../model/ids'
import { type Link, sameLink } from '../../model/link'
import { isSymmetric, type Relation, relationWords, unusualPair } from '../../model/relation'
import { fail, ok, type Result } from '../../model/result'
import type { Plan } from '../action'
import type { RecordsView } from '../records'
import { pickAll, removalOf } from './removal'
import { counted } from './wording'

type Ends = Pick<Link, 'from' | 'to' | 'relation'>

/** Links two highlights. Refuses a link to itself and one that says what another says; warns of an unusual pair. */
export function addLink(wanted: Ends & { readonly note: string }): Plan<{ readonly id: LinkId }> {
  return (records, { annotator, ids, now }) => {
    const allowed = check(records, wanted, null)
    if (!allowed.ok) return allowed
    const { from, to, relation, note } = wanted
    const id = ids.link()
    const after: Link = { id, from, to, relation, note, annotator, created: now, modified: now }
    return ok({
      label: `Link: ${relationWords(relation, 'from')}`,
      changes: [{ kind: 'link', id, before: null, after }],
      ...allowed.value,
      id,
    })
  }
}

export type LinkPatch = {
  readonly relation?: Relation | undefined
  readonly note?: string | undefined
  /** Swaps the ends; nothing to do for a relation that reads the same from both. */
  readonly turn?: true | undefined
}

/** Changes a link's relation or note, or turns it around. The same refusals as for a new one. */
export function editLink(id: LinkId, patch: LinkPatch): Plan {
  return (records, { now }) => {
    const before = records.links.get(id)
    if (!before) return linkMissing()
    const relation = patch.relation ?? before.relation
    const note = patch.note ?? before.note
    const turned = patch.turn === true && !isSymmetric(relation)
    const [from, to] = turned ? [before.to, before.from] : [before.from, before.to]
    const label = editLabel(before, relation, turned)
    const moved = turned || relation !== before.relation
    if (!moved && note === before.note) return ok({ label, changes: [] })

    const allowed = moved ? check(records, { from, to, relation }, id) : ok({})
    if (!allowed.ok) return allowed
    const after: Link = { ...before, from, to, relation, note, modified: now }
    return ok({ label, changes: [{ kind: 'link', id, before, after }], ...allowed.value })
  }
}

function editLabel(before: Link, relation: Relation, turned: boolean): string {
  if (relation !== before.relation) return `Change link to “${relationWords(relation, 'from')}”`
  return turned ? 'Turn link around' : 'Edit note of link'
}

/** Removes links; their highlights stay. */
export function removeLinks(ids: readonly LinkId[]): Plan {
  return (records) => {
    const links = pickAll(records.links, ids)
    if (!links) return linkMissing()
    const [only] = links
    const what =
      only && links.length === 1 ? `link: ${relationWords(only.relation, 'from')}` : counted(links.length, 'link')
    return ok({ label: `Remove ${what}`, changes: removalOf(records, { links }) })
  }
}

/** Whether the desk may hold this link, and what is unusual about it. `self` is left out of the search for duplicates. */
function check(records: RecordsView, wanted: Ends, self: LinkId | null): Result<{ readonly warning?: string }> {
  if (wanted.from === wanted.to) return fail('invalid-input', 'A highlight cannot be linked to itself.')
  const from = records.highlights.get(wanted.from)
  const to = records.highlights.get(wanted.to)
  if (!from || !to) return endMissing()
  if (hasTwin(records, wanted.from, wanted, self)) {
    return fail('duplicate', `These two passages are linked by “${relationWords(wanted.relation, 'from')}” already.`)
  }
  const warning = unusualPair(wanted.relation, from.tag, to.tag)
  return ok(warning === null ? {} : { warning })
}

/** Whether a link of this highlight says the same; `self` is left out of the search. */
export function hasTwin(records: RecordsView, end: HighlightId, wanted: Ends, self: LinkId | null): boolean {
  for (const id of records.linksOf(end)) {
    const other = records.links.get(id)
    if (other && id !== self && sameLink(other, wanted)) return true
  }
  return false
}

function endMissing(): Result<never> {
  return fail('not-found', 'One of the two highlights is not in the desk any more.', {
    next: 'It may have been removed in another window: undo brings it back.',
  })
}

function linkMissing(): Result<never> {
  return fail('not-found', 'This link is not in the desk any more.', {
    next: 'It may have been removed in another window: undo brings it back.',
  })
}
