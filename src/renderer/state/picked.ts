import type { HighlightId } from '#annotations/model/ids'
import type { Client } from '#contract/client'
import { createStore, type Store } from './store'

/** The highlights that are selected, for what is done to many at once. One selection for every list of every view. */
export type Picked = {
  readonly ids: Store<ReadonlySet<HighlightId>>
  readonly set: (ids: Iterable<HighlightId>, on: boolean) => void
  /** Takes all of a list between the one that was picked last and this one; without such a one, this one alone. */
  readonly range: (list: readonly HighlightId[], to: HighlightId, on: boolean) => void
  readonly clear: () => void
}

export function createPicked(client: Pick<Client, 'on'>): Picked {
  const ids = createStore<ReadonlySet<HighlightId>>(new Set())
  let last: HighlightId | null = null
  const set = (some: Iterable<HighlightId>, on: boolean) =>
    ids.set((old) => {
      const next = new Set(old)
      for (const id of some) {
        if (on) next.add(id)
        else next.delete(id)
        last = id
      }
      return next.size === old.size && [...next].every((id) => old.has(id)) ? old : next
    })
  const clear = () => {
    last = null
    ids.set(new Set())
  }
  // What is gone cannot be acted on; undo brings it back, but not into the selection.
  client.on('desk.changed', ({ changes, unlisted }) => {
    if (unlisted) return clear()
    const gone = changes.flatMap((change) => (change.kind === 'highlight' && change.after === null ? [change.id] : []))
    if (gone.some((id) => ids.get().has(id))) set(gone, false)
  })
  return {
    ids,
    set,
    range(list, to, on) {
      const from = last === null ? -1 : list.indexOf(last)
      const at = list.indexOf(to)
      set(from === -1 || at === -1 ? [to] : list.slice(Math.min(from, at), Math.max(from, at) + 1), on)
      last = to
    },
    clear,
  }
}
