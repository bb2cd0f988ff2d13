/** Screens beyond the view that rows are made for: making a few at every turn of the wheel costs more than many at once. */
const AHEAD = 12
/** Screens beyond the view that are to have rows before they are scrolled to. */
const SOON = 4

/** What is seen of a list whose rows are all of one height; lengths in CSS px. */
export type Seen = {
  readonly scrollTop: number
  readonly viewHeight: number
  readonly rowHeight: number
}

function around({ scrollTop, viewHeight, rowHeight }: Seen, screens: number) {
  return {
    from: Math.max(0, Math.floor((scrollTop - screens * viewHeight) / rowHeight)),
    to: Math.max(0, Math.ceil((scrollTop + (screens + 1) * viewHeight) / rowHeight)),
  }
}

/** Whether every row in view is made, and those that may be scrolled to soon: what is missing in view cannot wait. */
export function missing<T>(made: ReadonlySet<T>, order: readonly T[], seen: Seen): 'in view' | 'near' | null {
  const lacks = (screens: number) => {
    const { from, to } = around(seen, screens)
    return order.slice(from, to).some((item) => !made.has(item))
  }
  if (lacks(0)) return 'in view'
  return lacks(SOON) ? 'near' : null
}

/** A copy of what is made with the rows around what is seen. */
export function withNear<T>(made: ReadonlySet<T>, order: readonly T[], seen: Seen): ReadonlySet<T> {
  const { from, to } = around(seen, AHEAD)
  return new Set([...made, ...order.slice(from, to)])
}

/** Where a key goes to from anywhere in a list: its first or its last row; null for other keys. */
export function seenAfterKey(key: string, seen: Seen, total: number): Seen | null {
  if (key === 'Home') return { ...seen, scrollTop: 0 }
  if (key === 'End') return { ...seen, scrollTop: Math.max(0, total * seen.rowHeight - seen.viewHeight) }
  return null
}
