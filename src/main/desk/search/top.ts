/** Keeps the best few of many without sorting the rest. `compare` is negative when `a` comes first. */
export type Top<T> = { readonly offer: (item: T) => void; readonly items: () => readonly T[] }

export function createTop<T>(limit: number, compare: (a: T, b: T) => number): Top<T> {
  const best: T[] = []
  return {
    offer(item) {
      const worst = best.at(-1)
      if (best.length === limit && worst !== undefined && compare(item, worst) >= 0) return
      let low = 0
      let high = best.length
      while (low < high) {
        const middle = (low + high) >>> 1
        const there = best[middle]
        if (there !== undefined && compare(there, item) <= 0) low = middle + 1
        else high = middle
      }
      best.splice(low, 0, item)
      if (best.length > limit) best.pop()
    },
    items: () => best,
  }
}
