/** How long a place must have been looked at for `back` to return to it, in ms. */
const LOOKED_AT = 1_000

/**
 * Which places within a view `back` returns to: those that were clicked or entered, and those that were looked at for a while. What
 * an arrow or a letter only passed by, on the way to another, is none.
 */
export type Steps = {
  /** What the analyst does: a click and Enter mean the place, other keys may go on. */
  readonly did: (event: { readonly type: string; readonly key?: string }) => void
  /** A place was gone to or returned to. */
  readonly arrived: () => void
  /** Goes on to another place of the view; whether the one before stays behind it. */
  readonly leaves: () => boolean
}

/** @param now the time in ms */
export function createSteps(now: () => number): Steps {
  let meant = true
  let since = now()
  let deliberate = false
  return {
    did({ type, key }) {
      deliberate = type !== 'keydown' || key === 'Enter'
      if (key === 'Enter') meant = true
    },
    arrived() {
      meant = true
    },
    leaves() {
      const stays = meant || now() - since >= LOOKED_AT
      meant = deliberate
      since = now()
      return stays
    },
  }
}
