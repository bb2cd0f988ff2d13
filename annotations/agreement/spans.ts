import type { Highlight } from '../model/highlight'
import { isSymmetric, type Relation } from '../model/relation'

/** How many marks each of two annotators made, and how many of them the other made too, as each side counts. */
export type Matches = {
  readonly left: number
  readonly right: number
  readonly leftFound: number
  readonly rightFound: number
}

export const NO_MATCHES: Matches = { left: 0, right: 0, leftFound: 0, rightFound: 0 }

export function addMatches(a: Matches, b: Matches): Matches {
  return {
    left: a.left + b.left,
    right: a.right + b.right,
    leftFound: a.leftFound + b.leftFound,
    rightFound: a.rightFound + b.rightFound,
  }
}

/** Shares from 0 to 1; null where there is nothing to have a share of. */
export type Scores = { readonly precision: number | null; readonly recall: number | null; readonly f1: number | null }

/**
 * The right side held against the left: precision, the share of its marks that the left made too; recall, the share of
 * the left's that it made too; F1, their harmonic mean, which is the same whichever side is held against the other.
 */
export function scoresOf({ left, right, leftFound, rightFound }: Matches): Scores {
  const precision = right === 0 ? null : rightFound / right
  const recall = left === 0 ? null : leftFound / left
  if (precision === null || recall === null) return { precision, recall, f1: left + right === 0 ? null : 0 }
  const sum = precision + recall
  return { precision, recall, f1: sum === 0 ? 0 : (2 * precision * recall) / sum }
}

/** Highlights of one text with the same tag and the same ends. */
export function exactMatches(left: readonly Highlight[], right: readonly Highlight[]): Matches {
  const [lefts, rights] = [new Set(left.map(keyOf)), new Set(right.map(keyOf))]
  return countMatches(
    left,
    right,
    (one) => rights.has(keyOf(one)),
    (one) => lefts.has(keyOf(one)),
  )
}

/**
 * Highlights of one text with the same tag that share at least a character, each counted on its own side (the directional
 * agr of J. Wiebe, T. Wilson, C. Cardie, Annotating expressions of opinions and emotions in language, 2005).
 */
export function overlappingMatches(left: readonly Highlight[], right: readonly Highlight[]): Matches {
  const meets = (others: readonly Highlight[]) => (one: Highlight) =>
    others.some((other) => other.tag === one.tag && overlap(one, other))
  return countMatches(left, right, meets(right), meets(left))
}

function countMatches<T>(
  left: readonly T[],
  right: readonly T[],
  inRight: (one: T) => boolean,
  inLeft: (one: T) => boolean,
): Matches {
  const [leftFound, rightFound] = [left.filter(inRight).length, right.filter(inLeft).length]
  return { left: left.length, right: right.length, leftFound, rightFound }
}

/** Tag and place, for highlights of one text. */
export function keyOf({ tag, anchor }: Highlight): string {
  return `${tag} ${anchor.start} ${anchor.end}`
}

export function overlap(a: Highlight, b: Highlight): boolean {
  return a.anchor.start < b.anchor.end && b.anchor.start < a.anchor.end
}

/** One end of a link: where it stands in which of the compared texts. */
export type LinkEnd = { readonly text: number; readonly start: number; readonly end: number }
export type PlacedLink = { readonly relation: Relation; readonly from: LinkEnd; readonly to: LinkEnd }

/** Links of the same relation and direction whose ends stand at the same places, or at overlapping ones. */
export function linkMatches(left: readonly PlacedLink[], right: readonly PlacedLink[], exact: boolean): Matches {
  const meets = (a: LinkEnd, b: LinkEnd) =>
    a.text === b.text && (exact ? a.start === b.start && a.end === b.end : a.start < b.end && b.start < a.end)
  const same = (a: PlacedLink) => (b: PlacedLink) =>
    a.relation === b.relation &&
    ((meets(a.from, b.from) && meets(a.to, b.to)) ||
      (isSymmetric(a.relation) && meets(a.from, b.to) && meets(a.to, b.from)))
  return countMatches(
    left,
    right,
    (one) => right.some(same(one)),
    (one) => left.some(same(one)),
  )
}
