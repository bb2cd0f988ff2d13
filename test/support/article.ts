import type { ArticleDraft } from '#annotations/model/article-draft'

/** A short article to add; each text is a paragraph. */
export function draftOf(title: string, ...texts: readonly string[]): ArticleDraft {
  return {
    title,
    publisher: null,
    byline: null,
    published: null,
    url: null,
    language: 'en',
    direction: 'ltr',
    blocks: texts.map((text) => ({ kind: 'paragraph', text })),
    source: { kind: 'paste' },
  }
}
