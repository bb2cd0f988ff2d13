import type { Shares } from '../state/comparing'

/** The least share of the width that a side may have: enough to read a line of some words. */
const LEAST = 0.2

/**
 * The shares after the edge behind a side was moved: what the side gains, the next one loses, and none gets less than the
 * least. The others stay as they are.
 *
 * @param at the side before the edge, from 0
 * @param by share of the width, towards the right
 */
export function moveEdge(shares: Shares, at: number, by: number): Shares {
  const [one, other] = [shares[at] ?? 0, shares[at + 1] ?? 0]
  const both = one + other
  const least = Math.min(LEAST, both / 2)
  const moved = Math.min(both - least, Math.max(least, one + by))
  return shares.with(at, moved).with(at + 1, both - moved)
}

/** How far the edge behind a side may go: shares of the width of that side. */
export function limits(shares: Shares, at: number): { readonly least: number; readonly most: number } {
  const both = (shares[at] ?? 0) + (shares[at + 1] ?? 0)
  const least = Math.min(LEAST, both / 2)
  return { least, most: both - least }
}
