import type { Part } from '#annotations/dossiers/dossier'
import { compareDates } from '#annotations/dossiers/stories'
import type { HighlightId } from '#annotations/model/ids'
import type { ClaimDossier, HighlightBrief } from '#contract/views'
import { formatPublished } from '../ui/format'

/** What a passage does in a story. */
export type Role = 'first' | 'repeated' | Exclude<Part, 'updates' | 'supports' | 'denies'>

export type StoryEvent = {
  readonly role: Role
  readonly passage: HighlightBrief
  /** The attributions that say whose words these are. */
  readonly sources: readonly HighlightBrief[]
}

/** As a mark or a line names it. */
export const ROLE_NAMES: { readonly [R in Role]: string } = {
  first: 'Said first',
  repeated: 'Repeats it',
  'denied-by': 'Denies it',
  contradicts: 'Contradicts it',
  'supported-by': 'Supports it',
  'updated-by': 'Changes it',
  relates: 'Related',
}

/** How much a role says of an article in which several meet. */
export const ROLES: readonly Role[] = [
  'first',
  'denied-by',
  'updated-by',
  'contradicts',
  'repeated',
  'supported-by',
  'relates',
]

/**
 * A story as it went: who said it first, and what each paper made of it, by the date of publication, the undated last. Papers of
 * one day that give no hour all said it first: nobody knows better.
 */
export function storyEvents({ dossier, briefs }: ClaimDossier): StoryEvent[] {
  const byId = new Map(briefs.map((brief) => [brief.id, brief]))
  const present = (ids: readonly HighlightId[]) => ids.flatMap((id) => byId.get(id) ?? [])
  const [lead] = dossier.tellings.flatMap(({ claim }) => byId.get(claim) ?? [])
  const told = dossier.tellings.flatMap(({ claim, sources }): StoryEvent[] => {
    const passage = byId.get(claim)
    if (!passage || !lead) return []
    const first = passage === lead || (passage.articleId !== lead.articleId && sameTime(passage, lead))
    return [{ role: first ? 'first' : 'repeated', passage, sources: present(sources) }]
  })
  const tied = dossier.ties.flatMap(({ part, other, sources }): StoryEvent[] => {
    const passage = byId.get(other)
    return passage ? [{ role: roleOf(part), passage, sources: present(sources) }] : []
  })
  return [...told, ...tied].sort(
    (a, b) => compareDates(a.passage.published, b.passage.published) || ROLES.indexOf(a.role) - ROLES.indexOf(b.role),
  )
}

/** What a claim does to others is told of it, not of them. */
function roleOf(part: Part): Role {
  return part === 'updates' || part === 'supports' || part === 'denies' ? 'relates' : part
}

/** Whether nobody can say which of two came first: a day without an hour is as early as any hour of it. */
function sameTime(a: HighlightBrief, b: HighlightBrief): boolean {
  if (a.published === null || b.published === null) return false
  if (a.published.length > ISO_DAY && b.published.length > ISO_DAY)
    return Date.parse(a.published) === Date.parse(b.published)
  return a.published.slice(0, ISO_DAY) === b.published.slice(0, ISO_DAY)
}

const ISO_DAY = 10

/** One statement of the sentence: its verb, and who did it, where and when. */
export type Clause = { readonly role: Role; readonly verb: string; readonly rest: string }

const VERBS: readonly (readonly [Role, string])[] = [
  ['repeated', 'repeated'],
  ['denied-by', 'denied'],
  ['contradicts', 'contradicted'],
  ['updated-by', 'changed'],
]
const MOST_NAMED = 3

/** The story in a line of plain words, e.g. "First said by A in B on 4 May 2023; repeated by C in D on 5 May 2023; denied by …". */
export function storyClauses(events: readonly StoryEvent[]): Clause[] {
  const first = events.filter(({ role }) => role === 'first')
  const dated = first.some(({ passage }) => passage.published !== null)
  const clauses: Clause[] = []
  if (first.length > 0) {
    const verb = !dated ? 'Said' : first.length > 1 ? 'First said on the same day' : 'First said'
    clauses.push({ role: 'first', verb, rest: listed(first) })
  }
  for (const [role, verb] of VERBS) {
    const done = onePerVoice(events.filter((event) => event.role === role))
    if (done.length > 0) clauses.push({ role, verb, rest: listed(done) })
  }
  return clauses
}

/** The same as one sentence. */
export function storySentence(clauses: readonly Clause[]): string {
  return clauses.length === 0 ? '' : `${clauses.map(({ verb, rest }) => `${verb} ${rest}`).join('; ')}.`
}

function listed(events: readonly StoryEvent[]): string {
  const named = events.slice(0, MOST_NAMED).map(voiceOf)
  const more = events.length - named.length
  if (more > 0) return `${named.join(', ')} and ${more} more`
  return named.length < 2 ? named.join('') : `${named.slice(0, -1).join(', ')} and ${named.at(-1)}`
}

/** Who says a passage, where and when: "by Orsolo in Herald on 4 May 2023"; a paper without a source says it itself. */
function voiceOf(event: StoryEvent): string {
  const { passage } = event
  const when = passage.published === null ? ', undated' : ` on ${formatPublished(passage.published)}`
  const who = speakersOf(event)
  return `${who === null ? '' : `by ${who} `}in ${paperOf(passage)}${when}`
}

function speakersOf({ sources }: StoryEvent): string | null {
  if (sources.length === 0) return null
  const named = [...new Set(sources.flatMap(({ speaker }) => speaker ?? []))]
  if (named.length > MOST_NAMED)
    return `${named.slice(0, MOST_NAMED - 1).join(', ')} and ${named.length - MOST_NAMED + 1} others`
  return named.length === 0 ? 'an unnamed source' : named.join(' and ')
}

/** Somebody who says a thing twice in one paper says it once. */
function onePerVoice(events: readonly StoryEvent[]): StoryEvent[] {
  const voices = new Map(events.toReversed().map((event) => [voiceOf(event), event]))
  return [...voices.values()].reverse()
}

/** The paper's name, or the title where none is known. */
export function paperOf({ publisher, articleTitle }: HighlightBrief): string {
  return publisher ?? `“${articleTitle}”`
}
