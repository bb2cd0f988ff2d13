import { z } from 'zod'
import { articleIdSchema, revisionIdSchema } from './ids'

const offset = z.int().nonnegative()

/** Inline formatting of a range of a block's text: UTF-16 units from the block's start, end-exclusive. */
export const markSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('bold'), start: offset, end: offset }),
  z.strictObject({ type: z.literal('italic'), start: offset, end: offset }),
  z.strictObject({ type: z.literal('link'), start: offset, end: offset, href: z.string() }),
])
export type Mark = z.infer<typeof markSchema>

export const blockKindSchema = z.enum(['paragraph', 'heading', 'quote', 'item'])
export type BlockKind = z.infer<typeof blockKindSchema>

/** One paragraph, heading, quote or list item. `aside` marks what is on the page but not part of the article. */
export const blockSchema = z.strictObject({
  kind: blockKindSchema,
  text: z.string().refine((text) => !text.includes('\n'), 'a block is one line: it cannot hold a line feed'),
  marks: z.array(markSchema).readonly().optional(),
  aside: z.literal(true).optional(),
})
export type Block = z.infer<typeof blockSchema>

/** Where a revision's text came from. `name` is the file's name or the address. */
export const sourceSchema = z.strictObject({
  kind: z.enum(['file', 'paste', 'web', 'sample', 'import']),
  name: z.string().optional(),
})
export type Source = z.infer<typeof sourceSchema>

/** The frozen text of an article as it was once fetched or pasted. */
export const revisionSchema = z.strictObject({
  id: revisionIdSchema,
  articleId: articleIdSchema,
  added: z.iso.datetime(),
  source: sourceSchema,
  blocks: z.array(blockSchema).readonly(),
})
export type Revision = z.infer<typeof revisionSchema>

/** ISO 8601: a day (`2023-05-04`) or a moment (`2023-05-04T09:30:00Z`). Papers often give only the day. */
const publishedSchema = z.union([z.iso.date(), z.iso.datetime({ offset: true })])

/** What is known of an article besides its text. `revisions` are oldest first; the last one is read. */
export const articleSchema = z.strictObject({
  id: articleIdSchema,
  title: z.string().min(1),
  publisher: z.string().nullable(),
  byline: z.string().nullable(),
  published: publishedSchema.nullable(),
  url: z.url({ protocol: /^https?$/ }).nullable(),
  /** BCP 47, e.g. `en`, `ur`; null when unknown. */
  language: z.string().nullable(),
  direction: z.enum(['ltr', 'rtl']),
  revisions: z.array(revisionIdSchema).min(1).readonly(),
  created: z.iso.datetime(),
  modified: z.iso.datetime(),
})
export type Article = z.infer<typeof articleSchema>

/** The text that every offset of a revision counts in: its blocks' text joined by one line feed. */
export function textOf(blocks: readonly Block[]): string {
  return blocks.map((block) => block.text).join('\n')
}

/** Where each block starts in the text, in UTF-16 units. */
export function blockStarts(blocks: readonly Block[]): number[] {
  let start = 0
  return blocks.map((block) => {
    const here = start
    start += block.text.length + 1
    return here
  })
}
