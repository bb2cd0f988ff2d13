import type { Highlight, Tag } from '#annotations/model/highlight'
import type { ArticleId } from '#annotations/model/ids'
import type { HighlightBrief } from '#contract/views'
import { TAG_NAMES } from '../ui/tag-mark'

/** UTF-16 units: enough to know a passage by, short enough to listen to. */
const MOST_SPOKEN = 140

/** The words of a passage on one line, cut at a word when they are many. */
export function shortWords(exact: string, most = MOST_SPOKEN): string {
  const line = exact.replace(/\s+/g, ' ').trim()
  if (line.length <= most) return line
  const space = line.lastIndexOf(' ', most)
  // Without a space near the end the cut may fall within a surrogate pair, whose half is dropped.
  const cut = line.slice(0, space > most / 2 ? space : most).replace(/[\ud800-\udbff]$/, '')
  return `${cut.trimEnd()}…`
}

/** A highlight as a screen reader says it: "Denial: “No such letter was sent.”" */
export function spokenHighlight(highlight: { readonly tag: Tag; readonly exact: string }): string {
  return `${TAG_NAMES[highlight.tag]}: “${shortWords(highlight.exact)}”.`
}

/** Where a link's other end is, seen from an article: "in this article", or whose and which other. */
export function placeOf(brief: HighlightBrief, seenFrom: ArticleId | null): string {
  if (brief.articleId === seenFrom) return 'in this article'
  return [brief.publisher, brief.articleTitle].filter(Boolean).join(' · ')
}

/** The tag and words of a highlight of the open article, as briefs have them. */
export function tagAndWords(highlight: Highlight): Pick<HighlightBrief, 'tag' | 'exact'> {
  return { tag: highlight.tag, exact: highlight.anchor.quote.exact }
}
