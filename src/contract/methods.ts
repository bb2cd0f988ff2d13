import { z } from 'zod'
import type { ClaimRow } from '#annotations/dossiers/claim-row'
import { exportScopeSchema } from '#annotations/exchange/scope'
import { blockSchema, sourceSchema } from '#annotations/model/article'
import { articleDetailsSchema, articleDraftSchema } from '#annotations/model/article-draft'
import { tagSchema } from '#annotations/model/highlight'
import { articleIdSchema, highlightIdSchema, linkIdSchema, revisionIdSchema } from '#annotations/model/ids'
import { relationSchema } from '#annotations/model/relation'
import { ratingSchema } from '#annotations/model/verdict'
import { agreementMethods } from './agreement-methods'
import { bulkMethods } from './bulk-methods'
import { compareMemorySchema } from './compare-views'
import { exchangeMethods } from './exchange-methods'
import { graphMethods } from './graph-methods'
import {
  type ImportAnswer,
  importColumnsSchema,
  importIdSchema,
  importItemSchema,
  type PickedFile,
} from './import-views'
import { command, LONG, type Method, query } from './method'
import { reportMethods } from './report-methods'
import type { BlockRow, OrphanView, RevisionPreview } from './revision-views'
import { searchInput } from './search-methods'
import type { SearchPage } from './search-views'
import { speakerMethods } from './speaker-methods'
import type {
  ArticleDraft,
  ArticleSummary,
  ArticleView,
  ClaimDossier,
  DeskStatus,
  Done,
  ExportFormatView,
  ExportPreview,
  HighlightBrief,
  HistoryEntry,
  Settings,
} from './views'

const nothing = z.strictObject({})
const offset = z.int().nonnegative()
const blocks = z.array(blockSchema).min(1).readonly()
const text = (most: number) => z.string().max(most)
/** UTF-16 units; generous against any article, small against a runaway paste. */
const MOST_TEXT = 20_000_000
const MOST_NOTE = 20_000
const MOST_LINE = 1_000
const MOST_SOURCES = 200

const exportInput = z.strictObject({ scope: exportScopeSchema, format: text(MOST_LINE).optional() })
/** How the bytes of a file travel as text; UTF-8 when nothing is said. */
const encodingSchema = z.enum(['utf-8', 'base64'])

export type { Method } from './method'

/** Every command and query that the shells serve. */
export const methods = {
  'desk.status': query<DeskStatus>()(nothing),
  'desk.undo': command<Done>()(nothing),
  'desk.redo': command<Done>()(nothing),
  'desk.dismissProblem': command<null>()(z.strictObject({ id: z.string() })),
  /** The formats that an export may have, the first of them when none is named. */
  'desk.formats': query<readonly ExportFormatView[]>()(nothing),
  /** What an export would hold and what it would leave behind, before it is made. */
  'desk.previewExport': query<ExportPreview>()(exportInput, LONG),
  /** Several files of one format come as one archive, in base64. */
  'desk.export': query<
    ExportPreview & {
      readonly fileName: string
      readonly contents: string
      readonly encoding: z.infer<typeof encodingSchema>
    }
  >()(exportInput, LONG),
  'settings.set': command<Settings>()(
    z.strictObject({
      annotator: z.string().trim().min(1).max(200).optional(),
      theme: z.enum(['system', 'light', 'dark']).optional(),
      columns: importColumnsSchema.optional(),
      compare: compareMemorySchema.optional(),
    }),
  ),
  'history.list': query<{ readonly entries: readonly HistoryEntry[]; readonly next: string | null }>()(
    z.strictObject({
      before: z.string().nullable(),
      /** About how many: a page ends where a stretch of the history ends. */
      limit: z.int().min(1).max(500),
      /** Words that must all be in a change's label, its annotator's name or its articles' titles. */
      text: z.string().max(1000).optional(),
    }),
  ),

  'article.list': query<readonly ArticleSummary[]>()(nothing, LONG),
  /** The newest revision, unless another is named. */
  'article.open': query<ArticleView>()(
    z.strictObject({ id: articleIdSchema, revisionId: revisionIdSchema.optional() }),
    LONG,
  ),
  'article.read': query<ArticleDraft>()(z.strictObject({ source: sourceSchema, text: text(MOST_TEXT) }), LONG),
  'article.add': command<Done & { readonly ids: readonly z.infer<typeof articleIdSchema>[] }>()(
    z.strictObject({ drafts: z.array(articleDraftSchema).min(1).max(10_000).readonly() }),
    LONG,
  ),
  'article.edit': command<Done>()(
    z.strictObject({
      id: articleIdSchema,
      patch: articleDetailsSchema.partial(),
    }),
  ),
  'article.remove': command<Done>()(z.strictObject({ ids: z.array(articleIdSchema).min(1).readonly() }), LONG),

  /**
   * Reads files, a copied passage or a page of any known format as articles, and saves nothing. Files are read one after the
   * other in a thread of their own. The only method that ever asks the network for something: the page that an item names.
   */
  'import.read': command<ImportAnswer>()(
    z.strictObject({
      id: importIdSchema,
      items: z.array(importItemSchema).min(1).max(10_000).readonly(),
      columns: importColumnsSchema.optional(),
    }),
    Number.POSITIVE_INFINITY,
  ),
  /** Stops an import that is being read, and forgets what it was compared with. */
  'import.cancel': command<null>()(z.strictObject({ id: importIdSchema })),

  ...exchangeMethods,

  /** What a new text of an article would change, paragraph by paragraph, and what becomes of its highlights. */
  'revision.preview': query<RevisionPreview>()(z.strictObject({ articleId: articleIdSchema, blocks }), LONG),
  'revision.add': command<
    Done & { readonly id: z.infer<typeof revisionIdSchema>; readonly found: number; readonly doubtful: number }
  >()(z.strictObject({ articleId: articleIdSchema, blocks, source: sourceSchema }), LONG),
  /** What changed from one revision of an article to another. */
  'revision.compare': query<readonly BlockRow[]>()(
    z.strictObject({ articleId: articleIdSchema, from: revisionIdSchema, to: revisionIdSchema }),
    LONG,
  ),
  /** Says of some blocks whether they are part of the article. */
  'block.setAside': command<Done>()(
    z.strictObject({ revisionId: revisionIdSchema, blocks: z.array(offset).min(1).readonly(), aside: z.boolean() }),
  ),
  /** Highlights that were not found in the newest revision, of one article or of all. */
  'orphan.list': query<readonly OrphanView[]>()(z.strictObject({ articleId: articleIdSchema.nullable() }), LONG),
  'orphan.settle': command<Done>()(
    z.strictObject({
      id: highlightIdSchema,
      to: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('place'), start: offset, end: offset }),
        z.strictObject({ kind: z.literal('keep') }),
      ]),
    }),
  ),

  ...reportMethods,

  'sample.add': command<Done>()(nothing),
  'sample.remove': command<Done>()(nothing),

  'highlight.add': command<Done & { readonly id: z.infer<typeof highlightIdSchema> }>()(
    z.strictObject({
      articleId: articleIdSchema,
      revisionId: revisionIdSchema,
      start: offset,
      end: offset,
      tag: tagSchema,
    }),
  ),
  'highlight.edit': command<Done>()(
    z.strictObject({
      id: highlightIdSchema,
      patch: z.strictObject({
        tag: tagSchema.optional(),
        note: text(MOST_NOTE).optional(),
        speaker: text(MOST_LINE).nullable().optional(),
      }),
    }),
  ),
  'highlight.resize': command<Done>()(z.strictObject({ id: highlightIdSchema, start: offset, end: offset })),
  'highlight.remove': command<Done>()(z.strictObject({ ids: z.array(highlightIdSchema).min(1).readonly() })),
  'highlight.search': query<{ readonly hits: readonly HighlightBrief[]; readonly total: number }>()(
    z.strictObject({
      text: text(MOST_LINE),
      tags: z.array(tagSchema).readonly(),
      articleId: articleIdSchema.nullable(),
      /** With `articleId`: every article but that one. */
      elsewhere: z.literal(true).optional(),
      /** A highlight to leave out, and to rank for: those of other articles and of fitting tags come first. */
      linkFrom: highlightIdSchema.nullable(),
      limit: z.int().min(1).max(200),
    }),
  ),
  'search.find': query<SearchPage>()(searchInput),
  ...speakerMethods,

  ...bulkMethods,

  'link.add': command<Done & { readonly id: z.infer<typeof linkIdSchema> }>()(
    z.strictObject({ from: highlightIdSchema, to: highlightIdSchema, relation: relationSchema, note: text(MOST_NOTE) }),
  ),
  'link.edit': command<Done>()(
    z.strictObject({
      id: linkIdSchema,
      patch: z.strictObject({
        relation: relationSchema.optional(),
        note: text(MOST_NOTE).optional(),
        turn: z.literal(true).optional(),
      }),
    }),
  ),
  'link.remove': command<Done>()(z.strictObject({ ids: z.array(linkIdSchema).min(1).readonly() })),

  'claim.list': query<readonly ClaimRow[]>()(nothing, LONG),
  /** Of the story that a claim belongs to. */
  'claim.dossier': query<ClaimDossier>()(z.strictObject({ id: highlightIdSchema })),

  ...graphMethods,

  /** Of one claim; what is left out stays as it is, and a verdict that says nothing is removed. */
  'verdict.edit': command<Done>()(
    z.strictObject({
      claim: highlightIdSchema,
      patch: z.strictObject({
        rating: ratingSchema.optional(),
        note: text(MOST_NOTE).optional(),
        sources: z.array(text(MOST_LINE)).max(MOST_SOURCES).readonly().optional(),
      }),
    }),
  ),

  ...agreementMethods,

  /** What only a native window can do; the browser shell answers `unavailable` and its page does it instead. */
  'shell.openTextFiles': command<readonly { readonly name: string; readonly text: string }[] | null>()(
    z.strictObject({ title: text(MOST_LINE), extensions: z.array(z.string().regex(/^[a-z0-9]+$/)).readonly() }),
    Number.POSITIVE_INFINITY,
  ),
  /** Lets the user pick files, or a folder; `import.read` takes the tokens for as long as the desk is open. */
  'shell.pickFiles': command<readonly PickedFile[] | null>()(
    z.strictObject({
      title: text(MOST_LINE),
      extensions: z.array(z.string().regex(/^[a-z0-9]+$/)).readonly(),
      folder: z.boolean(),
    }),
    Number.POSITIVE_INFINITY,
  ),
  'shell.saveTextFile': command<string | null>()(
    z.strictObject({ fileName: text(MOST_LINE), contents: z.string(), encoding: encodingSchema.optional() }),
    Number.POSITIVE_INFINITY,
  ),
  'shell.showDesk': command<null>()(nothing),
  'shell.openLink': command<null>()(z.strictObject({ url: z.url({ protocol: /^https?$/ }) })),
} as const satisfies Record<string, Method>

export type Methods = typeof methods
export type MethodName = keyof Methods
export type InputOf<M extends MethodName> = z.infer<Methods[M]['input']>
export type OutputOf<M extends MethodName> =
  | NonNullable<Methods[M]['output']>
  | (null extends Methods[M]['output'] ? null : never)

export function isMethodName(name: string): name is MethodName {
  return Object.hasOwn(methods, name)
}
