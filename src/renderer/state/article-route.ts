import {
  type ArticleId,
  articleIdSchema,
  type HighlightId,
  highlightIdSchema,
  type RevisionId,
  revisionIdSchema,
} from '#annotations/model/ids'

/** One of the highlights that wait for a place, or whichever comes first. */
export type Checked = HighlightId | 'first'

/** A place in an article: the article, and the highlight that is active there. */
export type ArticlePlace = {
  readonly view: 'article'
  readonly id: ArticleId
  readonly highlight: HighlightId | null
  /** The newest one without it. */
  readonly revision?: RevisionId
  /** A passage to show and select: UTF-16 units of the text, end-exclusive. */
  readonly span?: { readonly start: number; readonly end: number }
  /** The highlight without a place that is being checked; the queue of them is closed without it. */
  readonly check?: Checked
}

/** Reads `h=hl_…&r=rev_…&at=10-42&check=hl_…` of an article; null when its id is none. */
export function parseArticle(id: string | undefined, search: string): ArticlePlace | null {
  const article = articleIdSchema.safeParse(id)
  if (!article.success) return null
  const query = new URLSearchParams(search)
  const revision = revisionIdSchema.safeParse(query.get('r'))
  return {
    view: 'article',
    id: article.data,
    highlight: highlightIdSchema.safeParse(query.get('h')).data ?? null,
    ...(revision.success ? { revision: revision.data } : {}),
    ...spanIn(query.get('at')),
    ...checkIn(query.get('check')),
  }
}

export function formatArticle({ id, highlight, revision, span, check }: ArticlePlace): string {
  const query = [
    highlight && `h=${highlight}`,
    revision && `r=${revision}`,
    span && `at=${span.start}-${span.end}`,
    check && `check=${check}`,
  ].filter(Boolean)
  return `#/article/${id}${query.length > 0 ? `?${query.join('&')}` : ''}`
}

function spanIn(at: string | null): Pick<ArticlePlace, 'span'> {
  const [, start, end] = /^(\d{1,9})-(\d{1,9})$/.exec(at ?? '') ?? []
  return Number(start) < Number(end) ? { span: { start: Number(start), end: Number(end) } } : {}
}

function checkIn(word: string | null): Pick<ArticlePlace, 'check'> {
  if (word === 'first') return { check: word }
  const id = highlightIdSchema.safeParse(word)
  return id.success ? { check: id.data } : {}
}
