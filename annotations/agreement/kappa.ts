/** What two annotators called one thing, and how many such things there are. */
export type Judged = { readonly left: string; readonly right: string; readonly count: number }

/**
 * Cohen's κ (J. Cohen, A coefficient of agreement for nominal scales, Educational and Psychological Measurement 20, 1960):
 * how much more often two annotators agree than if each had drawn the same categories by chance. 1 always, 0 as by
 * chance, below 0 less. Null where it is not defined: nothing was judged, or both called everything the same.
 */
export function cohensKappa(judged: Iterable<Judged>): number | null {
  const left = new Map<string, number>()
  const right = new Map<string, number>()
  let [total, agreed] = [0, 0]
  for (const { left: a, right: b, count } of judged) {
    left.set(a, (left.get(a) ?? 0) + count)
    right.set(b, (right.get(b) ?? 0) + count)
    total += count
    if (a === b) agreed += count
  }
  let chance = 0
  for (const [category, count] of left) chance += count * (right.get(category) ?? 0)
  const [observed, expected] = [agreed / total, chance / total ** 2]
  return total === 0 || expected === 1 ? null : (observed - expected) / (1 - expected)
}
