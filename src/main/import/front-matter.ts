import { dateAtEnd, dateAtStart } from './dates'
import type { Line } from './lines'

/** What the first lines say about the article. `titleLine` is the index of the line that is its title, or null. */
export type FrontMatter = {
  readonly titleLine: number | null
  readonly byline: string | null
  readonly published: string | null
  readonly publisher: string | null
  /** Lines that only carry a byline, a date or a label. */
  readonly carriers: ReadonlySet<number>
}

/** All UTF-16 units. */
const LONGEST_TITLE = 160
const LONGEST_CARRIER = 100
const LONGEST_NAMES = 60
const BODY_FROM = 200
/** Lines that may stand before the body: a kicker, title, subtitle, byline, date, caption, dateline. */
const MOST_LINES = 8

const DATE_LABEL =
  /^(date|published|posted|updated|last updated|дата публикации|дата|опубликовано|обновлено|تاریخ اشاعت|تاریخ|شائع)(\s+on|\s+at)?\s*:?\s+/iu
const UPDATED = /^[\s|•·—–,(-]*(last )?(updated|modified|обновлено|اپ ڈیٹ)/iu
const BY = /^(by|reported by|written by)\s*:?\s+/i
const PUBLISHER = /^(publisher|source|newspaper)\s*:\s+(?=\S)/i
const AUTHOR = /^(authors?|byline|reporter|автор(ы)?|текст|تحریر|رپورٹ|نامہ نگار)\s*[:：]\s+(?=\S)/iu
const DESK = /\b(desk|reporter|correspondent|bureau|agencies|staff|news service)\b/i
const NAMES =
  /^([\p{Lu}][\p{L}\p{M}.'’/-]*|and|&|de|van|von|al|bin|for|in|at)(,?\s+([\p{Lu}][\p{L}\p{M}.'’/-]*|and|&|de|van|von|al|bin|for|in|at)){0,8}$/u
/** A day after one of these is told of, not printed as the day of issue. */
const TOLD = /(^|\s)(on|of|since|until|till|by|from|to|in|after|before|for|this|next|last)$/i
const DATELINE = /^\p{Lu}[\p{Lu}\s.'’-]{2,40}(\([^)]{2,30}\))?\s*[,:(—–-]\s*/u
const IMPRINT = /^published in (?:the )?(\p{Lu}[\p{L}\s]{2,40}?),\s+(?:on\s+)?(.+)$/iu
const IMPRINT_WITHIN = 12
const NOT_A_TITLE = /[.۔…:;,]["'”’»)\]]*$/

/**
 * Reads title, byline, date and publisher where they plainly are: in lines of their own before the body, or at the very start
 * of the text. A date in running text is an event's, not the article's, so it is never taken.
 */
export function readFrontMatter(lines: readonly Line[], asides: ReadonlySet<number>): FrontMatter {
  let byline: string | null = null
  let published: string | null = null
  let updated: string | null = null
  let publisher: string | null = null
  const carriers = new Set<number>()
  for (const [position, index] of frontLines(lines, asides).entries()) {
    const text = lines[index]?.text ?? ''
    const isFirst = position === 0
    const found = text.length > LONGEST_CARRIER ? null : readCarrier(text, isFirst)
    if (found) {
      carriers.add(index)
      byline ??= found.byline
      if (UPDATED.test(text)) updated ??= found.published
      else published ??= found.published
      publisher ??= found.publisher
    } else {
      published ??= (isFirst ? startDate(text)?.date : null) ?? datelineDate(text)
    }
  }
  const imprint = published === null ? readImprint(lines) : null
  return {
    titleLine: titleLine(lines, asides, carriers),
    byline,
    published: published ?? imprint?.published ?? updated,
    publisher: publisher ?? imprint?.publisher ?? null,
    carriers,
  }
}

/** The last lines of papers that print where and when a text was first published: "Published in Coast Courier, May 4th, 2023". */
function readImprint(lines: readonly Line[]): Pick<FrontMatter, 'published' | 'publisher'> | null {
  for (const { text } of lines.slice(-IMPRINT_WITHIN).reverse()) {
    const match = text.length > LONGEST_CARRIER ? null : IMPRINT.exec(text)
    const date = match === null ? null : dateAtStart(match[2] ?? '')
    if (date !== null) return { published: date.date, publisher: match?.[1] ?? null }
  }
  return null
}

/** Where the text proper starts in a line that may begin with a glued "date 2022-07-31 ". UTF-16 units. */
export function afterStartDate(text: string): number {
  return startDate(text)?.end ?? 0
}

/** Every line up to and including the first of the body, which may begin with the date. */
function frontLines(lines: readonly Line[], asides: ReadonlySet<number>): number[] {
  const front: number[] = []
  for (let index = 0; index < lines.length && front.length < MOST_LINES; index++) {
    if (asides.has(index)) continue
    front.push(index)
    if ((lines[index]?.text.length ?? 0) >= BODY_FROM) break
  }
  return front
}

type Carried = Pick<FrontMatter, 'byline' | 'published' | 'publisher'>
const NOTHING: Carried = { byline: null, published: null, publisher: null }

/** What a short line of its own carries besides nothing else: a byline, a date, both, or a labelled field. */
function readCarrier(text: string, isFirst: boolean): Carried | null {
  if (PUBLISHER.test(text)) return { ...NOTHING, publisher: text.replace(PUBLISHER, '') }
  if (AUTHOR.test(text)) return { ...NOTHING, byline: text.replace(AUTHOR, '') }
  const unlabelled = text.replace(DATE_LABEL, '')
  const start = dateAtStart(unlabelled)
  if (start !== null) {
    const after = unlabelled.slice(start.end).replace(/^[\s|•·,—–-]+/u, '')
    if (UPDATED.test(after)) return { ...NOTHING, published: start.date }
    const author = after.replace(BY, '').replace(AUTHOR, '')
    if (author !== after && author.length <= LONGEST_NAMES && !/[\d.۔!?]/.test(author))
      return { ...NOTHING, published: start.date, byline: author }
  }
  const date = dateAtEnd(unlabelled)
  if (date === null) {
    const names = text.replace(BY, '')
    return names !== text && NAMES.test(names) && !isFirst ? { ...NOTHING, byline: names } : null
  }
  const before = unlabelled.slice(0, date.start).trim()
  if (before === '') return { ...NOTHING, published: date.date }
  const names = before.replace(/[\s|•·—–-]+$/u, '').replace(BY, '')
  const place = names.endsWith(',')
  if (TOLD.test(names) || !NAMES.test(place ? names.slice(0, -1) : names)) return null
  // A first line such as "Joint Statement 4 May 2023" is a headline, unless it names a desk or says "By".
  if (isFirst && !DESK.test(names) && !BY.test(before)) return null
  return { ...NOTHING, byline: place ? null : names, published: date.date }
}

/** A date glued to the very start: "date 2022-07-31 Ministers …". A sentence that goes on in lower case is about that day. */
function startDate(text: string): { readonly date: string; readonly end: number } | null {
  const label = DATE_LABEL.exec(text)?.[0].length ?? 0
  const match = dateAtStart(text.slice(label))
  if (match === null) return null
  const gap = /^[\s,:|•·—–-]*/u.exec(text.slice(label + match.end))?.[0] ?? ''
  const end = label + match.end + gap.length
  return /^\p{Ll}/u.test(text.slice(end)) && label === 0 ? null : { date: match.date, end }
}

/** "PORT HALE, 4 May 2023 — …": a place in capitals, then the day. */
function datelineDate(text: string): string | null {
  const place = DATELINE.exec(text)
  return place ? (dateAtStart(text.slice(place[0].length))?.date ?? null) : null
}

function titleLine(lines: readonly Line[], asides: ReadonlySet<number>, carriers: ReadonlySet<number>): number | null {
  const index = lines.findIndex((_, i) => !asides.has(i) && !carriers.has(i))
  const line = lines[index]
  const next = lines[index + 1]
  if (line === undefined || next === undefined || line.text.length > LONGEST_TITLE) return null
  if (NOT_A_TITLE.test(line.text) || !/\p{L}/u.test(line.text)) return null
  return next.first || next.text.length > line.text.length || carriers.has(index + 1) ? index : null
}
