import { useEffect, useRef, useState } from 'react'
import { createStore, type Store } from '../state/store'
import type { LayoutInput, Positions } from './layout'
import type { LayoutAnswer, LayoutOrder } from './layout-worker'
import { startThread } from './start-thread'

export type LayoutState<Mapped> = {
  readonly state: 'moving' | 'paused' | 'rest' | 'failed'
  /** 0 to 1. */
  readonly progress: number
  /** A graph with the places of its nodes: the graph before, until the first places of this one are known; null before there was any. */
  readonly arranged: { readonly of: Mapped; readonly positions: Positions } | null
}

export type Arrangement<Mapped> = {
  /** A store, because it changes many times a second while nothing else does. */
  readonly layout: Store<LayoutState<Mapped>>
  readonly pause: () => void
  readonly goOn: () => void
  readonly retry: () => void
}

/** The places of a graph's nodes, worked out in a thread of their own; anew for each other graph. */
export function useLayout<Mapped extends { readonly nodes: LayoutInput }>(mapped: Mapped): Arrangement<Mapped> {
  const [layout] = useState(() => createStore<LayoutState<Mapped>>({ state: 'moving', progress: 0, arranged: null }))
  const [tries, setTries] = useState(0)
  const ask = useRef<(order: LayoutOrder) => void>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `tries` tries again
  useEffect(() => {
    const worker = startThread(() => new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module' }))
    const fail = () => layout.set((old) => ({ ...old, state: 'failed', arranged: null }))
    if (worker === null) return fail()
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches
    let isFirst = true
    layout.set(({ arranged }) => ({ state: 'moving', progress: 0, arranged }))
    worker.addEventListener('message', ({ data: { positions, progress, atRest } }: MessageEvent<LayoutAnswer>) => {
      // Who asked for less motion sees where it begins and where it ends.
      const isShown = isFirst || atRest || !still
      isFirst = false
      layout.set((old) => ({
        // A pause is not undone by what was told before the thread heard of it.
        state: atRest ? 'rest' : old.state,
        progress,
        arranged: isShown ? { of: mapped, positions } : old.arranged,
      }))
      if (atRest) worker.terminate()
    })
    worker.addEventListener('error', fail)
    ask.current = (order) => worker.postMessage(order)
    const { clusters, links } = mapped.nodes
    ask.current({ arrange: { clusters, links: links.map(({ from, to }) => ({ from, to })) } })
    return () => worker.terminate()
  }, [mapped, layout, tries])
  return {
    layout,
    pause() {
      ask.current?.('pause')
      layout.set((old) => ({ ...old, state: 'paused' }))
    },
    goOn() {
      ask.current?.('go on')
      layout.set((old) => ({ ...old, state: 'moving' }))
    },
    retry: () => setTries((old) => old + 1),
  }
}
