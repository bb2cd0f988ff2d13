import { textOf } from '../../model/article'
import type { Highlight } from '../../model/highlight'
import type { ArticleId, HighlightId, RevisionId } from '../../model/ids'
import { fold } from '../../text/fold'
import type { CrossreadFile } from './format'

/** The first thing in a file that does not hold together, as a sentence that names the record; null when all does. */
export function whatIsWrong(file: CrossreadFile): string | null {
  return (
    repeatedId(file) ??
    wrongText(file) ??
    wrongHighlight(file) ??
    wrongLink(file) ??
    wrongVerdict(file) ??
    wrongSpeaker(file)
  )
}

function repeatedId({ articles, highlights, links, speakers = [] }: CrossreadFile): string | null {
  const seen = new Set<string>()
  for (const { id } of [
    ...articles,
    ...articles.flatMap((article) => article.revisions),
    ...highlights,
    ...links,
    ...speakers,
  ]) {
    if (seen.has(id)) return `Two records of the file have the id ${id}.`
    seen.add(id)
  }
  return null
}

function wrongText({ articles }: CrossreadFile): string | null {
  for (const article of articles) {
    for (const revision of article.revisions) {
      if (revision.text !== textOf(revision.blocks)) {
        return `Revision ${revision.id} of article ${article.id}: its text is not that of its blocks.`
      }
    }
  }
  return null
}

function wrongHighlight({ articles, highlights }: CrossreadFile): string | null {
  const articleIds = new Set(articles.map((article) => article.id))
  const texts = new Map<RevisionId, { readonly articleId: ArticleId; readonly text: string }>()
  for (const { id: articleId, revisions } of articles)
    for (const { id, text } of revisions) texts.set(id, { articleId, text })

  for (const highlight of highlights) {
    const { id, articleId, revisionId, anchor } = highlight
    if (!articleIds.has(articleId)) return `Highlight ${id}: its article ${articleId} is not in the file.`
    const revision = texts.get(revisionId)
    if (revision?.articleId !== articleId)
      return `Highlight ${id}: its article has no revision ${revisionId} in the file.`
    const length = revision.text.length
    if (anchor.end > length) {
      return `Highlight ${id}: it ends at ${anchor.end}, and the text of its article at ${length}.`
    }
    if (!quotesItsText(highlight, revision.text)) {
      return `Highlight ${id}: the words it quotes do not stand at ${anchor.start} to ${anchor.end}.`
    }
  }
  return null
}

function quotesItsText({ anchor: { start, end, quote } }: Highlight, text: string): boolean {
  return text.slice(start, end) === quote.exact
}

function wrongLink({ highlights, links }: CrossreadFile): string | null {
  const articleOf = new Map<HighlightId, ArticleId>(highlights.map(({ id, articleId }) => [id, articleId]))
  for (const { id, from, to, fromArticleId, toArticleId } of links) {
    if (from === to) return `Link ${id}: both of its ends are ${from}.`
    for (const [end, article] of [
      [from, fromArticleId],
      [to, toArticleId],
    ] as const) {
      const found = articleOf.get(end)
      if (found === undefined) return `Link ${id}: its end ${end} is not in the file.`
      if (found !== article) return `Link ${id}: its end ${end} is not in article ${article}.`
    }
  }
  return null
}

function wrongVerdict({ highlights, verdicts = [] }: CrossreadFile): string | null {
  const claims = new Set<HighlightId>(highlights.filter(({ tag }) => tag === 'claim').map(({ id }) => id))
  for (const { claim } of verdicts) {
    // Taken away once it is judged, so that a second verdict on it does not find it.
    if (!claims.delete(claim)) return `Verdict on ${claim}: it is not a claim of the file, or has two verdicts.`
  }
  return null
}

function wrongSpeaker({ speakers = [] }: CrossreadFile): string | null {
  const owner = new Map<string, string>()
  for (const { id, name, aliases } of speakers) {
    for (const wording of [name, ...aliases]) {
      const other = owner.get(fold(wording))
      if (other !== undefined) return `Speaker ${id}: “${wording}” is a name of ${other === id ? 'it twice' : other}.`
      owner.set(fold(wording), id)
    }
  }
  return null
}
