import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { articleDraftSchema } from '#annotations/model/article-draft'
import { readArticles } from '#main/import/read-articles'

const folder = new URL('../../../fixtures/imports/', import.meta.url)
const unreadable = z.strictObject({ unreadable: z.literal(true) })
const refused = z.strictObject({ refused: z.string() })
const expectedSchema = z.record(
  z.string(),
  z.union([
    unreadable,
    refused,
    z.strictObject({
      title: z.string(),
      language: z.string(),
      direction: z.enum(['ltr', 'rtl']),
      publisher: z.string().nullable(),
      byline: z.string().nullable(),
      published: z.string().nullable(),
      url: z.string().nullable(),
      body: z.array(z.string()),
      asides: z.array(z.string()),
    }),
  ]),
)
const expected = expectedSchema.parse(JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8')))

it('there is a fixture for every expectation, and no other', () => {
  const files = readdirSync(folder).filter((name) => name !== 'expected.json')
  expect(files.sort()).toEqual(Object.keys(expected).sort())
  expect(files.length).toBeGreaterThanOrEqual(30)
})

describe('articles as papers, offices and wires send them', () => {
  it.each(Object.entries(expected))('%s', { timeout: 30_000 }, async (name, wanted) => {
    const bytes = new Uint8Array(readFileSync(new URL(name, folder)))
    const read = await readArticles(bytes, { source: { kind: 'file', name } })
    if ('refused' in wanted) {
      expect(read.ok ? 'read' : read.error.message).toContain(wanted.refused)
      return
    }
    if (!read.ok) throw new Error(read.error.message)
    const { draft, notes } = read.value[0] ?? {}
    if (draft === undefined) throw new Error('no article')
    if ('unreadable' in wanted) {
      expect(notes).toContainEqual(expect.stringMatching(/does not say which letters/))
      return
    }
    const { body, asides, ...details } = wanted
    expect(articleDraftSchema.safeParse(draft).success).toBe(true)
    const { blocks, source: _, ...found } = draft
    expect(found).toEqual(details)
    const own = blocks.flatMap((block) => (block.aside ? [] : [block.text]))
    const aside = blocks.flatMap((block) => (block.aside ? [block.text] : []))
    expect(own).toEqual(body)
    for (const text of asides) expect(aside.join('\n')).toContain(text)
  })
})
