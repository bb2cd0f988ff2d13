import type { Tag } from '../../model/highlight'
import type { HighlightId } from '../../model/ids'
import { likelyLink, type Relation, relationWords } from '../../model/relation'
import { fail, ok, type Result } from '../../model/result'
import type { Action, ActionContext, Plan } from '../action'
import type { Change } from '../change-set'
import type { RecordsView } from '../records'
import { editHighlight, removeHighlights } from './highlight-actions'
import { addLink } from './link-actions'
import { counted, quoted } from './wording'

/** What came of an action on many highlights. What was left alone is said in `warning`, in plain sentences. */
export type Bulk = { readonly changed: number; readonly skipped: number }

/** Tags many highlights anew. One that has the tag, or whose passage has such a highlight already, is left as it is. */
export function tagHighlights(ids: readonly HighlightId[], tag: Tag): Plan<Bulk> {
  return (records, context) => {
    /** Passages that get the tag in this very action: the desk does not show them yet. */
    const taken = new Set<string>()
    return each(records, context, ids, {
      label: (count) => `Tag ${counted(count, 'highlight')} as ${tag}`,
      same: `tagged as ${tag} already`,
      plan: (id) => (view, at) => {
        const highlight = view.highlights.get(id)
        const place = highlight && `${highlight.revisionId} ${highlight.anchor.start} ${highlight.anchor.end}`
        const planned = editHighlight(id, { tag })(view, at)
        if (!planned.ok || planned.value.changes.length === 0 || place === undefined) return planned
        if (taken.has(place)) return fail('duplicate', `Another of them on the same passage became the ${tag}.`)
        taken.add(place)
        return planned
      },
    })
  }
}

/** Links many highlights with one. Without a relation each pair has the one that it most likely has, whichever way round. */
export function linkHighlights(ids: readonly HighlightId[], to: HighlightId, relation: Relation | null): Plan<Bulk> {
  return (records, context) => {
    const target = records.highlights.get(to)
    if (!target) return fail('not-found', 'The highlight to link to is not in the desk any more.')
    return each(records, context, ids, {
      label: (count) =>
        `Link ${counted(count, 'highlight')}${relation === null ? '' : `: ${relationWords(relation, 'from')}`}`,
      same: 'linked so already',
      plan: (id) => {
        const likely = likelyLink(records.highlights.get(id)?.tag ?? target.tag, target.tag)
        const [from, end] = relation === null && likely.swap ? [to, id] : [id, to]
        return addLink({ from, to: end, relation: relation ?? likely.relation, note: '' })
      },
    })
  }
}

/** Writes a note on many highlights: after what they have, or in its place. An empty one in its place removes it. */
export function noteHighlights(ids: readonly HighlightId[], note: string, how: 'append' | 'replace'): Plan<Bulk> {
  const text = note.trim()
  return (records, context) =>
    each(records, context, ids, {
      label: (count) =>
        text === ''
          ? `Remove the note of ${counted(count, 'highlight')}`
          : `Write a note on ${counted(count, 'highlight')}`,
      same: text === '' ? 'without a note already' : 'noted so already',
      plan: (id) => {
        const old = records.highlights.get(id)?.note ?? ''
        return editHighlight(id, {
          note:
            how === 'append' && old !== '' && text !== ''
              ? `${old}\n${text}`
              : how === 'append' && text === ''
                ? old
                : text,
        })
      },
    })
}

/** Names the speaker of many attributions; other highlights have none and are left as they are. */
export function nameSpeakers(ids: readonly HighlightId[], speaker: string): Plan<Bulk> {
  const name = speaker.trim()
  return (records, context) =>
    each(records, context, ids, {
      label: (count) =>
        name === ''
          ? `Remove the speaker of ${counted(count, 'attribution')}`
          : `Name ${quoted(name)} in ${counted(count, 'attribution')}`,
      same: name === '' ? 'without a speaker already' : 'named so already',
      plan: (id) => (view, at) => {
        const tag = view.highlights.get(id)?.tag
        if (tag !== undefined && tag !== 'attribution')
          return fail('invalid-input', 'Only an attribution names a speaker.')
        return editHighlight(id, { speaker: name })(view, at)
      },
    })
}

/** Removes many highlights with their links and verdicts; one that is gone already is passed over. */
export function removeMany(ids: readonly HighlightId[]): Plan<Bulk> {
  return (records, context) => {
    const there = [...new Set(ids)].filter((id) => records.highlights.has(id))
    const gone = new Set(ids).size - there.length
    const label = `Remove ${counted(there.length, 'highlight')}`
    if (there.length === 0) return ok({ label, changes: [], warning: goneWords(gone), changed: 0, skipped: gone })
    const done = removeHighlights(there)(records, context)
    if (!done.ok) return done
    const links = done.value.changes.filter(({ kind }) => kind === 'link').length
    const verdicts = done.value.changes.filter(({ kind }) => kind === 'verdict').length
    const sentences = [
      ...(links > 0 ? [`${counted(links, 'link')} went with ${there.length === 1 ? 'it' : 'them'}.`] : []),
      ...(verdicts > 0 ? [`${counted(verdicts, 'verdict')} went too.`] : []),
      ...(gone > 0 ? [goneWords(gone)] : []),
    ]
    return ok({ ...done.value, label, changed: there.length, skipped: gone, ...warningOf(sentences) })
  }
}

type Each = {
  readonly label: (count: number) => string
  /** What is said of those that are so already, after a number: "2 were tagged as claim already." */
  readonly same: string
  readonly plan: (id: HighlightId) => Plan
}

/** Plans the same for each highlight, as one change set. What the desk refuses for one of them does not stop the others. */
function each(
  records: RecordsView,
  context: ActionContext,
  ids: readonly HighlightId[],
  { label, same, plan }: Each,
): Result<Action & Bulk> {
  const changes: Change[] = []
  const refused = new Map<string, number>()
  const unusual = new Map<string, number>()
  let [changed, unchanged, gone] = [0, 0, 0]
  for (const id of new Set(ids)) {
    if (!records.highlights.has(id)) {
      gone++
      continue
    }
    const planned = plan(id)(records, context)
    if (!planned.ok) refused.set(planned.error.message, (refused.get(planned.error.message) ?? 0) + 1)
    else if (planned.value.changes.length === 0) unchanged++
    else {
      changed++
      changes.push(...planned.value.changes)
      const { warning } = planned.value
      if (warning !== undefined) unusual.set(warning, (unusual.get(warning) ?? 0) + 1)
    }
  }
  const sentences = [
    ...Array.from(unusual, ([why, times]) => (times === 1 ? why : `${times} times: ${why}`)),
    ...(unchanged > 0 ? [`${counted(unchanged, 'highlight')} ${unchanged === 1 ? 'was' : 'were'} ${same}.`] : []),
    ...Array.from(
      refused,
      ([why, times]) => `${counted(times, 'highlight')} left as ${times === 1 ? 'it was' : 'they were'}: ${why}`,
    ),
    ...(gone > 0 ? [goneWords(gone)] : []),
  ]
  const skipped = unchanged + gone + [...refused.values()].reduce((sum, times) => sum + times, 0)
  return ok({ label: label(changed), changes, changed, skipped, ...warningOf(sentences) })
}

function goneWords(gone: number): string {
  return `${counted(gone, 'highlight')} ${gone === 1 ? 'is' : 'are'} not in the desk any more.`
}

function warningOf(sentences: readonly string[]): { readonly warning?: string } {
  return sentences.length === 0 ? {} : { warning: sentences.join(' ') }
}
