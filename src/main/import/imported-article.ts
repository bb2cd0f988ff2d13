import type { Source } from '#annotations/model/article'
import type { ArticleDraft } from '#annotations/model/article-draft'
import type { Result } from '#annotations/model/result'
import type { ImportTable } from '#contract/import-views'
import type { Columns } from './formats/columns'

/**
 * An article as it was read, and what a person should know of the reading: "3 running heads were set aside." The first one of a
 * table also says which of its columns were taken for what.
 */
export type ImportedArticle = {
  readonly draft: ArticleDraft
  readonly notes: readonly string[]
  readonly table?: ImportTable
}

/** What is known of the bytes besides the bytes. */
export type ReadContext = {
  readonly source: Source
  /** The character set that the sender named, in a header for example. */
  readonly charset?: string
  /** Where the page came from; only http and https are kept. */
  readonly url?: string
  /** Which column or key holds what; proposed from the names when it is not given. */
  readonly columns?: Columns
}

/** One format: its bytes to articles. Fails with `bad-file` and a sentence; what a library throws is caught by `readArticles`. */
export type FormatReader = (bytes: Uint8Array, context: ReadContext) => Promise<Result<readonly ImportedArticle[]>>
