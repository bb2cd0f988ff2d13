import { isArabic, skeletonsOf } from './skeleton'
import { soundOf } from './sound'
import type { SpeakerRow } from './speaker-rows'

/**
 * Two speakers who may be one. `spelling`: the same name in another spelling · `part`: the one is part of the other · `initial`:
 * the same last name and an initial that fits · `script`: in Arabic letters and in others, with the same consonants ·
 * `typing`: a letter or two apart.
 */
export type LikelySame = {
  readonly a: string
  readonly b: string
  readonly why: 'spelling' | 'part' | 'initial' | 'script' | 'typing'
}

/** Finds pairs of speakers that an analyst should look at, by their keys. Only a suggestion: two ministers may share a last name. */
export type LikelyFinder = (rows: readonly Named[]) => readonly LikelySame[]

type Named = Pick<SpeakerRow, 'key' | 'wordings'>

/**
 * A finder that keeps what it found: only names that came or changed are compared anew, with those that they share a beginning,
 * a last word or their consonants with. So most changes of a desk cost a look at the list.
 */
export function likelyFinder(): LikelyFinder {
  let names = new Map<string, Name>()
  let groups = new Map<string, Group>()
  let last: { readonly names: readonly Name[]; readonly pairs: readonly LikelySame[] } = { names: [], pairs: [] }
  return (rows) => {
    const kept = new Map<string, Name>()
    const all = rows.map((row) => {
      // In whatever order: which is used most changes more often than which there are.
      const id = [row.key, ...row.wordings.map(({ text }) => text).sort()].join('\n')
      const name = names.get(id) ?? nameOf(row)
      kept.set(id, name)
      return name
    })
    names = kept
    if (sameNames(last.names, all)) return last.pairs
    const found = groupsOf(all)
    for (const [mark, group] of found) {
      const before = groups.get(mark)
      group.pairs = before && sameNames(before.names, group.names) ? before.pairs : pairsAmong(group.names)
    }
    groups = found
    last = { names: all, pairs: unique(found.values()) }
    return last.pairs
  }
}

/** As `likelyFinder` finds them, once. */
export function likelySame(rows: readonly Named[]): readonly LikelySame[] {
  return likelyFinder()(rows)
}

/** A wording of a name: its words as they sound, and the same in one. */
type Form = { readonly words: readonly string[]; readonly whole: string }
type Name = {
  readonly key: string
  readonly forms: readonly Form[]
  /** What only names with the same are compared for: thousands of names are millions of pairs. */
  readonly marks: readonly string[]
  readonly isArabic: boolean
  /** Worked out when there is a name in the Arabic script to compare with. */
  skeletons: readonly string[] | null
  readonly texts: readonly string[]
}
type Pair = LikelySame & { readonly names: readonly [Name, Name] }
type Group = { readonly names: Name[]; pairs: readonly Pair[] }

function nameOf({ key, wordings }: Named): Name {
  const texts = wordings.map(({ text }) => text)
  const forms = texts
    .map((text) => soundOf(text))
    .filter((words) => words.some((word) => word.length > 1))
    .map((words) => ({ words, whole: words.join(' ') }))
  const marks = forms.flatMap(({ words }) => [`${words.at(-1)}`, words.join('').slice(0, 4)])
  return { key, forms, marks: [...new Set(marks)], isArabic: texts.some(isArabic), skeletons: null, texts }
}

/** Before a skeleton, so that it is no word of a name. */
const SKELETON = '~'

function groupsOf(names: readonly Name[]): Map<string, Group> {
  const groups = new Map<string, Group>()
  const put = (mark: string, name: Name) => {
    const group = groups.get(mark)
    if (group) group.names.push(name)
    else groups.set(mark, { names: [name], pairs: [] })
  }
  const hasArabic = names.some((name) => name.isArabic)
  for (const name of names) {
    for (const mark of name.marks) put(mark, name)
    if (!hasArabic) continue
    name.skeletons ??= [...new Set(name.texts.flatMap((text) => skeletonsOf(text)))]
    for (const skeleton of name.skeletons) put(SKELETON + skeleton, name)
  }
  return groups
}

function sameNames(some: readonly Name[], others: readonly Name[]): boolean {
  return some.length === others.length && some.every((name, at) => name === others[at])
}

/** What more names than these share tells nothing of any two, and comparing them all would be felt. */
const MOST_ALIKE = 80

function pairsAmong(names: readonly Name[]): readonly Pair[] {
  if (names.length < 2 || names.length > MOST_ALIKE) return []
  const pairs: Pair[] = []
  for (const [at, one] of names.entries()) {
    for (let next = at + 1; next < names.length; next++) {
      const other = names[next]
      const why = other && other.key !== one.key ? reasonFor(one, other) : null
      if (other && why) pairs.push({ a: one.key, b: other.key, why, names: [one, other] })
    }
  }
  return pairs
}

/** Names may share more than one mark. */
function unique(groups: Iterable<Group>): LikelySame[] {
  const told = new Map<Name, Set<Name>>()
  const all: LikelySame[] = []
  for (const { pairs } of groups) {
    for (const { a, b, why, names } of pairs) {
      const others = told.get(names[0]) ?? new Set()
      if (others.has(names[1])) continue
      told.set(names[0], others.add(names[1]))
      all.push({ a, b, why })
    }
  }
  return all
}

const ORDER = ['spelling', 'part', 'initial', 'script', 'typing'] as const

/** The best reason that any two of their wordings give. */
function reasonFor(one: Name, other: Name): LikelySame['why'] | null {
  let best = shareSkeleton(one, other) ? ORDER.indexOf('script') : ORDER.length
  for (const form of one.forms) {
    for (const another of other.forms) {
      const why = compare(form, another, best)
      if (why) best = Math.min(best, ORDER.indexOf(why))
    }
  }
  return ORDER[best] ?? null
}

function shareSkeleton(one: Name, other: Name): boolean {
  if (!one.isArabic && !other.isArabic) return false
  return one.skeletons?.some((skeleton) => other.skeletons?.includes(skeleton)) === true
}

function compare(one: Form, other: Form, best: number): LikelySame['why'] | null {
  if (one.whole === other.whole) return 'spelling'
  const [short, long] = one.words.length <= other.words.length ? [one.words, other.words] : [other.words, one.words]
  const sameLast = short.at(-1) === long.at(-1)
  if (sameLast && short.length < long.length && short.slice(0, -1).every((word, at) => fits(word, long[at] ?? '')))
    return 'part'
  if (sameLast && short.length === long.length && short.every((word, at) => fits(word, long[at] ?? '')))
    return 'initial'
  if (best <= ORDER.indexOf('typing')) return null
  const [a, b] = [one.whole, other.whole]
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

/** Whether two texts are at most so many single-letter edits apart: what differs first is tried as each edit in turn. */
function isNear(a: string, b: string, most: number, i = 0, j = 0): boolean {
  if (Math.abs(a.length - i - (b.length - j)) > most) return false
  while (i < a.length && j < b.length && a.charCodeAt(i) === b.charCodeAt(j)) {
    i++
    j++
  }
  // One of them is at its end: the rest of the other, which is no longer than `most`, is left out.
  if (i === a.length || j === b.length) return a.length - i + (b.length - j) <= most
  if (most === 0) return false
  return isNear(a, b, most - 1, i + 1, j + 1) || isNear(a, b, most - 1, i + 1, j) || isNear(a, b, most - 1, i, j + 1)
}
