import { type Article, type Revision, textOf } from '#annotations/model/article'
import { compareHighlights, type Highlight } from '#annotations/model/highlight'
import type { HighlightId, LinkId } from '#annotations/model/ids'
import type { Link } from '#annotations/model/link'
import type { ArticleView, DeskChanged, HighlightBrief } from '#contract/views'

/** The article in the reader, indexed for drawing. Highlights are in reading order. */
export type OpenArticle = {
  readonly article: Article
  readonly revision: Revision
  readonly text: string
  readonly highlights: readonly Highlight[]
  readonly byId: ReadonlyMap<HighlightId, Highlight>
  readonly links: ReadonlyMap<LinkId, Link>
  readonly briefs: ReadonlyMap<HighlightId, HighlightBrief>
}

export function openArticle(view: ArticleView): OpenArticle {
  const highlights = view.highlights.toSorted(compareHighlights)
  return {
    article: view.article,
    revision: view.revision,
    text: textOf(view.revision.blocks),
    highlights,
    byId: new Map(highlights.map((highlight) => [highlight.id, highlight])),
    links: new Map(view.links.map((link) => [link.id, link])),
    briefs: new Map(view.briefs.map((brief) => [brief.id, brief])),
  }
}

/** The open article after an action; the same object when the action does not touch it; null when it was removed. */
export function afterChange(open: OpenArticle, changed: DeskChanged): OpenArticle | null {
  if (changed.removedArticles.includes(open.article.id)) return null
  let { article } = open
  let byId: Map<HighlightId, Highlight> | null = null
  const touched = new Map<HighlightId, Highlight | null>()
  let links: Map<LinkId, Link> | null = null
  for (const change of changed.changes) {
    if (change.kind === 'article' && change.id === open.article.id && change.after) article = change.after
    if (change.kind === 'highlight') {
      const there = open.byId.has(change.id)
      if (change.after?.articleId === open.article.id) {
        byId ??= new Map(open.byId)
        byId.set(change.id, change.after)
        touched.set(change.id, change.after)
      } else if (there) {
        byId ??= new Map(open.byId)
        byId.delete(change.id)
        touched.set(change.id, null)
      }
    }
  }
  const highlights = touched.size > 0 ? withChanged(open.highlights, open.byId, touched) : open.highlights
  const ends: ReadonlyMap<HighlightId, Highlight> = byId ?? open.byId
  for (const change of changed.changes) {
    if (change.kind !== 'link') continue
    const touches = change.after !== null && (ends.has(change.after.from) || ends.has(change.after.to))
    if (!touches && !open.links.has(change.id)) continue
    links ??= new Map(open.links)
    if (touches && change.after) links.set(change.id, change.after)
    else links.delete(change.id)
  }
  const briefs = changed.briefs.length > 0 ? withBriefs(open.briefs, changed.briefs) : open.briefs
  if (article === open.article && !byId && !links && briefs === open.briefs) return open
  return { ...open, article, highlights, byId: ends, links: links ?? open.links, briefs }
}

/** Reading order without sorting anew: an action touches few of an article's thousands. */
function withChanged(
  old: readonly Highlight[],
  byId: ReadonlyMap<HighlightId, Highlight>,
  touched: ReadonlyMap<HighlightId, Highlight | null>,
): readonly Highlight[] {
  const next = old.slice()
  for (const id of touched.keys()) {
    const before = byId.get(id)
    // Each highlight is found by its place, not by a walk over all of them.
    if (before) next.splice(countBefore(next, before), 1)
  }
  for (const highlight of touched.values()) {
    if (highlight) next.splice(countBefore(next, highlight), 0, highlight)
  }
  return next
}

function countBefore(sorted: readonly Highlight[], highlight: Highlight): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const other = sorted[middle]
    if (other && compareHighlights(other, highlight) < 0) low = middle + 1
    else high = middle
  }
  return low
}

function withBriefs(
  old: ReadonlyMap<HighlightId, HighlightBrief>,
  fresh: readonly HighlightBrief[],
): ReadonlyMap<HighlightId, HighlightBrief> {
  const next = new Map(old)
  for (const brief of fresh) next.set(brief.id, brief)
  return next
}

/** A link as one of its ends sees it. */
export type LinkEnd = { readonly link: Link; readonly seenFrom: 'from' | 'to'; readonly other: HighlightBrief }

/** The links of every highlight of the article, each with its other end; a link within the article is there twice. */
export function linkEnds(
  open: Pick<OpenArticle, 'byId' | 'links' | 'briefs'>,
): ReadonlyMap<HighlightId, readonly LinkEnd[]> {
  const ends = new Map<HighlightId, LinkEnd[]>()
  const add = (id: HighlightId, otherId: HighlightId, link: Link, seenFrom: 'from' | 'to') => {
    const other = open.briefs.get(otherId)
    if (!open.byId.has(id) || !other) return
    const list = ends.get(id)
    if (list) list.push({ link, seenFrom, other })
    else ends.set(id, [{ link, seenFrom, other }])
  }
  for (const link of open.links.values()) {
    add(link.from, link.to, link, 'from')
    add(link.to, link.from, link, 'to')
  }
  return ends
}
