import type { LikelySame } from '#annotations/speakers/likely-same'
import { soundOf } from '#annotations/speakers/sound'
import type { SpeakerRow } from '#annotations/speakers/speaker-rows'

/** What `likelySame` says of names in one script, said plainly: every pair of a group compared, by whole tables of edits. */
export function plainLikelySame(rows: readonly Pick<SpeakerRow, 'key' | 'wordings'>[]): LikelySame[] {
  const names = rows.map((row) => ({
    key: row.key,
    forms: row.wordings.map(({ text }) => soundOf(text)).filter(isName),
  }))
  // Only those that share a word, or a beginning, are compared: thousands of names are millions of pairs.
  const groups = new Map<string, number[]>()
  names.forEach(({ forms }, at) => {
    const marks = new Set(forms.flatMap((words) => [words.at(-1) ?? '', words.join('').slice(0, 4)]))
    for (const mark of marks) {
      const group = groups.get(mark)
      if (group) group.push(at)
      else groups.set(mark, [at])
    }
  })
  const found = new Map<string, LikelySame>()
  for (const group of groups.values()) {
    if (group.length > MOST_ALIKE) continue
    group.forEach((first, at) => {
      for (const second of group.slice(at + 1)) {
        const [one, other] = [names[first], names[second]]
        if (!one || !other || one.key === other.key || found.has(`${first} ${second}`)) continue
        const why = reasonFor(one.forms, other.forms)
        if (why) found.set(`${first} ${second}`, { a: one.key, b: other.key, why })
      }
    })
  }
  return [...found.values()]
}

const MOST_ALIKE = 80

type Words = readonly string[]

function reasonFor(forms: readonly Words[], others: readonly Words[]): LikelySame['why'] | null {
  const reasons = forms.flatMap((one) => others.map((other) => compare(one, other)))
  return ORDER.find((why) => reasons.includes(why)) ?? null
}

const ORDER = ['spelling', 'part', 'initial', 'typing'] as const

function compare(one: Words, other: Words): LikelySame['why'] | null {
  if (one.join(' ') === other.join(' ')) return 'spelling'
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  const sameLast = short.at(-1) === long.at(-1)
  if (sameLast && short.length < long.length && short.slice(0, -1).every((word, at) => fits(word, long[at] ?? '')))
    return 'part'
  if (sameLast && short.length === long.length && short.every((word, at) => fits(word, long[at] ?? '')))
    return 'initial'
  const [a, b] = [one.join(' '), other.join(' ')]
  return Math.min(a.length, b.length) >= LONG_ENOUGH && isNear(a, b, Math.max(a.length, b.length) >= 12 ? 2 : 1)
    ? 'typing'
    : null
}

/** Shorter names are a letter apart by chance. */
const LONG_ENOUGH = 6

/** The same first name, or an initial of it. */
function fits(one: string, other: string): boolean {
  return one === other || (one[0] === other[0] && (one.length === 1 || other.length === 1))
}

function isName(words: Words): boolean {
  return words.some((word) => word.length > 1)
}

/** Whether two texts are at most so many single-letter edits apart (Levenshtein, within a band). */
function isNear(a: string, b: string, most: number): boolean {
  if (Math.abs(a.length - b.length) > most) return false
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    if (Math.min(...next) > most) return false
    row = next
  }
  return (row[b.length] ?? 0) <= most
}
