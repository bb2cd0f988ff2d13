import { ok, type Result } from '../../model/result'
import { badFile, goodOf, type OnFault } from '../bad-file'
import type { Span } from './fragments'

/** One line of an .ann file. Attributes, normalisations and equivalences are read and counted, no more. */
export type Line =
  | {
      readonly kind: 'span'
      readonly id: string
      readonly type: string
      readonly spans: readonly Span[]
      /** The words that stand there, as the file has them; undefined for a passage in parts. */
      readonly words?: string | undefined
    }
  | { readonly kind: 'relation'; readonly id: string; readonly type: string; readonly ends: readonly [string, string] }
  | { readonly kind: 'event'; readonly id: string; readonly trigger: string; readonly roles: readonly Role[] }
  | { readonly kind: 'note'; readonly of: string; readonly words: string }
  | { readonly kind: 'other' }
export type Role = { readonly role: string; readonly filler: string }
export type Placed = Line & { readonly where: string }

/** The lines of an .ann file; fails with the first that is none, unless faults are told. */
export function linesOf(text: string, name: string, onFault?: OnFault): Result<readonly Placed[]> {
  const lines = text
    .replace(/^\ufeff/, '')
    .split('\n')
    .map((line, index) => ({ line: line.replace(/\r$/, ''), where: `${name}, line ${index + 1}` }))
    .filter(({ line }) => line !== '')
  return goodOf(
    lines.map(({ line, where }) => {
      const parsed = parseLine(line)
      return parsed === null
        ? badFile(`${where}: “${line.slice(0, 40)}” is no line of brat's.`)
        : ok({ ...parsed, where })
    }),
    onFault,
  )
}

const SPAN = /^(T\S*)\t(\S+) (\d+ \d+(?:;\d+ \d+)*)(?:\t([\s\S]*))?$/
const RELATION = /^(R\S*)\t(\S+) [^\s:]+:(\S+) [^\s:]+:(\S+)\s*$/
const EVENT = /^(E\S*)\t[^\s:]+:(T\S+)((?: [^\s:]+:\S+)*)\s*$/
const NOTE = /^#\S*\tAnnotatorNotes (\S+)\t(.*)$/s
const OTHER = /^(?:[AMN]\S*\t\S+ |\*\t|#\S*\t)/

function parseLine(line: string): Line | null {
  const [, id = '', type = '', places = '', words] = SPAN.exec(line) ?? []
  if (id !== '') {
    const spans = places.split(';').map(toSpan)
    return { kind: 'span', id, type, spans, words: isInOne(spans) ? words : undefined }
  }
  const [, relation = '', label = '', from = '', to = ''] = RELATION.exec(line) ?? []
  if (relation !== '') return { kind: 'relation', id: relation, type: label, ends: [from, to] }
  const [, event = '', trigger = '', fillers = ''] = EVENT.exec(line) ?? []
  if (event !== '')
    return { kind: 'event', id: event, trigger, roles: fillers.trim().split(' ').filter(Boolean).map(toRole) }
  const [, of = '', note = ''] = NOTE.exec(line) ?? []
  if (of !== '') return { kind: 'note', of, words: note }
  return OTHER.test(line) ? { kind: 'other' } : null
}

/** Fragments with nothing but a line feed between them. */
function isInOne(spans: readonly Span[]): boolean {
  return spans.every(({ start }, index) => index === 0 || start === (spans[index - 1]?.end ?? 0) + 1)
}

function toSpan(place: string): Span {
  const [start, end] = place.split(' ').map(Number)
  return { start: start ?? 0, end: end ?? 0 }
}

/** "Content2:T4": brat numbers the roles that an event has more than once. */
function toRole(argument: string): Role {
  const [role = '', filler = ''] = argument.split(':')
  return { role: role.replace(/\d+$/, ''), filler }
}
