import { TAGS, type Tag } from '../model/highlight'
import { RELATIONS, type Relation } from '../model/relation'
import { wordsOf } from './words'

/**
 * One thing that must occur: a word, or words in a row. `prefix`: the last may be the beginning of a longer word.
 * `fuzzy`: like words will do.
 */
export type Term = { readonly words: readonly string[]; readonly prefix: boolean; readonly fuzzy: boolean }

/** What a hit must be; of several values of one filter any will do. */
export type Filters = {
  readonly tags: readonly Tag[]
  readonly relations: readonly Relation[]
  /** Folded words, each the beginning of one in the speaker's name. */
  readonly speakers: readonly (readonly string[])[]
  readonly publishers: readonly (readonly string[])[]
  /** Words of the title, or the article's id. */
  readonly articles: readonly { readonly id: string; readonly words: readonly string[] }[]
  /** Beginnings of ISO dates, e.g. `2022` or `2023-05`; both ends are included. */
  readonly date: { readonly from: string | null; readonly to: string | null } | null
  readonly linked: boolean | null
}

/** A filter as it was written: UTF-16 units of the query, end-exclusive. */
export type FilterPart = {
  readonly name: FilterName
  readonly value: string
  readonly start: number
  readonly end: number
}

/** A query as it was understood. `hints` are sentences on what was not. */
export type SearchQuery = {
  readonly terms: readonly Term[]
  readonly filters: Filters
  readonly parts: readonly FilterPart[]
  readonly hints: readonly string[]
}

export const FILTER_NAMES = ['tag', 'speaker', 'publisher', 'date', 'linked', 'relation', 'article'] as const
export type FilterName = (typeof FILTER_NAMES)[number]

/** Shorter words are looked for whole, unless they are the one being typed. */
const SHORTEST_PREFIX = 3

const TOKEN = /(?:(?<name>[a-z]+):)?(?:["“”„«»](?<phrase>[^"“”„«»]*)(?<closed>["“”„«»])?|(?<plain>[^\s"“”„«»]+))/giu

/**
 * Reads what was typed into the search box. There is no wrong query: a filter that cannot be read is left out and told in
 * `hints`, and an unknown one is looked for as words.
 */
export function parseQuery(text: string): SearchQuery {
  const terms: Term[] = []
  const parts: FilterPart[] = []
  const hints: string[] = []
  const filters = emptyFilters()
  for (const token of text.matchAll(TOKEN)) {
    const { name, phrase, closed, plain = '' } = token.groups ?? {}
    const bare = /^([a-z]+):$/i.exec(plain)?.[1]
    const called = (name ?? bare ?? '').toLowerCase()
    const filter = FILTER_NAMES.find((known) => known === called)
    const start = token.index
    const end = start + token[0].length
    const value = phrase ?? (bare === undefined ? plain : '')
    if (filter) {
      const hint = readFilter(filters, filter, value.trim())
      if (hint === null) parts.push({ name: filter, value: value.trim(), start, end })
      else hints.push(hint)
      const [from, to] = filter === 'date' && hint === null ? value.trim().split('..') : []
      if (from && to && filters.date?.from === to && from !== to)
        hints.push(`“${from}..${to}” is taken for ${to}..${from}.`)
      continue
    }
    const unknown = called === '' ? null : unknownFilter(called)
    if (unknown) hints.push(unknown)
    const isLast = end === text.length
    if (phrase !== undefined) {
      const words = [...(called === '' ? [] : wordsOf(called)), ...wordsOf(phrase)]
      if (words.length > 0) terms.push({ words, prefix: closed === undefined, fuzzy: false })
      if (words.length > 0 && closed === undefined) hints.push(openQuoteHint(phrase))
    } else terms.push(...termOf(called === '' ? value : token[0], isLast))
  }
  return { terms, filters, parts, hints }
}

/** Whether a query asks for anything at all. */
export function asksNothing({ terms, parts }: SearchQuery): boolean {
  return terms.length === 0 && parts.length === 0
}

/** The query without one of its filters. */
export function withoutFilter(text: string, { start, end }: FilterPart): string {
  return `${text.slice(0, start).trimEnd()} ${text.slice(end).trimStart()}`.trim()
}

/** A filter as one writes it; a value of several words gets quotes. */
export function filterText(name: FilterName, value: string): string {
  return `${name}:${/[\s"“”„«»]/.test(value) ? `"${value.replace(/["“”„«»]/g, ' ')}"` : value}`
}

function termOf(token: string, isLast: boolean): Term[] {
  const sign = /[*~]+$/.exec(token)?.[0] ?? ''
  const words = wordsOf(token)
  const last = words.at(-1)
  if (last === undefined) return []
  const fuzzy = sign.includes('~')
  const prefix = sign.includes('*') || (!fuzzy && (isLast || last.length >= SHORTEST_PREFIX))
  return [{ words, prefix, fuzzy: fuzzy && words.length === 1 }]
}

type Draft = { -readonly [K in keyof Filters]: Filters[K] extends readonly (infer One)[] ? One[] : Filters[K] }

function emptyFilters(): Draft {
  return { tags: [], relations: [], speakers: [], publishers: [], articles: [], date: null, linked: null }
}

/** Takes a filter in, or answers the sentence that says why not. */
function readFilter(filters: Draft, name: FilterName, value: string): string | null {
  switch (name) {
    case 'tag':
      return readNames(filters.tags, name, value, TAGS)
    case 'relation':
      return readNames(filters.relations, name, value, RELATIONS)
    case 'linked': {
      const found = onlyOne(['yes', 'no'], value)
      if (found === null) return choiceHint(name, value, ['yes', 'no'])
      filters.linked = found === 'yes'
      return null
    }
    case 'date': {
      const date = readDate(value)
      if (date === null) {
        return value === ''
          ? 'date: takes a year, month or day, or two with .. between them, e.g. date:2022..2023.'
          : `“${value}” is no date. Write a year, month or day, or two with .. between them, e.g. date:2022-03..2023.`
      }
      filters.date = date
      return null
    }
    case 'article': {
      const words = wordsOf(value)
      if (words.length === 0) return 'article: takes words of a title, e.g. article:"night ferry".'
      filters.articles.push({ id: value, words })
      return null
    }
    case 'speaker':
    case 'publisher': {
      const words = wordsOf(value)
      if (words.length === 0) return `${name}: takes a name, e.g. ${name}:"Ada Lovelace".`
      filters[`${name}s`].push(words)
      return null
    }
  }
}

function readNames<T extends string>(into: T[], name: FilterName, value: string, names: readonly T[]): string | null {
  const found = value.split(',').map((one) => onlyOne(names, one.trim()))
  for (const one of found) {
    if (one === null) return choiceHint(name, value, names)
    into.push(one)
  }
  return null
}

/** The name that is meant: written out, in the plural, or begun so that no other can be. */
function onlyOne<T extends string>(names: readonly T[], written: string): T | null {
  const wanted = written.toLowerCase()
  if (wanted === '') return null
  const begun = names.filter((name) => name.startsWith(wanted) || `${name}s` === wanted)
  return begun.length === 1 ? (begun[0] ?? null) : null
}

function openQuoteHint(phrase: string): string {
  return `The quotation mark is not closed: “${phrase.trim()}” is searched for as words in a row.`
}

function choiceHint(name: string, value: string, names: readonly string[]): string {
  const list = `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`
  return value === '' ? `${name}: takes ${list}.` : `${name}: takes ${list}, not “${value}”.`
}

const DAY = String.raw`\d{4}(?:-\d{2}(?:-\d{2})?)?`
const DATES = new RegExp(`^(${DAY})?(\\.\\.)?(${DAY})?$`)

function readDate(value: string): NonNullable<Filters['date']> | null {
  const [, from, dots, to] = DATES.exec(value) ?? []
  if (dots === undefined) return from !== undefined && to === undefined ? { from, to: from } : null
  if (from === undefined && to === undefined) return null
  if (from !== undefined && to !== undefined && from > `${to}~`) return { from: to, to: from }
  return { from: from ?? null, to: to ?? null }
}

/** Two letters of difference: `tags:`, `speakr:`. Others (`https:`, `re:`) are words with a colon. */
function unknownFilter(name: string): string | null {
  const meant = FILTER_NAMES.find((known) => known.startsWith(name.slice(0, 3)) && name.length > 2)
  return meant ? `There is no filter “${name}:”: did you mean ${meant}:?` : null
}
