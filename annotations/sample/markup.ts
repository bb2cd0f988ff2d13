import type { Block, BlockKind, Mark } from '../model/article'

const INLINE = /\*\*(?<bold>[^*]+)\*\*|\*(?<italic>[^*]+)\*|\[(?<words>[^\]]+)\]\((?<href>https?:[^)]+)\)/g

/** A paragraph. In its text, `**bold**`, `*italic*` and `[words](https://…)` become marks. */
export function p(source: string): Block {
  return block('paragraph', source)
}

export function h(source: string): Block {
  return block('heading', source)
}

export function q(source: string): Block {
  return block('quote', source)
}

export function item(source: string): Block {
  return block('item', source)
}

/** What is on the page but no part of the article: a credit, a pointer, a comment. */
export function aside(source: string): Block {
  return { ...block('paragraph', source), aside: true }
}

function block(kind: BlockKind, source: string): Block {
  const marks: Mark[] = []
  let text = ''
  let from = 0
  for (const match of source.matchAll(INLINE)) {
    text += source.slice(from, match.index)
    const { bold, italic, words, href } = match.groups ?? {}
    const start = text.length
    text += bold ?? italic ?? words ?? ''
    const range = { start, end: text.length }
    marks.push(
      href !== undefined
        ? { type: 'link', ...range, href }
        : { type: bold === undefined ? 'italic' : 'bold', ...range },
    )
    from = match.index + match[0].length
  }
  text += source.slice(from)
  return marks.length === 0 ? { kind, text } : { kind, text, marks }
}
