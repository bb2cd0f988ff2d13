import { fail, ok, type Result } from '#annotations/model/result'
import { assemble } from '../assemble'
import { BadFile, nameOf } from '../bad-file'
import { readPage } from '../html/read-page'
import type { ImportedArticle, ReadContext } from '../imported-article'
import { LIMITS } from '../limits'
import { readMoment } from '../moments'
import { readPlainText } from '../plain-text'
import { type ColumnField, type Columns, proposeColumns } from './columns'

/** One row or object: its values as text, by column or key. */
export type TextRecord = { readonly [name: string]: string }

/** Columns to choose from; a table of articles has a dozen. */
const MOST_CHOICES = 200
/** At most so many bad rows are named one by one. */
const MOST_NAMED = 5

/**
 * Articles from the rows of a table: what the columns hold outweighs what the text itself says.
 *
 * @param broken numbers of lines that could not be read, for the report
 */
export function readRecords(
  records: readonly TextRecord[],
  names: readonly string[],
  context: ReadContext,
  broken: readonly number[] = [],
): Result<readonly ImportedArticle[]> {
  if (names.length === 0)
    throw new BadFile('holds no texts.', 'Each article must have its text under a key such as "text".')
  // What was chosen for one table fits those that have its column; the others speak for themselves.
  const chosen = context.columns
  const columns = chosen && names.includes(chosen.text) ? chosen : proposeColumns(names)
  if (columns === null) {
    return fail('bad-file', `${nameOf(context.source)} does not say which column holds the text.`, {
      next: `Choose it: the columns are ${names.slice(0, 20).join(', ')}.`,
      choices: names.slice(0, MOST_CHOICES),
    })
  }
  if (records.length > LIMITS.articles)
    throw new BadFile(`holds more than ${LIMITS.articles} articles.`, 'Split it into smaller files.')
  const articles: ImportedArticle[] = []
  const empty: number[] = []
  records.forEach((record, index) => {
    const article = readRecord(record, columns, context)
    if (article === null) empty.push(index + 1)
    else articles.push(article)
  })
  const [first, ...rest] = articles
  if (first === undefined)
    throw new BadFile(`has no text in its column "${columns.text}".`, 'Choose another column for the text.')
  const notes = [...notesOf(empty, 'Articles', 'had no text'), ...notesOf(broken, 'Lines', 'could not be read')]
  const table = { names: names.slice(0, MOST_CHOICES), columns }
  return ok([{ ...first, notes: [...first.notes, ...notes], table }, ...rest])
}

function readRecord(record: TextRecord, columns: Columns, context: ReadContext): ImportedArticle | null {
  const text = record[columns.text] ?? ''
  if (text.trim() === '') return null
  const value = (field: ColumnField) => {
    const name = columns[field]
    const found = name === undefined ? undefined : record[name]?.replace(/\s+/g, ' ').trim()
    return found === '' ? undefined : found
  }
  const published = value('published')
  const known = {
    title: value('title'),
    publisher: value('publisher'),
    byline: value('byline'),
    url: value('url'),
    language: value('language'),
    published: (published === undefined ? null : readMoment(published)) ?? undefined,
  }
  if (/<(p|div|br|h[1-6]|article|span)[\s>/]/i.test(text)) return readPage(text, context, { whole: false, known })
  const plain = readPlainText(text, context.source)
  return plain.ok ? assemble({ blocks: plain.value.blocks, known }, context) : null
}

function notesOf(numbers: readonly number[], what: string, happened: string): string[] {
  if (numbers.length === 0) return []
  const named = numbers.slice(0, MOST_NAMED).join(', ')
  const rest = numbers.length > MOST_NAMED ? ` and ${numbers.length - MOST_NAMED} more` : ''
  return [`${what} ${named}${rest} ${happened} and did not come in.`]
}
