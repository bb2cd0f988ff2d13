import { type Revision, textOf } from '../../model/article'
import type { KnownArticle } from '../format'

/** The desk's articles, to be found by what a file says of a text. */
export type KnownIndex = {
  /** By the id of the article or of one of its revisions; null for the revision when the article is meant. */
  readonly byId: (id: string) => Found | null
  readonly byUrl: (url: string | null | undefined) => Found | null
  /** By the whole text of a revision, to the letter. */
  readonly byText: (text: string) => Found | null
}

/** An article of the desk, and which of its texts is meant. */
export type Found = { readonly known: KnownArticle; readonly revision: Revision }

/** An index that looks at texts only once a text is asked for: most imports bring none. */
export function indexKnown(known: readonly KnownArticle[]): KnownIndex {
  const ids = new Map<string, Found>()
  const urls = new Map<string, Found>()
  let texts: Map<string, Found> | null = null
  for (const one of known) {
    for (const revision of one.revisions) ids.set(revision.id, { known: one, revision })
    const newest = one.revisions.at(-1)
    if (newest === undefined) continue
    const found = { known: one, revision: newest }
    ids.set(one.article.id, found)
    if (one.article.url !== null && !urls.has(one.article.url)) urls.set(one.article.url, found)
  }
  const readTexts = () => {
    const found = new Map<string, Found>()
    // The newest text wins: an older one that was the same again is not what is read.
    for (const one of known)
      for (const revision of one.revisions) found.set(textOf(revision.blocks), { known: one, revision })
    return found
  }
  return {
    byId: (id) => ids.get(id) ?? null,
    byUrl: (url) => (url ? (urls.get(url) ?? null) : null),
    byText(text) {
      texts ??= readTexts()
      return texts.get(text) ?? null
    },
  }
}
