import type { RecordsView } from '../changes/records'
import type { Highlight } from '../model/highlight'
import type { HighlightId } from '../model/ids'
import type { Link } from '../model/link'
import { assertNever } from '../model/result'
import type { Verdict } from '../model/verdict'
import { compareTold, type Story, storyOf } from './stories'

/** What a link says of a story, as it is seen from the story, in the order a dossier tells it. */
export const PARTS = [
  'denied-by',
  'contradicts',
  'supported-by',
  'updated-by',
  'updates',
  'supports',
  'denies',
  'relates',
] as const
export type Part = (typeof PARTS)[number]

/** One telling of a story: the claim, and the attributions that say who said so. */
export type Telling = { readonly claim: HighlightId; readonly sources: readonly HighlightId[] }

/** A passage that is linked with claims of a story, once for each part, and the attributions of that passage. */
export type Tie = {
  readonly part: Part
  readonly other: HighlightId
  readonly sources: readonly HighlightId[]
  /** The claims of the story that it is linked with, in the order they were told. */
  readonly claims: readonly HighlightId[]
  /** The analyst's notes on the links; links without one have none. */
  readonly notes: readonly string[]
}

/** All that the desk knows of one story. Tellings are in the order they were told, and so are the ties within each part. */
export type Dossier = {
  readonly id: HighlightId
  readonly tellings: readonly Telling[]
  readonly ties: readonly Tie[]
  /** The verdicts on its claims, the one that was changed last first: that one is the story's. */
  readonly verdicts: readonly Verdict[]
}

/** The dossier of the story that a claim belongs to; null when there is no such claim. */
export function dossierOf(records: RecordsView, claim: HighlightId): Dossier | null {
  const story = storyOf(records, claim)
  return story && compileDossier(records, story)
}

export function compileDossier(records: RecordsView, story: Story): Dossier {
  const inside = new Set(story.claims.map(({ id }) => id))
  const tellings = story.claims.map(({ id }) => ({ claim: id, sources: sourcesOf(records, id) }))
  const ties = new Map<
    string,
    { readonly part: Part; readonly other: Highlight; claims: HighlightId[]; notes: string[] }
  >()
  for (const { id: claim } of story.claims) {
    for (const linkId of [...records.linksOf(claim)].sort()) {
      const link = records.links.get(linkId)
      const other = link && records.highlights.get(link.from === claim ? link.to : link.from)
      const part = other && partOf(link, claim, other)
      // A tie within the story is told once, from the end that it arrives at.
      if (!part || (inside.has(other.id) && link.from === claim)) continue
      const key = `${part} ${other.id}`
      const tie = ties.get(key) ?? { part, other, claims: [], notes: [] }
      tie.claims.push(claim)
      if (link.note !== '' && !tie.notes.includes(link.note)) tie.notes.push(link.note)
      ties.set(key, tie)
    }
  }
  const sorted = [...ties.values()].sort(
    (a, b) => PARTS.indexOf(a.part) - PARTS.indexOf(b.part) || compareTold(records, a.other, b.other),
  )
  const verdicts = story.claims.flatMap(({ id }) => records.verdicts.get(id) ?? [])
  return {
    id: story.id,
    tellings,
    ties: sorted.map(({ other, ...tie }) => ({ ...tie, other: other.id, sources: sourcesOf(records, other.id) })),
    verdicts: verdicts.toSorted((a, b) => (a.modified < b.modified ? 1 : -1)),
  }
}

/** Null for the links that the tellings tell already: who attributes a claim, and what repeats it. */
function partOf(link: Link, claim: HighlightId, other: Highlight): Part | null {
  const arrives = link.to === claim
  switch (link.relation) {
    case 'attributes':
      return arrives ? null : 'relates'
    case 'repeats':
      return other.tag === 'claim' ? null : 'relates'
    case 'denies':
      return arrives ? 'denied-by' : 'denies'
    case 'supports':
      return arrives ? 'supported-by' : 'supports'
    case 'updates':
      return arrives ? 'updated-by' : 'updates'
    case 'contradicts':
    case 'relates':
      return link.relation
    default:
      return assertNever(link.relation)
  }
}

/** The passages that attribute this one to somebody, in the order they were told. */
function sourcesOf(records: RecordsView, passage: HighlightId): HighlightId[] {
  const sources: Highlight[] = []
  for (const id of records.linksOf(passage)) {
    const link = records.links.get(id)
    if (link?.relation !== 'attributes' || link.to !== passage) continue
    const source = records.highlights.get(link.from)
    if (source) sources.push(source)
  }
  return sources.sort((a, b) => compareTold(records, a, b)).map(({ id }) => id)
}
