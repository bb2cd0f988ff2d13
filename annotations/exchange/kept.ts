import { z } from 'zod'
import { articleSchema, type Block, blockSchema, type Revision, revisionSchema } from '../model/article'
import { type Highlight, speakerOf } from '../model/highlight'
import { highlightIdSchema, linkIdSchema, revisionIdSchema } from '../model/ids'
import { linkSchema } from '../model/link'
import { fileLinkSchema } from './crossread-json/format'
import type { Document, FileLink } from './documents'

/** A block without its text, which the format itself carries. */
const shapeSchema = z.strictObject({
  kind: blockSchema.shape.kind,
  marks: blockSchema.shape.marks,
  aside: blockSchema.shape.aside,
})

/** What Crossread knows of a text besides its words: written to a field or file of our own, and read again. */
export const keptDocumentSchema = z.strictObject({
  article: articleSchema,
  revision: z.strictObject({
    id: revisionIdSchema,
    added: revisionSchema.shape.added,
    source: revisionSchema.shape.source,
    shape: z.array(shapeSchema).readonly(),
  }),
})
export type KeptDocument = z.infer<typeof keptDocumentSchema>

const common = {
  note: z.string().optional(),
  annotator: z.string().optional(),
  created: z.iso.datetime().optional(),
  modified: z.iso.datetime().optional(),
}

/** What Crossread knows of a highlight besides its place and its tag. */
export const keptHighlightSchema = z.strictObject({
  id: highlightIdSchema.optional(),
  ...common,
  speaker: z.string().nullable().optional(),
  prefix: z.string().optional(),
  suffix: z.string().optional(),
})
export type KeptHighlight = z.infer<typeof keptHighlightSchema>

/** What Crossread knows of a link besides its ends and its relation. */
export const keptLinkSchema = z.strictObject({ id: linkIdSchema.optional(), ...common })
export type KeptLink = z.infer<typeof keptLinkSchema>

/** A link from one text to another, whole, for formats whose links stay within one. */
export const linkAcrossSchema = z.strictObject({ ...linkSchema.shape })

export function keptDocument({ article, revision }: Document): KeptDocument {
  const { id, added, source, blocks } = revision
  return {
    article: { ...article, revisions: article.revisions.map((one) => one.id) },
    revision: { id, added, source, shape: blocks.map(({ text: _, ...shape }) => shape) },
  }
}

/** A highlight's fields but for those that the format itself carries. */
export function keptHighlight(highlight: Highlight, native: readonly (keyof KeptHighlight)[] = []): KeptHighlight {
  const { id, note, annotator, created, modified, anchor } = highlight
  const { prefix, suffix } = anchor.quote
  const speaker = highlight.tag === 'attribution' ? { speaker: speakerOf(highlight) } : {}
  return without({ id, note, annotator, created, modified, ...speaker, prefix, suffix }, native)
}

export function keptLink(link: FileLink, native: readonly (keyof KeptLink)[] = []): KeptLink {
  const { id, note, annotator, created, modified } = link
  return without({ id, note, annotator, created, modified }, native)
}

/** The record itself, without the articles that a file adds to it. */
export function wholeLink(link: FileLink): z.infer<typeof linkAcrossSchema> {
  const { fromArticleId: _from, toArticleId: _to, ...record } = fileLinkSchema.parse(link)
  return record
}

/** The blocks of a text, or null when it has not as many lines as it once had blocks. */
export function blocksOf(text: string, shape: KeptDocument['revision']['shape']): readonly Block[] | null {
  const lines = shape.length === 0 && text === '' ? [] : text.split('\n')
  if (lines.length !== shape.length) return null
  return shape.map((one, index) => ({ ...one, text: lines[index] ?? '' }))
}

/** The revision that a kept document and its text make. */
export function revisionOf({ article, revision }: KeptDocument, blocks: readonly Block[]): Revision {
  const { shape: _, ...known } = revision
  return { ...known, articleId: article.id, blocks }
}

/** Built anew: an object that fields were deleted from is several times as slow to write as JSON. */
function without<T extends object>(record: T, fields: readonly (keyof T)[]): T {
  if (fields.length === 0) return record
  const rest: Partial<T> = {}
  for (const field in record) if (!fields.includes(field)) rest[field] = record[field]
  // The fields that are left out are all optional: see the schemas.
  return rest as T
}
