import type { RecordsView } from '../changes/records'
import type { CrossreadFile } from '../exchange/crossread-json/format'
import { type Article, textOf } from '../model/article'
import { compareHighlights, type Highlight } from '../model/highlight'
import type { ArticleId, RevisionId } from '../model/ids'
import type { Link } from '../model/link'
import type { PlacedLink } from './spans'

/** Articles with their texts, and what was marked in them: a desk, or a colleague's export. */
export type Pile = {
  readonly name: string
  readonly articles: readonly Pick<Article, 'id' | 'title' | 'url' | 'language' | 'direction'>[]
  /** The newest text of an article. */
  readonly textOf: (article: Article['id']) => { readonly revisionId: RevisionId; readonly text: string } | null
  readonly highlights: readonly Highlight[]
  readonly links: readonly Link[]
}

/** One annotator of a pile; all of them with null. */
export type Side = { readonly name: string; readonly pile: Pile; readonly annotator: string | null }

/** A text that every side annotated. `highlights` are by side, each in reading order. */
export type ComparedText = {
  readonly article: Pile['articles'][number]
  readonly revisionId: RevisionId
  readonly text: string
  readonly highlights: readonly (readonly Highlight[])[]
}

export type Comparison = {
  readonly sides: readonly string[]
  readonly texts: readonly ComparedText[]
  /** By side: the links between highlights of the texts. */
  readonly links: readonly (readonly PlacedLink[])[]
  /** Articles that some side annotated and that cannot be compared, with a sentence that says why. */
  readonly leftOut: readonly { readonly title: string; readonly why: string }[]
}

/** What is on a desk. */
export function pileOfRecords(name: string, records: RecordsView): Pile {
  return {
    name,
    articles: [...records.articles.values()],
    textOf(id) {
      const revision = records.revisions.get(records.articles.get(id)?.revisions.at(-1) ?? ('' as RevisionId))
      return revision ? { revisionId: revision.id, text: textOf(revision.blocks) } : null
    },
    highlights: [...records.highlights.values()],
    links: [...records.links.values()],
  }
}

/** What is in a colleague's Crossread JSON. */
export function pileOfFile({ desk, articles, highlights, links }: CrossreadFile): Pile {
  const newest = new Map(articles.map(({ id, revisions }) => [id, revisions.at(-1)]))
  return {
    name: desk.name,
    articles,
    textOf(id) {
      const revision = newest.get(id)
      return revision ? { revisionId: revision.id, text: revision.text } : null
    },
    highlights,
    links: links.map(({ fromArticleId: _from, toArticleId: _to, ...link }) => link),
  }
}

/** Who annotated what in a pile, the busiest first. */
export type Annotator = {
  readonly name: string
  readonly articles: number
  readonly highlights: number
  readonly links: number
}

export function annotatorsOf({ highlights, links }: Pick<Pile, 'highlights' | 'links'>): Annotator[] {
  const found = new Map<string, { articles: Set<string>; highlights: number; links: number }>()
  const of = (name: string) => {
    const known = found.get(name) ?? { articles: new Set<string>(), highlights: 0, links: 0 }
    found.set(name, known)
    return known
  }
  for (const { annotator, articleId } of highlights) {
    const one = of(annotator)
    one.articles.add(articleId)
    one.highlights++
  }
  for (const { annotator } of links) of(annotator).links++
  return Array.from(found, ([name, one]) => ({ ...one, name, articles: one.articles.size })).sort(
    (a, b) => b.highlights - a.highlights || (a.name < b.name ? -1 : 1),
  )
}

/**
 * Lines up what several annotators marked in the same texts: the newest ones of the first side's articles, where every
 * other side has an article with the very same text, and marked something in it too. A text that somebody has not marked
 * at all was most likely not read by him, and says nothing about agreement.
 */
export function compareSides(sides: readonly Side[]): Comparison {
  const indexes = sides.map(indexOf)
  const texts: ComparedText[] = []
  const leftOut: { title: string; why: string }[] = []
  for (const article of sides[0]?.pile.articles ?? []) {
    const base = sides[0]?.pile.textOf(article.id)
    if (!base) continue
    const marked = indexes.map((index) => index.markedIn(base.text))
    const idle = sides.filter((_, side) => (marked[side] ?? []).length === 0)
    if (idle.length === 0) texts.push({ article, ...base, highlights: marked })
    else if (idle.length < sides.length)
      leftOut.push({ title: article.title, why: whyNot(idle, indexes, article, base.text) })
  }
  return { sides: sides.map(({ name }) => name), texts, links: indexes.map((index) => index.linksIn(texts)), leftOut }
}

/** The sides as they are in one article of a desk, and in the articles of files that have the same text: to look at that alone. */
export function sidesIn(article: ArticleId, sides: readonly Side[], desk: Pile): readonly Side[] {
  const text = desk.textOf(article)?.text
  const cut = new Map<Pile, Pile>()
  for (const { pile } of sides) {
    if (cut.has(pile)) continue
    const articles = pile.articles.filter(({ id }) => (pile === desk ? id === article : pile.textOf(id)?.text === text))
    const ids = new Set(articles.map(({ id }) => id))
    cut.set(pile, {
      ...pile,
      articles,
      highlights: pile.highlights.filter(({ articleId }) => ids.has(articleId)),
      links: [],
    })
  }
  return sides.map((side) => ({ ...side, pile: cut.get(side.pile) ?? side.pile }))
}

function whyNot(
  idle: readonly Side[],
  indexes: readonly ReturnType<typeof indexOf>[],
  article: Pile['articles'][number],
  text: string,
): string {
  const other = idle.find((side) => indexes.some((index) => index.side === side && index.hasOtherText(article, text)))
  return other
    ? `${other.name} annotated another text of it.`
    : `${idle.map(({ name }) => name).join(' and ')} marked nothing in it.`
}

function indexOf(side: Side) {
  const { pile, annotator } = side
  const isHis = (one: { readonly annotator: string }) => annotator === null || one.annotator === annotator
  const byRevision = new Map<RevisionId, Highlight[]>()
  for (const highlight of pile.highlights.filter(isHis)) {
    const list = byRevision.get(highlight.revisionId) ?? []
    byRevision.set(highlight.revisionId, list)
    list.push(highlight)
  }
  const byText = new Map<string, RevisionId[]>()
  for (const { id } of pile.articles) {
    const newest = pile.textOf(id)
    if (newest) byText.set(newest.text, [...(byText.get(newest.text) ?? []), newest.revisionId])
  }
  return {
    side,
    markedIn: (text: string): readonly Highlight[] =>
      (byText.get(text) ?? []).flatMap((id) => byRevision.get(id) ?? []).sort(compareHighlights),
    /** Whether the same article is there with a text that he marked, and it is another one. */
    hasOtherText(article: Pile['articles'][number], text: string): boolean {
      return pile.articles
        .filter(({ id, url }) => id === article.id || (url !== null && url === article.url))
        .some(({ id }) => {
          const newest = pile.textOf(id)
          return newest !== null && newest.text !== text && byRevision.has(newest.revisionId)
        })
    },
    linksIn(texts: readonly ComparedText[]): PlacedLink[] {
      const textsOf = new Map(
        texts.flatMap(({ text: words }, text) => (byText.get(words) ?? []).map((id) => [id, text] as const)),
      )
      const places = new Map<string, PlacedLink['from']>()
      for (const { id, revisionId, anchor } of pile.highlights) {
        const text = textsOf.get(revisionId)
        if (text !== undefined) places.set(id, { text, start: anchor.start, end: anchor.end })
      }
      return pile.links.filter(isHis).flatMap(({ from, to, relation }) => {
        const [start, end] = [places.get(from), places.get(to)]
        return start && end ? [{ relation, from: start, to: end }] : []
      })
    },
  }
}
