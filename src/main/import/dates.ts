const MONTHS: readonly (readonly string[])[] = [
  ['january', 'jan', 'января', 'جنوری'],
  ['february', 'feb', 'февраля', 'فروری'],
  ['march', 'mar', 'марта', 'مارچ'],
  ['april', 'apr', 'апреля', 'اپریل'],
  ['may', 'мая', 'مئی'],
  ['june', 'jun', 'июня', 'جون'],
  ['july', 'jul', 'июля', 'جولائی'],
  ['august', 'aug', 'августа', 'اگست'],
  ['september', 'sept', 'sep', 'сентября', 'ستمبر'],
  ['october', 'oct', 'октября', 'اکتوبر'],
  ['november', 'nov', 'ноября', 'نومبر'],
  ['december', 'dec', 'декабря', 'دسمبر'],
]

const MONTH = `(?<name>${MONTHS.flat().join('|')})`
const WEEKDAY = String.raw`(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?`
const CLOCK = String.raw`(?:,?\s+(?:at\s+)?\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?(?:\s+[A-Z]{2,4}(?!\p{L}))?)?`
const DAY = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th)?`
const YEAR = String.raw`(?<year>\d{4})(?!\d)`

/** The forms that name one day beyond doubt. `04/05/2023` is not among them: half the world reads it the other way round. */
const FORMS = [
  String.raw`${YEAR}-(?<month>\d{2})-(?<day>\d{2})(?!\d)(?:T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?`,
  String.raw`${MONTH}\.?\s+${DAY},?\s+${YEAR}`,
  String.raw`${DAY}\s+${MONTH}\.?,?\s+${YEAR}(?:\s?(?:года|г\.|ء))?`,
  String.raw`(?<day>\d{1,2})\.(?<month>\d{1,2})\.${YEAR}`,
].map((form) => WEEKDAY + form + CLOCK)

const AT_START = FORMS.map((form) => new RegExp(`^${form}`, 'iu'))
const AT_END = FORMS.map((form) => new RegExp(`(?<![\\p{L}\\d.])${form}$`, 'iu'))

/** A date within a line, as `YYYY-MM-DD`. Offsets are UTF-16 units, end-exclusive. */
export type DateMatch = { readonly start: number; readonly end: number; readonly date: string }

/** The date that a line starts with, with its weekday and time of day; null when there is none. */
export function dateAtStart(line: string): DateMatch | null {
  return firstMatch(line, AT_START)
}

/** The date that a line ends with, with its weekday and time of day; null when there is none. */
export function dateAtEnd(line: string): DateMatch | null {
  return firstMatch(line, AT_END)
}

function firstMatch(line: string, patterns: readonly RegExp[]): DateMatch | null {
  const plain = line.replace(/[۰-۹٠-٩]/g, (digit) => String(digit.charCodeAt(0) & 15))
  for (const pattern of patterns) {
    const match = pattern.exec(plain)
    const date = match?.groups ? isoDay(match.groups) : null
    if (match && date) return { start: match.index, end: match.index + match[0].length, date }
  }
  return null
}

function isoDay(groups: Readonly<Record<string, string | undefined>>): string | null {
  const name = groups.name?.toLowerCase()
  const month = name === undefined ? Number(groups.month) : MONTHS.findIndex((names) => names.includes(name)) + 1
  const day = new Date(Date.UTC(Number(groups.year), month - 1, Number(groups.day)))
  const real = day.getUTCMonth() === month - 1 && day.getUTCDate() === Number(groups.day) && Number(groups.year) >= 1600
  return real ? day.toISOString().slice(0, 10) : null
}
