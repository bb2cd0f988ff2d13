/** A copy of a selection with one item in or out. */
export function toggled<T>(selected: ReadonlySet<T>, item: T): ReadonlySet<T> {
  const next = new Set(selected)
  if (!next.delete(item)) next.add(item)
  return next
}

/** A copy of a selection with everything between two items, in the order that is shown; only `to` when `from` is not shown. */
export function withRange<T>(order: readonly T[], selected: ReadonlySet<T>, from: T, to: T): ReadonlySet<T> {
  const ends = [order.indexOf(from), order.indexOf(to)].filter((index) => index !== -1)
  return new Set([...selected, ...order.slice(Math.min(...ends), Math.max(...ends) + 1)])
}
