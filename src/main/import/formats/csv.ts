import { parse } from 'csv-parse/sync'
import { BadFile } from '../bad-file'
import type { FormatReader } from '../imported-article'
import { decodeText } from '../text/decode'
import { readRecords, type TextRecord } from './records'

const DELIMITERS = [',', ';', '\t', '|'] as const

/** A table of articles, one a row, with the columns' names in its first. The delimiter is the one that parts the first row most. */
export const readCsv: FormatReader = async (bytes, context) => {
  const text = decodeText(bytes, context.charset)
  const rows = parse(text, {
    bom: true,
    delimiter: delimiterOf(text),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    trim: false,
  })
  const [header, ...rest] = rows
  if (header === undefined || rest.length === 0)
    throw new BadFile(
      'holds no table of articles.',
      'Its first row must name the columns, and each further row be an article.',
    )
  const names = header.map((name, index) => name.trim() || `Column ${index + 1}`)
  const records = rest.map(
    (row): TextRecord => Object.fromEntries(names.map((name, index) => [name, row[index] ?? ''])),
  )
  return readRecords(records, names, context)
}

function delimiterOf(text: string): string {
  const first = text.slice(0, 10_000).split(/\r?\n/, 1)[0] ?? ''
  const counts = DELIMITERS.map((delimiter) => ({ delimiter, count: first.split(delimiter).length }))
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).delimiter
}
