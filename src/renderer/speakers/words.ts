import type { SpeakerOrder } from '#annotations/speakers/arrange'
import type { LikelySame } from '#annotations/speakers/likely-same'
import type { SpeakerRow } from '#annotations/speakers/speaker-rows'
import { fold } from '#annotations/text/fold'
import { count, formatNumber, formatPublished } from '../ui/format'

export const ORDER_NAMES: { readonly [O in SpeakerOrder]: string } = {
  cited: 'Most cited',
  claims: 'Most claims',
  denials: 'Most denials',
  papers: 'Most papers',
  latest: 'Latest first',
  name: 'A to Z',
}

export const WHY_NAMES: { readonly [W in LikelySame['why']]: string } = {
  spelling: 'the same name in another spelling',
  part: 'the one is part of the other',
  initial: 'the same last name, and the initial fits',
  script: 'perhaps the same name in another script',
  typing: 'a letter or two apart',
}

/** "Cited 4 times · 2 claims · 1 denial". */
export function citedWords({ attributions, claims, denials }: SpeakerRow): string {
  return [
    attributions === 1 ? 'Cited once' : `Cited ${formatNumber(attributions)} times`,
    ...(claims > 0 ? [count(claims, 'claim')] : []),
    ...(denials > 0 ? [count(denials, 'denial')] : []),
  ].join(' · ')
}

/** "Herald, Courier +2 · 2 May 2023 to 7 May 2023". */
export function whereWords({ papers, first, latest }: SpeakerRow): string {
  const more = papers.length - 2
  const where = more > 0 ? `${papers.slice(0, 2).join(', ')} +${more}` : papers.join(', ')
  const [from, to] = [first, latest].map((date) => (date === null ? null : formatPublished(date)))
  return [where, from === to ? from : [from, to].filter(Boolean).join(' to ')].filter(Boolean).join(' · ')
}

/** The other names of a speaker: "also Lavrov, Sergei Lavrov"; null when there are none. */
export function alsoWords({ name, wordings }: SpeakerRow): string | null {
  const others = wordings.filter(({ text }) => fold(text) !== fold(name)).map(({ text }) => text)
  return others.length === 0 ? null : `also ${others.join(', ')}`
}

/** The names that merged speakers may be called, the fullest first. */
export function namesOf(rows: readonly SpeakerRow[]): string[] {
  const names = rows.flatMap(({ name, wordings }) => [name, ...wordings.map(({ text }) => text)])
  const distinct = new Map(names.map((name) => [fold(name), name] as const).reverse())
  const words = (name: string) => name.split(/\s+/).length
  return [...distinct.values()].sort((a, b) => words(b) - words(a) || b.length - a.length)
}
