import type { ClaimOrder } from '#annotations/dossiers/arrange'
import type { ClaimRow, Denier, Standing } from '#annotations/dossiers/claim-row'
import type { Part } from '#annotations/dossiers/dossier'
import type { Rating } from '#annotations/model/verdict'
import { count, formatPublished } from '../ui/format'

export const STANDING_NAMES: { readonly [S in Standing]: string } = {
  contested: 'Contested',
  denied: 'Denied',
  'single-source': 'Single source',
  uncorroborated: 'Uncorroborated',
  unlinked: 'Unlinked',
}

export const ORDER_NAMES: { readonly [O in ClaimOrder]: string } = {
  contested: 'Most contested',
  newest: 'Newest first',
  oldest: 'Oldest first',
  latest: 'Latest news',
  papers: 'Most papers',
  claim: 'A to Z',
  verdict: 'Verdict',
}

export const RATING_NAMES: { readonly [R in Rating]: string } = {
  unchecked: 'Unchecked',
  supported: 'Supported',
  disputed: 'Disputed',
  false: 'False',
  unprovable: 'Unprovable',
}

export const PART_NAMES: { readonly [P in Part]: string } = {
  'denied-by': 'Denied by',
  contradicts: 'Contradicted by',
  'supported-by': 'Supported by',
  'updated-by': 'What came later',
  updates: 'Updates',
  supports: 'Supports',
  denies: 'Denies',
  relates: 'Related',
}

/** "4 May 2023 · Courier, Wire · The mayor, A pilot": when it was told first, where, and who said it. */
export function toldWords(row: ClaimRow): string {
  const date = row.first === null ? null : formatPublished(row.first)
  return [date, listed(row.papers), listed(row.speakers)].filter(Boolean).join(' · ')
}

/** "Denied by Orsolo in Herald, and 2 others · contradicted twice"; null when nothing is said against it. */
export function againstWords({ deniers, counts }: ClaimRow): string | null {
  const denied = deniedWords(deniers)
  const contradicted = counts.contradicts > 0 ? `contradicted by ${count(counts.contradicts, 'claim')}` : null
  const words = [denied, contradicted].filter((part) => part !== null).join(' · ')
  return words === '' ? null : words.charAt(0).toUpperCase() + words.slice(1)
}

function deniedWords([first, ...others]: readonly Denier[]): string | null {
  if (!first) return null
  const who = first.speaker === null ? `in ${first.paper}` : `by ${first.speaker} in ${first.paper}`
  return `denied ${who}${others.length > 0 ? `, and ${count(others.length, 'other')}` : ''}`
}

const MOST_LISTED = 2

function listed(names: readonly string[]): string {
  const more = names.length - MOST_LISTED
  return more > 0 ? `${names.slice(0, MOST_LISTED).join(', ')} +${more}` : names.join(', ')
}
