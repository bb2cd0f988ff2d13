import { useSyncExternalStore } from 'react'

/** A value that the page watches. */
export type Store<T> = {
  readonly get: () => T
  readonly set: (next: T | ((old: T) => T)) => void
  readonly subscribe: (listener: () => void) => () => void
}

export function createStore<T>(initial: T): Store<T> {
  let value = initial
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set(next) {
      // A function is always an updater here: no store holds functions.
      const updated = typeof next === 'function' ? (next as (old: T) => T)(value) : next
      if (Object.is(updated, value)) return
      value = updated
      for (const listener of [...listeners]) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

/** Re-renders when the selected part changes by identity: a selector must not build a new object at every call. */
export function useStore<T, S>(store: Store<T>, select: (value: T) => S): S {
  return useSyncExternalStore(store.subscribe, () => select(store.get()))
}
