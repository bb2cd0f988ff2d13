import { assertNever } from '../model/result'
import type { Block, Line, PassageBlock, ReportDocument, Run } from './document'

/** First strong isolate and its end: words of an unknown direction do not pull those around them along. */
const [ISOLATE, END_ISOLATE] = ['\u2068', '\u2069']
const RIGHT_TO_LEFT_ISOLATE = '\u2067'

/** A report as CommonMark. Places within it are not linked: readers name them each in their own way. */
export function toMarkdown({ blocks }: ReportDocument): string {
  return `${blocks.map(blockMarkdown).join('\n\n')}\n`
}

function blockMarkdown(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${lineMarkdown(block.line)}`
    case 'paragraph':
      return lineMarkdown(block.line)
    case 'list':
      return block.items.map((item, at) => `${block.ordered ? `${at + 1}.` : '-'} ${lineMarkdown(item)}`).join('\n')
    case 'facts':
      return block.rows
        .flatMap(({ name, lines }) => factMarkdown(`- **${escapeMarkdown(name)}:**`, lines.map(lineMarkdown)))
        .join('\n')
    case 'passage':
      return passageMarkdown(block)
    case 'signatures':
      return block.rows
        .map(
          ({ role, name }) =>
            `- **${escapeMarkdown(role)}:** ${escapeMarkdown(name) || BLANK} · Signature: ${BLANK} · Date: ${BLANK}`,
        )
        .join('\n')
    default:
      return assertNever(block)
  }
}

/** Several lines are a list of their own below the name that they share. */
function factMarkdown(name: string, lines: readonly string[]): string[] {
  return lines.length > 1 ? [name, ...lines.map((line) => `  - ${line}`)] : lines.map((line) => `${name} ${line}`)
}

const BLANK = '\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_'

function passageMarkdown({ lead, quote, direction, after }: PassageBlock): string {
  const [open, close] = direction === 'rtl' ? [RIGHT_TO_LEFT_ISOLATE, END_ISOLATE] : ['', '']
  const paragraphs = quote
    .split('\n')
    .filter((text) => text.trim() !== '')
    .map((text) => `> ${open}${escapeMarkdown(text)}${close}`)
  return [lineMarkdown(lead), paragraphs.join('\n>\n'), ...after.map(lineMarkdown)].join('\n\n')
}

function lineMarkdown(line: Line): string {
  return line.map(runMarkdown).join('').trim()
}

function runMarkdown({ text, look, href }: Run): string {
  const words = escapeMarkdown(text)
  if (href !== undefined) return address(href)
  if (look === 'strong') return `**${words}**`
  return look === 'foreign' && !/^[\p{ASCII}\p{Script=Latin}\p{P}]*$/u.test(text)
    ? `${ISOLATE}${words}${END_ISOLATE}`
    : words
}

/** An address between angle brackets, where nothing of it means anything; those that cannot stand there are text. */
function address(href: string): string {
  return /^https?:\/\/[^\s<>\\]+$/.test(href) ? `<${href}>` : escapeMarkdown(href)
}

/**
 * A text that Markdown shows as it is, on one line. Line breaks and control characters become spaces: a line that begins with
 * the wrong sign would be a list, a heading or code.
 */
function escapeMarkdown(text: string): string {
  return text
    .replace(UNFIT, '\ufffd')
    .replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ')
    .replace(/[\\`*_{}[\]<>()#|~&^$]/g, '\\$&')
    .replace(/^(\s*)([-+=])/, '$1\\$2')
    .replace(/^(\s*\d{1,9})([.)])/, '$1\\$2')
    .replace(/(https?):(?=\/\/)/gi, '$1&#58;')
    .replace(/\b(www)\./gi, '$1&#46;')
    .replace(/@/g, '&#64;')
}

/** Control characters, and halves of surrogate pairs, which no file of UTF-8 holds. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const UNFIT = /[\u0000-\u0008\u000e-\u001f\u007f]|\p{Surrogate}/gu
