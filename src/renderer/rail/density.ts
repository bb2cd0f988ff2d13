import { placeCards } from './layout'

/** CSS px: the height that `data-density` gives a card that is not open; see card.module.css. */
export const ROOMY = 70
export const COMPACT = 30

/** CSS px that a roomy card may lie off its passage before its neighbourhood counts as dense. */
const TOLERANCE = 90

/**
 * Which cards are to be one line, because with two lines of words they would drift away from their passages. All cards that
 * touch a drifting one shrink with it. The open card does not count: walking through an article must not reshape the rail.
 *
 * @param tops where passages begin, in CSS px, in reading order
 */
export function denseCards(tops: readonly number[], gap: number): readonly boolean[] {
  const placed = placeCards(
    tops.map((top) => ({ top, height: ROOMY })),
    gap,
    null,
  )
  const dense = tops.map(() => false)
  let first = 0
  for (let i = 0; i < tops.length; i++) {
    const touchesNext = i + 1 < tops.length && (placed[i + 1] ?? 0) - (placed[i] ?? 0) < ROOMY + gap + 1
    if (touchesNext) continue
    const drifts = tops.slice(first, i + 1).some((top, k) => Math.abs((placed[first + k] ?? 0) - top) > TOLERANCE)
    if (drifts) dense.fill(true, first, i + 1)
    first = i + 1
  }
  return dense
}

/** Indexes of the first card that ends below `from` and of the first that begins below `to`, both in CSS px. */
export function cardsBetween(
  tops: ArrayLike<number>,
  heights: ArrayLike<number>,
  from: number,
  to: number,
): { readonly first: number; readonly end: number } {
  const first = firstWhere(tops.length, (i) => (tops[i] ?? 0) + (heights[i] ?? 0) > from)
  const end = firstWhere(tops.length, (i) => (tops[i] ?? 0) >= to)
  return { first, end: Math.max(first, end) }
}

/** Binary search for the first index that passes a test which, once passed, all later ones pass. */
function firstWhere(length: number, passes: (index: number) => boolean): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (passes(middle)) high = middle
    else low = middle + 1
  }
  return low
}
