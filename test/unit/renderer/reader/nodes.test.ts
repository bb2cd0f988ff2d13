import { getSchema } from '@tiptap/core'
import { describe, expect, it } from 'vitest'
import { type Block, blockStarts, textOf } from '#annotations/model/article'
import { readerExtensions, toDocument } from '../../../../src/renderer/reader/nodes'
import { createPositions } from '../../../../src/renderer/reader/positions'

const blocks: Block[] = [
  { kind: 'heading', text: 'A  heading with  two spaces' },
  {
    kind: 'paragraph',
    text: 'Bold and italic and both, with a link.',
    marks: [
      { type: 'bold', start: 0, end: 8 },
      { type: 'italic', start: 5, end: 15 },
      { type: 'link', start: 33, end: 37, href: 'https://example.org/' },
      { type: 'bold', start: 90, end: 99 },
    ],
  },
  { kind: 'paragraph', text: '' },
  { kind: 'item', text: '\tone 😀 two ', aside: true },
  { kind: 'item', text: 'more', aside: true },
]

describe('the document of a revision', () => {
  const schema = getSchema(readerExtensions)
  const doc = schema.nodeFromJSON(toDocument(blocks))

  const shown = doc.children.flatMap((section) => section.children)

  it('is valid and holds the text unchanged, empty blocks and white space too', () => {
    expect(() => doc.check()).not.toThrow()
    expect(doc.textBetween(0, doc.content.size, '\n')).toBe(textOf(blocks))
  })

  it('has one node a block, whatever its kind', () => {
    expect(shown.map((node) => node.attrs.kind)).toEqual(blocks.map((block) => block.kind))
  })

  it('has every offset where the positions say, over more than one section', () => {
    const many: Block[] = Array.from({ length: 150 }, (_, index) => ({ kind: 'paragraph', text: `Block ${index}.` }))
    const long = schema.nodeFromJSON(toDocument(many))
    const text = textOf(many)
    const { toPosition } = createPositions(blockStarts(many), text.length)
    for (let offset = 0; offset < text.length; offset++) {
      if (text[offset] === '\n') continue
      expect(long.textBetween(toPosition(offset), toPosition(offset) + 1)).toBe(text[offset])
    }
  })

  it('formats what overlapping marks cover, and ignores a mark beyond the block', () => {
    const paragraph = shown[1]
    const runs = paragraph?.children.map((node) => [node.text, node.marks.map((mark) => mark.type.name)])
    expect(runs).toEqual([
      ['Bold ', ['bold']],
      ['and', ['bold', 'italic']],
      [' italic', ['italic']],
      [' and both, with a ', []],
      ['link', ['link']],
      ['.', []],
    ])
  })

  it('says once, before a run of asides, what they are', () => {
    expect(shown.map((node) => node.attrs.aside)).toEqual([null, null, null, 'first', 'last'])
  })

  it('has no address that a click could follow', () => {
    const link = schema.marks.link?.spec.toDOM?.(schema.mark('link', { href: 'javascript:alert(1)' }), true)
    expect(JSON.stringify(link)).not.toContain('"href"')
  })
})
