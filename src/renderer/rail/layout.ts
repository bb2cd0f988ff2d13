/** A card to be placed: where its passage begins and how tall it is, in CSS px. */
export type CardBox = { readonly top: number; readonly height: number }

/** A run of cards that touch, and the shift they share: the mean of what each would like. */
type Run = { readonly first: number; readonly count: number; readonly shift: number }

/**
 * The tops of cards that do not overlap and lie as near to their passages as can be: of all such arrangements, the one whose
 * squared displacements add up to the least. Subtracting the room that the cards before it take turns "no overlap" into "in
 * rising order", which the pool-adjacent-violators algorithm solves in linear time (Barlow et al., Statistical Inference under
 * Order Restrictions, 1972). The card at `level` lies exactly level with its passage, unless those before it leave no room
 * below zero; the others arrange themselves around it.
 *
 * @param cards in reading order
 * @param gap CSS px between two cards
 * @param level index of the card to keep level, or null
 */
export function placeCards(cards: readonly CardBox[], gap: number, level: number | null): Float64Array {
  const wanted = new Float64Array(cards.length)
  const before = new Float64Array(cards.length)
  let taken = 0
  cards.forEach((card, i) => {
    before[i] = taken
    wanted[i] = card.top - taken
    taken += card.height + gap
  })
  // Bounds on a rising sequence only cut it off: the best bounded arrangement is the best unbounded one, clamped.
  const clamped = (from: number, to: number, low: number, high: number) =>
    risingShifts(wanted.subarray(from, to)).map((shift) => Math.min(high, Math.max(low, shift)))
  const shifts = new Float64Array(cards.length)
  if (level === null) {
    shifts.set(clamped(0, cards.length, 0, Number.POSITIVE_INFINITY))
  } else {
    const fixed = Math.max(0, wanted[level] ?? 0)
    shifts.set(clamped(0, level, 0, fixed))
    shifts[level] = fixed
    shifts.set(clamped(level + 1, cards.length, fixed, Number.POSITIVE_INFINITY), level + 1)
  }
  return shifts.map((shift, i) => shift + (before[i] ?? 0))
}

/** The rising sequence nearest to the wanted one in least squares. */
function risingShifts(wanted: Float64Array): Float64Array {
  const runs: Run[] = []
  wanted.forEach((shift, first) => {
    let run: Run = { first, count: 1, shift }
    for (let last = runs.at(-1); last !== undefined && last.shift >= run.shift; last = runs.at(-1)) {
      runs.pop()
      const count = last.count + run.count
      run = { first: last.first, count, shift: (last.shift * last.count + run.shift * run.count) / count }
    }
    runs.push(run)
  })
  const shifts = new Float64Array(wanted.length)
  for (const run of runs) shifts.fill(run.shift, run.first, run.first + run.count)
  return shifts
}
