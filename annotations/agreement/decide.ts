import { quoted } from '../changes/actions/wording'
import type { Highlight } from '../model/highlight'
import type { ArticleId, HighlightId, RevisionId } from '../model/ids'
import type { Comparison, Pile, Side } from './compared'
import type { CarriedLink, Curation } from './curate'
import type { Disagreement } from './disagreements'
import { keyOf } from './spans'

/** What of a disagreement stays: what one side marked, by its index, or what anybody did. */
export type Kept = number | 'all'

/**
 * What a curator's decision means for a desk: of the desk's own sides, what differs from the kept one leaves; of a colleague's
 * file, what is kept comes in, with the file's links of it. A colleague's highlights are none of the desk's, so they never leave.
 */
export function decide(
  { text, sides: marks }: Disagreement,
  kept: Kept,
  {
    sides,
    comparison,
    desk,
  }: { readonly sides: readonly Side[]; readonly comparison: Comparison; readonly desk: Pile },
): Curation {
  const { article, revisionId } = comparison.texts[text] ?? {}
  const isKept = (side: number) => kept === 'all' || side === kept
  const keys = new Set(marks.flatMap((list, side) => (isKept(side) ? list.map(keyOf) : [])))
  const add: Highlight[] = []
  const links: CarriedLink[] = []
  for (const [index, side] of sides.entries()) {
    if (side.pile === desk || !isKept(index) || !article || !revisionId) continue
    const coming = marks[index] ?? []
    add.push(...coming.map((one) => ({ ...one, articleId: article.id, revisionId })))
    links.push(...linksOf(coming, side, desk))
  }
  const label = kept === 'all' ? 'Keep all sides' : `Keep what ${comparison.sides[kept] ?? ''} marked`
  return {
    label: article ? `${label} in ${quoted(article.title)}` : label,
    remove: marks.flatMap((list, side) =>
      sides[side]?.pile === desk ? list.filter((one) => !keys.has(keyOf(one))).map(({ id }) => id) : [],
    ),
    add,
    links,
  }
}

/** The links of a file that touch some of its highlights, with their ends as they would stand on the desk. */
function linksOf(highlights: readonly Highlight[], { pile, annotator }: Side, desk: Pile): readonly CarriedLink[] {
  const ends = new Set<HighlightId>(highlights.map(({ id }) => id))
  const touching = pile.links.filter(
    (link) => (ends.has(link.from) || ends.has(link.to)) && (annotator === null || link.annotator === annotator),
  )
  if (touching.length === 0) return []
  const wanted = new Set(touching.flatMap(({ from, to }) => [from, to]))
  const found = new Map(pile.highlights.flatMap((one) => (wanted.has(one.id) ? [[one.id, one] as const] : [])))
  const homes = homesOf(desk)
  const placed = (id: HighlightId): Highlight | null => {
    const one = found.get(id)
    const newest = one && pile.textOf(one.articleId)
    const home = newest && newest.revisionId === one.revisionId ? homes.get(newest.text) : undefined
    return one && home ? { ...one, ...home } : null
  }
  return touching.map((link) => ({ link, from: placed(link.from), to: placed(link.to) }))
}

/** Where the newest texts of a desk are. */
function homesOf({ articles, textOf }: Pile): ReadonlyMap<string, { articleId: ArticleId; revisionId: RevisionId }> {
  return new Map(
    articles.flatMap(({ id: articleId }) => {
      const newest = textOf(articleId)
      return newest ? [[newest.text, { articleId, revisionId: newest.revisionId }] as const] : []
    }),
  )
}
