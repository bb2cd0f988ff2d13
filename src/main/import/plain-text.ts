import type { Block, BlockKind, Source } from '#annotations/model/article'
import { ok, type Result } from '#annotations/model/result'
import type { ArticleDraft } from '#contract/views'
import { findAsides } from './asides'
import { refuse } from './bad-file'
import { afterStartDate, type FrontMatter, readFrontMatter } from './front-matter'
import { guessLanguage } from './language'
import { LIMITS } from './limits'
import { type Line, splitLines } from './lines'
import { firstWords } from './title'

/** UTF-16 units. */
const LONGEST_HEADING = 100
const MOST_CONTROLS = 0.05

const ENDS_SENTENCE = /[.!?…:;,۔؟،]["'”’»)\]]*$/
const ITEM = /^([•*–-]|\d{1,3}[.)])\s+\S/u

/**
 * Reads plain text as an article: its blocks, and title, date, byline and language where they plainly are. No character is
 * lost but white space at the ends of lines. Fails with `bad-file` when there is no text, or bytes that are no text.
 */
export function readPlainText(text: string, source: Source): Result<ArticleDraft> {
  if (isBinary(text)) {
    return refuse(
      source,
      'is not plain text: it holds bytes that no text has.',
      'Open it in the program it was made with, and save or copy it as plain text (UTF-8).',
    )
  }
  const lines = splitLines(text)
  if (lines.length === 0) {
    return refuse(
      source,
      'is empty: there is nothing to read in it.',
      'Choose a file with text in it, or paste the article.',
    )
  }
  if (lines.length > LIMITS.blocks) {
    return refuse(source, `has more than ${LIMITS.blocks} paragraphs.`, 'Split it into smaller files.')
  }
  const asides = findAsides(lines)
  const front = readFrontMatter(lines, asides)
  return ok({
    title: titleOf(lines, asides, front),
    publisher: front.publisher,
    byline: front.byline,
    published: front.published,
    url: null,
    ...guessLanguage(lines.map((line) => line.text).join('\n')),
    blocks: toBlocks(lines, asides, front),
    source,
  })
}

function isBinary(text: string): boolean {
  if (text.includes('\0')) return true
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what a binary file decoded as text is full of.
  const odd = text.match(/[\u0001-\u0008\u000E-\u001F\u007F\uFFFD]/g)?.length ?? 0
  return odd > text.length * MOST_CONTROLS
}

function titleOf(lines: readonly Line[], asides: ReadonlySet<number>, front: FrontMatter): string {
  if (front.titleLine !== null) return lines[front.titleLine]?.text ?? ''
  const line = lines.find((_, i) => !asides.has(i) && !front.carriers.has(i)) ?? lines[0]
  const text = line?.text ?? ''
  return firstWords(text.slice(afterStartDate(text)) || text)
}

/** Walks backwards, because a short line is a heading only when text, or another heading above text, follows it. */
function toBlocks(lines: readonly Line[], asides: ReadonlySet<number>, front: FrontMatter): Block[] {
  const blocks: Block[] = []
  let textFollows = false
  for (let index = lines.length - 1; index >= 0; index--) {
    const text = lines[index]?.text ?? ''
    const aside = asides.has(index)
    const plain = aside || front.carriers.has(index)
    const kind: BlockKind = index === front.titleLine ? 'heading' : kindOf(text, textFollows && !plain)
    if (!plain) textFollows = kind === 'heading' || ENDS_SENTENCE.test(text) || text.length > LONGEST_HEADING
    blocks.push(aside ? { kind, text, aside } : { kind, text })
  }
  return blocks.reverse()
}

function kindOf(text: string, mayBeHeading: boolean): BlockKind {
  if (ITEM.test(text)) return 'item'
  if (/^>\s?\S/.test(text)) return 'quote'
  return mayBeHeading && text.length <= LONGEST_HEADING && !ENDS_SENTENCE.test(text) && /\p{L}/u.test(text)
    ? 'heading'
    : 'paragraph'
}
