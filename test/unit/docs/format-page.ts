import { readFileSync } from 'node:fs'
import { at } from '../../../scripts/lib/project.mjs'

/** A row of a mapping table: which fields of which records, and what becomes of them. */
export type Mapping = { readonly record: string; readonly field: string; readonly becomes: string }

/** What a page says of its format: its mapping table, and what it says that an export says. */
export type FormatPage = {
  readonly mappings: readonly Mapping[]
  /** What stands in code in the last column, as it is to be found in an export; `…` is anything within a line. */
  readonly tokens: readonly string[]
  readonly lost: readonly string[]
  readonly hidden: readonly string[]
}

export const LOST = 'lost'

/**
 * Reads a page of docs/formats. Its mapping table has three columns: records (`highlight, link`), their fields in code, and
 * what becomes of them, which is `lost` where nothing does.
 */
export function readFormatPage(name: string): FormatPage {
  const page = readFileSync(at(`docs/formats/${name}.md`), 'utf8')
  const table = tableIn(page, '| record | fields |')
  const rows = table.map(([records = '', fields = '', becomes = '']) => ({ records, fields: codeIn(fields), becomes }))
  return {
    mappings: rows.flatMap(({ records, fields, becomes }) =>
      records.split(', ').flatMap((record) => fields.map((field) => ({ record, field, becomes }))),
    ),
    tokens: rows.flatMap(({ becomes }) => codeIn(becomes)),
    lost: listIn(page, '**Not in the file**'),
    hidden: listIn(page, '**Kept in fields that other programs pass over**'),
  }
}

/** The cells of the rows of the table whose header begins so. */
export function tableIn(page: string, header: string): readonly (readonly string[])[] {
  const lines = page.split('\n')
  const start = lines.findIndex((line) => line.startsWith(header))
  if (start === -1) throw new Error(`The page has no table that begins with ${header}`)
  const rest = lines.slice(start + 2)
  const end = rest.findIndex((line) => !line.startsWith('|'))
  return rest.slice(0, end).map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  )
}

/** What stands in code, in order. */
export function codeIn(text: string): readonly string[] {
  return Array.from(text.matchAll(/`([^`]+)`/g), ([, code = '']) => code)
}

/** Whether a text has a token of a page, as a word of its own where it is one. */
export function hasToken(text: string, token: string): boolean {
  const words = token.split('…').map((part) => part.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'))
  const [before, after] = [/^\w/.test(token) ? '(?<!\\w)' : '', /\w$/.test(token) ? '(?!\\w)' : '']
  return new RegExp(`${before}${words.join('.*?')}${after}`).test(text)
}

/** The items of the list that follows a line; none where there is no such line. */
function listIn(page: string, line: string): readonly string[] {
  const [, after = ''] = page.split(`\n${line}`)
  const [list = ''] = after.slice(after.indexOf('\n\n- ') + 2).split(/\n(?!- )/)
  return list.startsWith('- ') ? list.slice(2).split('\n- ') : []
}
