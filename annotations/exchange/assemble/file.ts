import { type Article, type Revision, textOf } from '../../model/article'
import { compareHighlights, type Highlight } from '../../model/highlight'
import type { HighlightId } from '../../model/ids'
import type { Link } from '../../model/link'
import { ok, type Result } from '../../model/result'
import type { Verdict } from '../../model/verdict'
import { badFile } from '../bad-file'
import { soundPart, whatIsWrong } from '../crossread-json/check'
import { type CrossreadFile, crossreadFileSchema, FORMAT, VERSION } from '../crossread-json/format'
import type { ReadContext } from '../format'
import type { Texts } from './highlights'

type Records = {
  readonly highlights: readonly Highlight[]
  readonly links: readonly Link[]
  readonly verdicts: readonly Verdict[]
}

/** What was made, in the shape and the order of Crossread JSON; checked as such a file is. */
export function fileOf(
  texts: Texts,
  { highlights, links, verdicts }: Records,
  { ids, now, onFault }: ReadContext,
): Result<CrossreadFile> {
  const articles = new Map<string, { readonly article: Article; readonly revisions: Set<Revision> }>()
  for (const placed of texts.values()) {
    if (placed === null) continue
    const { article, revisions } = articles.get(placed.article.id) ?? { article: placed.article, revisions: new Set() }
    articles.set(article.id, { article, revisions: new Set([...revisions, ...placed.revisions]) })
  }
  const home = new Map<HighlightId, Article['id']>(highlights.map(({ id, articleId }) => [id, articleId]))
  const file = {
    format: FORMAT,
    version: VERSION,
    desk: { id: ids.desk(), name: 'Import', created: now },
    scope: { kind: 'desk' },
    articles: [...articles.values()].map(withRevisions).sort(byId),
    highlights: inReadingOrder(highlights, articles),
    links: links
      .map((link) => ({ ...link, fromArticleId: home.get(link.from), toArticleId: home.get(link.to) }))
      .sort(byId),
    ...(verdicts.length > 0 ? { verdicts: verdicts.toSorted((a, b) => (a.claim < b.claim ? -1 : 1)) } : {}),
    leftOut: { highlights: 0, links: 0 },
  }
  if (onFault) return soundPart(file, onFault)
  const checked = crossreadFileSchema.safeParse(file)
  if (!checked.success) {
    const issue = checked.error.issues[0]
    return badFile(`The file does not hold together: ${issue?.path.join('.')}: ${issue?.message}.`)
  }
  const wrong = whatIsWrong(checked.data)
  return wrong === null ? ok(checked.data) : badFile(wrong)
}

function withRevisions({
  article,
  revisions,
}: {
  readonly article: Article
  readonly revisions: ReadonlySet<Revision>
}) {
  const place = new Map(article.revisions.map((id, index) => [id, index]))
  const sorted = [...revisions].sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0))
  return {
    ...article,
    revisions: sorted.map(({ articleId: _, ...known }) => ({ ...known, text: textOf(known.blocks) })),
  }
}

function inReadingOrder(
  highlights: readonly Highlight[],
  articles: ReadonlyMap<string, { readonly article: Article }>,
): Highlight[] {
  const place = new Map(
    [...articles.values()].flatMap(({ article }) => article.revisions.map((id, index) => [id, index] as const)),
  )
  return highlights.toSorted(
    (a, b) =>
      (a.articleId < b.articleId ? -1 : a.articleId > b.articleId ? 1 : 0) ||
      (place.get(a.revisionId) ?? 0) - (place.get(b.revisionId) ?? 0) ||
      compareHighlights(a, b),
  )
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}
