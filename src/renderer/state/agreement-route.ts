import { PAIR_NUMBERS, type PairNumber } from '#annotations/agreement/pair-table'
import { TAGS, type Tag } from '#annotations/model/highlight'
import type { SideRef } from '#contract/agreement-methods'

/** Two of the sides, by their places: the earlier one first. */
export type SidePair = readonly [number, number]

/** Who is compared with whom, and what of it is looked at. */
export type AgreementPlace = {
  readonly view: 'agreement'
  /** A colleague's file is one as long as this window is open. */
  readonly sides: readonly SideRef[]
  /** The two whose numbers are shown; null for those of all together. */
  readonly pair: SidePair | null
  /** Whether the table of numbers is open: on a small screen it takes half of it. */
  readonly numbers: boolean
  /** The number of each two of the sides that a table shows; null while that is closed. */
  readonly each: PairNumber | null
  /** The tags whose disagreements are listed; all of them without any. */
  readonly tags: readonly Tag[]
  /** The disagreement that is looked at: the first without it. */
  readonly at: string | null
}

/** The two busiest annotators of the desk. */
export const ANY_AGREEMENT: AgreementPlace = {
  view: 'agreement',
  sides: [],
  pair: null,
  numbers: true,
  each: null,
  tags: [],
  at: null,
}

/** Reads `with=desk.Ada&with=file-1.Bo&with=file-2&pair=0-2&numbers=no&each=u-alpha&tags=claim&at=…`: the desk or a file, and after a point who of it; everyone without one. */
export function parseAgreement(search: string): AgreementPlace {
  const query = new URLSearchParams(search)
  const tags = query.get('tags')?.split(',') ?? []
  return {
    view: 'agreement',
    sides: query.getAll('with').map(parseSide),
    pair: parsePair(query.get('pair')),
    numbers: query.get('numbers') !== 'no',
    each: PAIR_NUMBERS.find((number) => number === query.get('each')) ?? null,
    tags: TAGS.filter((tag) => tags.includes(tag)),
    at: query.get('at'),
  }
}

export function formatAgreement({ sides, pair, numbers, each, tags, at }: AgreementPlace): string {
  const parts = [
    ...sides.map((side) => `with=${encodeURIComponent(sideKey(side))}`),
    pair !== null && `pair=${pair.join('-')}`,
    !numbers && 'numbers=no',
    each !== null && `each=${each}`,
    tags.length > 0 && `tags=${tags.join(',')}`,
    at !== null && `at=${encodeURIComponent(at)}`,
  ].filter((part) => part !== false)
  return parts.length === 0 ? '#/agreement' : `#/agreement?${parts.join('&')}`
}

/** A side as one word: no two sides have the same. */
export function sideKey({ file, annotator }: SideRef): string {
  return annotator === null ? (file ?? DESK) : `${file ?? DESK}.${annotator}`
}

const DESK = 'desk'

/** The side that a word means; the tokens of files have no point in them. */
function parseSide(word: string): SideRef {
  const point = word.indexOf('.')
  const pile = point === -1 ? word : word.slice(0, point)
  return { file: pile === DESK ? null : pile, annotator: point === -1 ? null : word.slice(point + 1) }
}

function parsePair(word: string | null): SidePair | null {
  const [, one, other] = /^(\d)-(\d)$/.exec(word ?? '') ?? []
  return Number(one) < Number(other) ? [Number(one), Number(other)] : null
}
