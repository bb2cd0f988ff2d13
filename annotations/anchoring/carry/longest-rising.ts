/** The longest subsequence of pairs whose second members rise, by patience sorting (Fredman, Discrete Math. 11, 1975). */
export function longestRising(pairs: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const piles: number[] = []
  const before: (number | undefined)[] = []
  pairs.forEach(([, j], index) => {
    let low = 0
    let high = piles.length
    while (low < high) {
      const middle = (low + high) >> 1
      const top = pairs[piles[middle] ?? 0]
      if (top !== undefined && top[1] < j) low = middle + 1
      else high = middle
    }
    before[index] = low > 0 ? piles[low - 1] : undefined
    piles[low] = index
  })
  const rising: (readonly [number, number])[] = []
  for (let at = piles.at(-1); at !== undefined; at = before[at]) {
    const pair = pairs[at]
    if (pair) rising.push(pair)
  }
  return rising.reverse()
}
