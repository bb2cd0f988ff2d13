const ISO_DAY = 10

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })
const longDay = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
// Making a formatter costs milliseconds, and `toLocaleString` makes one at each call.
const numbers = new Intl.NumberFormat('en')
const languages = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })

/** A publication date as its paper gave it: the day, whatever the reader's time zone. Takes ISO 8601 day or moment. */
export function formatPublished(published: string): string {
  return day.format(new Date(`${published.slice(0, ISO_DAY)}T00:00:00Z`))
}

/** "14:02" of an ISO 8601 moment, in the reader's time zone. */
export function formatTime(moment: string): string {
  return time.format(new Date(moment))
}

/** "Today", "Yesterday", or "Monday, 4 May 2026" of an ISO 8601 moment, in the reader's time zone. */
export function formatDay(moment: string, now: Date): string {
  const then = new Date(moment)
  if (sameDay(then, now)) return 'Today'
  if (sameDay(then, new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1))) return 'Yesterday'
  return longDay.format(then)
}

/** "Urdu" for `ur`; the code itself when it names no language that is known here. */
export function languageName(code: string): string {
  try {
    return languages.of(code) ?? code
  } catch {
    return code
  }
}

/** "5,000". */
export function formatNumber(number: number): string {
  return numbers.format(number)
}

/** "1 article", "3 articles". */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${numbers.format(number)} ${number === 1 ? one : many}`
}

function sameDay(a: Date, b: Date): boolean {
  return a.toDateString() === b.toDateString()
}

/** "1 highlight to check". */
export function toCheckWords(orphans: number): string {
  return `${count(orphans, 'highlight')} to check`
}
