import { useCallback, useRef, useSyncExternalStore } from 'react'
import type { OpenArticle } from '../state/open-article'
import type { Store } from '../state/store'
import type { Pane } from './pane'

/** The same value of every pane, from the left; a new array only when one of them is another. */
function useEach<T>(
  panes: readonly Pane[],
  read: (pane: Pane) => T,
  stores: (pane: Pane) => Pick<Store<unknown>, 'subscribe'>,
): readonly T[] {
  const last = useRef<readonly T[]>([])
  const subscribe = useCallback(
    (listener: () => void) => {
      const stops = panes.map((pane) => stores(pane).subscribe(listener))
      return () => {
        for (const stop of stops) stop()
      }
    },
    [panes, stores],
  )
  return useSyncExternalStore(subscribe, () => {
    const now = panes.map(read)
    const same = now.length === last.current.length && now.every((value, at) => Object.is(value, last.current[at]))
    if (!same) last.current = now
    return last.current
  })
}

const articleOf = ({ app }: Pane): OpenArticle | null => {
  const state = app.reader.store.get()
  return state.state === 'open' ? state.article : null
}
const readerOf = ({ app }: Pane) => app.reader.store

/** The articles that are open side by side; null where none is. */
export function useArticles(panes: readonly Pane[]): readonly (OpenArticle | null)[] {
  return useEach(panes, articleOf, readerOf)
}

const isReadingIn = ({ app }: Pane) => app.reader.store.get().state === 'loading'

/** Whether any side's article is still on its way. */
export function useAnyReading(panes: readonly Pane[]): boolean {
  return useEach(panes, isReadingIn, readerOf).includes(true)
}

const portOf = ({ scroller }: Pane) => scroller.get()
const scrollerOf = ({ scroller }: Pane) => scroller

/** The elements that scroll the articles; null where none is drawn. */
export function useScrollers(panes: readonly Pane[]): readonly (HTMLElement | null)[] {
  return useEach(panes, portOf, scrollerOf)
}
