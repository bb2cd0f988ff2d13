import type { Article, Block } from '../model/article'
import type { Tag } from '../model/highlight'

/** A highlight as it is authored: by its words, which stand in the article once, or at the occurrence that is named. */
export type SampleHighlight = {
  readonly key: string
  readonly quote: string
  readonly tag: Tag
  readonly note: string
  /** Whose words an attribution introduces; null for the other tags and where the paper names nobody. */
  readonly speaker: string | null
  /** Counts from 1. Named only where the quote stands in the text more than once. */
  readonly occurrence: number | null
}

export type SampleArticle = Pick<Article, 'title' | 'publisher' | 'byline' | 'published'> & {
  readonly blocks: readonly Block[]
  readonly highlights: readonly SampleHighlight[]
}

type More = { readonly note?: string; readonly occurrence?: number }

export function claim(key: string, quote: string, more: More = {}): SampleHighlight {
  return make(key, quote, 'claim', null, more)
}

export function denial(key: string, quote: string, more: More = {}): SampleHighlight {
  return make(key, quote, 'denial', null, more)
}

export function attribution(key: string, quote: string, speaker: string | null, more: More = {}): SampleHighlight {
  return make(key, quote, 'attribution', speaker, more)
}

function make(key: string, quote: string, tag: Tag, speaker: string | null, more: More): SampleHighlight {
  return { key, quote, tag, speaker, note: more.note ?? '', occurrence: more.occurrence ?? null }
}
