import { z } from 'zod'
import type { ArticleDraft } from '#annotations/model/article-draft'
import type { ArticleId } from '#annotations/model/ids'
import type { AppError } from '#annotations/model/result'

/** UTF-16 units: the longest address that browsers take, and twice the longest name of a file. */
const MOST_NAME = 2_048

/** One thing to read: a file's bytes, the clipboard's HTML, what was picked in the shell's own dialog, or a page to fetch. */
export const importItemSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('file'), name: z.string().max(MOST_NAME), base64: z.string() }),
  z.strictObject({ kind: z.literal('clip'), html: z.string() }),
  z.strictObject({ kind: z.literal('picked'), token: z.string().max(MOST_NAME) }),
  z.strictObject({ kind: z.literal('page'), url: z.string().max(MOST_NAME) }),
])
export type ImportItem = z.infer<typeof importItemSchema>

/** Chosen by the page; the calls of one import share it, and articles are compared with those read before under it. */
export const importIdSchema = z.string().min(1).max(100)

/** Which column or key of a table holds what; only the text is needed. */
export const importColumnsSchema = z.strictObject({
  text: z.string().min(1),
  title: z.string().optional(),
  publisher: z.string().optional(),
  byline: z.string().optional(),
  published: z.string().optional(),
  url: z.string().optional(),
  language: z.string().optional(),
})
export type ImportColumns = z.infer<typeof importColumnsSchema>

/**
 * The article that a draft repeats: `same` text, `near` the same text, or an `other` text that shares much of it, or its address.
 * `id` is null when it is an article that came in the same import.
 */
export type ImportTwin = {
  readonly kind: 'same' | 'near' | 'other'
  readonly id: ArticleId | null
  readonly title: string
}

/** The columns of a table, or keys of JSON objects, and what they were taken for. */
export type ImportTable = { readonly names: readonly string[]; readonly columns: ImportColumns }

/** An article as it was read, for the user to look at. `notes` are sentences about the reading. */
export type ImportedDraft = {
  readonly draft: ArticleDraft
  readonly notes: readonly string[]
  /** With the first article of a table. */
  readonly table?: ImportTable
  readonly twin: ImportTwin | null
}

/** What could not be read, and why. */
export type ImportFailure = { readonly name: string; readonly error: AppError }

/** What came of reading. One bad file never stops the others; `cancelled` keeps what was read until then. */
export type ImportAnswer = {
  readonly drafts: readonly ImportedDraft[]
  readonly failures: readonly ImportFailure[]
  readonly cancelled: boolean
}

/** How far an import is; `name` is the file that is being read. */
export type ImportProgress = {
  readonly id: string
  readonly done: number
  readonly total: number
  readonly name: string
}

/** A file or folder that was picked in the shell's own dialog. The page never learns or names its path. */
export type PickedFile = { readonly token: string; readonly name: string }
