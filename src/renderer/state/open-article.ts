import { type Article, type Revision, textOf } from '#annotations/model/article'
import { compareHighlights, type Highlight, isOrphan } from '#annotations/model/highlight'
import type { HighlightId, LinkId } from '#annotations/model/ids'
import type { Link } from '#annotations/model/link'
import type { ArticleView, DeskChanged, HighlightBrief, RevisionInfo } from '#contract/views'

/** The article in the reader, indexed for drawing. Highlights are in reading order. */
export type OpenArticle = {
  readonly article: Article
  readonly revision: Revision
  /** Oldest first. */
  readonly revisions: readonly RevisionInfo[]
  /** Whether the revision that is shown is the newest: an older one is only read. */
  readonly isNewest: boolean
  readonly text: string
  /** Those that have a passage in the revision that is shown. */
  readonly highlights: readonly Highlight[]
  readonly byId: ReadonlyMap<HighlightId, Highlight>
  /** The article's other highlights: orphans, and those that stay with another revision. */
  readonly elsewhere: readonly Highlight[]
  readonly links: ReadonlyMap<LinkId, Link>
  readonly briefs: ReadonlyMap<HighlightId, HighlightBrief>
}

export function openArticle(view: ArticleView): OpenArticle {
  const { article, revision, revisions } = view
  return {
    article,
    revision,
    revisions,
    isNewest: article.revisions.at(-1) === revision.id,
    text: textOf(revision.blocks),
    ...sorted(view.highlights, revision),
    links: new Map(view.links.map((link) => [link.id, link])),
    briefs: new Map(view.briefs.map((brief) => [brief.id, brief])),
  }
}

function sorted(all: readonly Highlight[], revision: Revision): Pick<OpenArticle, 'highlights' | 'byId' | 'elsewhere'> {
  const highlights = all.filter((one) => one.revisionId === revision.id).sort(compareHighlights)
  return {
    highlights,
    byId: new Map(highlights.map((highlight) => [highlight.id, highlight])),
    elsewhere: all.filter((one) => one.revisionId !== revision.id),
  }
}

/** The open article after an action; the same object when the action does not touch it; null when it was removed. */
export function afterChange(open: OpenArticle, changed: DeskChanged): OpenArticle | null {
  if (changed.removedArticles.includes(open.article.id)) return null
  let { article, revision } = open
  const touched = new Map<HighlightId, Highlight | null>()
  let links: Map<LinkId, Link> | null = null
  for (const change of changed.changes) {
    if (change.kind === 'article' && change.id === open.article.id && change.after) article = change.after
    if (change.kind === 'revision' && change.id === open.revision.id && change.after) revision = change.after
    if (change.kind !== 'highlight') continue
    if (change.after?.articleId === open.article.id) touched.set(change.id, change.after)
    else if (change.before?.articleId === open.article.id) touched.set(change.id, null)
  }
  const shown = touched.size > 0 ? withTouched(open, touched) : open
  const isOwn = (id: HighlightId) => shown.byId.has(id) || shown.elsewhere.some((highlight) => highlight.id === id)
  for (const change of changed.changes) {
    if (change.kind !== 'link') continue
    const touches = change.after !== null && (isOwn(change.after.from) || isOwn(change.after.to))
    if (!touches && !open.links.has(change.id)) continue
    links ??= new Map(open.links)
    if (touches && change.after) links.set(change.id, change.after)
    else links.delete(change.id)
  }
  const briefs = changed.briefs.length > 0 ? withBriefs(open.briefs, changed.briefs) : open.briefs
  if (article === open.article && revision === open.revision && shown === open && !links && briefs === open.briefs) {
    return open
  }
  const { highlights, byId, elsewhere } = shown
  return { ...open, article, revision, highlights, byId, elsewhere, links: links ?? open.links, briefs }
}

type Shown = Pick<OpenArticle, 'highlights' | 'byId' | 'elsewhere'>

/** The highlights after some of them changed; null stands for one that is gone. */
function withTouched(open: OpenArticle, touched: ReadonlyMap<HighlightId, Highlight | null>): Shown {
  const byId = new Map(open.byId)
  const elsewhere = open.elsewhere.filter(({ id }) => !touched.has(id))
  const here = new Map<HighlightId, Highlight | null>()
  for (const [id, highlight] of touched) {
    const isHere = highlight?.revisionId === open.revision.id
    here.set(id, isHere ? highlight : null)
    if (isHere) byId.set(id, highlight)
    else byId.delete(id)
    if (highlight && !isHere) elsewhere.push(highlight)
  }
  return { highlights: withChanged(open.highlights, open.byId, here), byId, elsewhere }
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

/** The highlights that were not found in the newest revision and wait to be checked; none while an older one is read. */
export function orphansOf({ article, elsewhere, isNewest }: OpenArticle): readonly Highlight[] {
  return isNewest ? elsewhere.filter((highlight) => isOrphan(highlight, article)) : []
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
