import type { RecordsView } from '../changes/records'
import { speakerOf } from '../model/highlight'
import type { ArticleId, HighlightId } from '../model/ids'
import type { Rating } from '../model/verdict'
import { speakerDirectory } from '../speakers/directory'
import { fold } from '../text/fold'
import { compileDossier, type Dossier, type Part } from './dossier'
import { paperNames } from './paper-names'
import { type PaperPair, pairKey, paperPair } from './paper-pairs'
import { compareDates, publishedOf, type Story, storiesOf } from './stories'

/**
 * How a story stands. `contested`: denied or contradicted · `single-source`: everything that was printed of it goes back to one
 * speaker, or to one paper's own word · `uncorroborated`: one paper alone has it, and nothing supports it · `unlinked`: no link.
 */
export const STANDINGS = ['contested', 'denied', 'single-source', 'uncorroborated', 'unlinked'] as const
export type Standing = (typeof STANDINGS)[number]

/** Who denies a story, and in which paper; `speaker` is null where no attribution says. */
export type Denier = { readonly speaker: string | null; readonly paper: string }

/** One line of the list of claims: a story, and how it stands. */
export type ClaimRow = {
  /** The claim that was told first. */
  readonly id: HighlightId
  readonly exact: string
  /** The other claims of the story, in the order they were told, and their words. */
  readonly others: readonly { readonly id: HighlightId; readonly exact: string }[]
  /** When it was first told, and when anything of its dossier was published last; null when unknown. */
  readonly first: string | null
  readonly latest: string | null
  /** Publishers, or the title where an article names none, in the order they told it. */
  readonly papers: readonly string[]
  /** Everyone it is attributed to by name. */
  readonly speakers: readonly string[]
  readonly deniers: readonly Denier[]
  /** Which papers contradict each other over it: one tells it, the other prints what denies or contradicts it. */
  readonly atOdds: readonly PaperPair[]
  readonly counts: { readonly [P in Part]: number }
  readonly standings: readonly Standing[]
  readonly rating: Rating
}

/** Every story of the desk as a line, in no promised order. */
export function claimRows(records: RecordsView): ClaimRow[] {
  const names = namesIn(records)
  return storiesOf(records).map((story) => claimRowOf(records, story, names))
}

/** What speakers and papers are called. */
export type Names = {
  readonly speakerOf: (typed: string) => string
  readonly paperOf: (id: ArticleId) => string
}

export function namesIn(records: RecordsView): Names {
  return { speakerOf: speakerDirectory(records.speakers.values()).nameOf, paperOf: paperNames(records) }
}

/** One story as a line. Speakers go by the names that the analyst decided on. */
export function claimRowOf(records: RecordsView, story: Story, names: Names): ClaimRow {
  const { tellings, ties, verdicts } = compileDossier(records, story)
  const speakerAt = (id: HighlightId) => {
    const highlight = records.highlights.get(id)
    const typed = highlight ? speakerOf(highlight) : null
    return typed === null ? null : names.speakerOf(typed)
  }
  const paperAt = (id: HighlightId) => {
    const articleId = records.highlights.get(id)?.articleId
    return articleId ? names.paperOf(articleId) : ''
  }
  const counts = countParts(ties)
  const papers = distinct(story.claims.map(({ articleId }) => names.paperOf(articleId)))
  const deniers = ties
    .filter(({ part }) => part === 'denied-by')
    .flatMap(({ other, sources }): Denier[] => {
      const paper = paperAt(other)
      const named = sources.map(speakerAt).filter((speaker) => speaker !== null)
      return named.length === 0 ? [{ speaker: null, paper }] : named.map((speaker) => ({ speaker, paper }))
    })
  const atOdds = ties
    .filter(({ part }) => part === 'denied-by' || part === 'contradicts')
    .flatMap(({ other, claims }) =>
      claims.map((claim) => paperPair(paperAt(claim), paperAt(other))).filter((pair) => pair !== null),
    )
  const told = ties.map(({ other }) => records.highlights.get(other)).filter((highlight) => highlight !== undefined)
  const dates = [...story.claims, ...told].map((highlight) => publishedOf(records, highlight))
  const [lead, ...others] = story.claims
  const unlinked = others.length === 0 && records.linksOf(lead.id).size === 0
  const isSo: { readonly [S in Standing]: boolean } = {
    contested: counts['denied-by'] + counts.contradicts > 0,
    denied: counts['denied-by'] > 0,
    'single-source': sourceKeys(records, tellings, speakerAt, names.paperOf).size === 1,
    uncorroborated: papers.length === 1 && counts['supported-by'] === 0,
    unlinked,
  }
  return {
    id: lead.id,
    exact: lead.anchor.quote.exact,
    others: others.map(({ id, anchor }) => ({ id, exact: anchor.quote.exact })),
    first: publishedOf(records, lead),
    latest:
      dates
        .filter((date) => date !== null)
        .toSorted(compareDates)
        .at(-1) ?? null,
    papers,
    speakers: distinct(tellings.flatMap(({ sources }) => sources.map(speakerAt)).filter((speaker) => speaker !== null)),
    deniers: distinct(deniers, ({ speaker, paper }) => `${fold(speaker ?? '')}\n${fold(paper)}`),
    atOdds: distinct(atOdds, pairKey),
    counts,
    standings: STANDINGS.filter((standing) => isSo[standing]),
    rating: verdicts[0]?.rating ?? 'unchecked',
  }
}

/** What a story goes back to: named speakers, unnamed ones each for themselves, and the papers that tell it on their own word. */
function sourceKeys(
  records: RecordsView,
  tellings: Dossier['tellings'],
  speakerAt: (id: HighlightId) => string | null,
  paperOf: Names['paperOf'],
): ReadonlySet<string> {
  const keys = new Set<string>()
  for (const { claim, sources } of tellings) {
    for (const source of sources) {
      const speaker = speakerAt(source)
      keys.add(speaker === null ? source : `speaker ${fold(speaker)}`)
    }
    const articleId = records.highlights.get(claim)?.articleId
    if (sources.length === 0 && articleId) keys.add(`paper ${fold(paperOf(articleId))}`)
  }
  return keys
}

function countParts(ties: Dossier['ties']): { readonly [P in Part]: number } {
  const counts = {
    'denied-by': 0,
    contradicts: 0,
    'supported-by': 0,
    'updated-by': 0,
    updates: 0,
    supports: 0,
    denies: 0,
    relates: 0,
  }
  for (const { part } of ties) counts[part]++
  return counts
}

/** Each once, by what it says rather than how it is spelled; the first spelling stays. */
function distinct(items: readonly string[]): string[]
function distinct<T>(items: readonly T[], keyOf: (item: T) => string): T[]
function distinct<T>(items: readonly T[], keyOf: (item: T) => string = (item) => fold(String(item))): T[] {
  const found = new Map<string, T>()
  for (const item of items) {
    const key = keyOf(item)
    if (!found.has(key)) found.set(key, item)
  }
  return [...found.values()]
}
