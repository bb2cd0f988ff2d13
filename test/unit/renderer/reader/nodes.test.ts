import { getSchema } from '@tiptap/core'
import { describe, expect, it } from 'vitest'
import { type Block, textOf } from '#annotations/model/article'
import { readerExtensions, toDocument } from '../../../../src/renderer/reader/nodes'

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

  it('is valid and holds the text unchanged, empty blocks and white space too', () => {
    expect(() => doc.check()).not.toThrow()
    expect(doc.textBetween(0, doc.content.size, '\n')).toBe(textOf(blocks))
  })

  it('has one node a block, whatever its kind', () => {
    expect(doc.childCount).toBe(blocks.length)
    expect(doc.content.size).toBe(textOf(blocks).length + blocks.length + 1)
  })

  it('formats what overlapping marks cover, and ignores a mark beyond the block', () => {
    const paragraph = doc.child(1)
    const runs = paragraph.children.map((node) => [node.text, node.marks.map((mark) => mark.type.name)])
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
    expect(doc.children.map((node) => node.attrs.aside)).toEqual([null, null, null, 'first', 'more'])
  })

  it('has no address that a click could follow', () => {
    const link = schema.marks.link?.spec.toDOM?.(schema.mark('link', { href: 'javascript:alert(1)' }), true)
    expect(JSON.stringify(link)).not.toContain('"href"')
  })
})
