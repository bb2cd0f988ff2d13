import { type Extensions, type JSONContent, Mark, mergeAttributes, Node } from '@tiptap/core'
import type { Block, Mark as BlockMark } from '#annotations/model/article'

const ELEMENTS = { paragraph: 'p', heading: 'h2', quote: 'blockquote', item: 'p' } as const satisfies {
  readonly [K in Block['kind']]: string
}

/** One block of a revision. All kinds are one node, flat at the top, so that offsets and positions stay in step. */
const BlockNode = Node.create({
  name: 'block',
  group: 'block',
  content: 'text*',
  whitespace: 'pre',
  addAttributes: () => ({
    kind: { default: 'paragraph', renderHTML: (attributes) => ({ 'data-kind': attributes.kind }) },
    title: { default: false, renderHTML: ({ title }) => (title ? { 'data-title': '' } : {}) },
    aside: { default: null, renderHTML: (attributes) => (attributes.aside ? { 'data-aside': attributes.aside } : {}) },
  }),
  renderHTML: ({ node, HTMLAttributes }) => [node.attrs.title ? 'h1' : elementOf(node.attrs.kind), HTMLAttributes, 0],
})

function elementOf(kind: unknown): string {
  return Object.entries(ELEMENTS).find(([name]) => name === kind)?.[1] ?? 'p'
}

const Bold = Mark.create({ name: 'bold', renderHTML: () => ['strong', 0] })
const Italic = Mark.create({ name: 'italic', renderHTML: () => ['em', 0] })

/** A link shows where it leads and is no way to leave: it has no `href`, so no key or click can follow it by accident. */
const Link = Mark.create({
  name: 'link',
  addAttributes: () => ({
    href: { default: '', renderHTML: ({ href }) => ({ 'data-href': href, title: `${href}\nCtrl+click opens it` }) },
  }),
  renderHTML: ({ HTMLAttributes }) => ['a', mergeAttributes(HTMLAttributes), 0],
})

/** Everything the reader's TipTap knows. No input rules, no history: nothing is ever typed here. */
export const readerExtensions: Extensions = [
  Node.create({ name: 'doc', topNode: true, content: 'block*' }),
  Node.create({ name: 'text', group: 'inline' }),
  BlockNode,
  Bold,
  Italic,
  Link,
]

/** Whether a text begins with its article's title, as most papers' do: it is then shown once, as a part of the text. */
export function beginsWithTitle(blocks: readonly Block[], title: string): boolean {
  const [first] = blocks
  return first?.kind === 'heading' && first.text.trim() === title.trim()
}

/** The blocks of a revision as TipTap's document. The first of a run of asides says what they are. */
export function toDocument(blocks: readonly Block[], title = ''): JSONContent {
  const titled = beginsWithTitle(blocks, title)
  return {
    type: 'doc',
    content: blocks.map((block, index) => ({
      type: 'block',
      attrs: {
        kind: block.kind,
        title: titled && index === 0,
        aside: block.aside ? (blocks[index - 1]?.aside ? 'more' : 'first') : null,
      },
      content: inline(block),
    })),
  }
}

function inline(block: Block): JSONContent[] {
  if (block.text === '') return []
  const marks = (block.marks ?? []).filter((mark) => mark.start < mark.end && mark.end <= block.text.length)
  const cuts = new Set([0, block.text.length, ...marks.flatMap((mark) => [mark.start, mark.end])])
  const ordered = [...cuts].sort((a, b) => a - b)
  return ordered.slice(0, -1).map((start, i) => {
    const end = ordered[i + 1] ?? block.text.length
    const here = marks.filter((mark) => mark.start <= start && mark.end >= end)
    const text = block.text.slice(start, end)
    return here.length === 0 ? { type: 'text', text } : { type: 'text', text, marks: unique(here).map(toMark) }
  })
}

/** ProseMirror holds a mark once at a place; of two links the later is the inner one. */
function unique(marks: readonly BlockMark[]): BlockMark[] {
  return [...new Map(marks.map((mark) => [mark.type, mark])).values()]
}

function toMark(mark: BlockMark): { type: string; attrs?: { href: string } } {
  return mark.type === 'link' ? { type: 'link', attrs: { href: mark.href } } : { type: mark.type }
}
