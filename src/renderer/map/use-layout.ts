import { useEffect, useState } from 'react'
import type { LayoutInput, Positions } from './layout'
import type { LayoutAnswer } from './layout-worker'

export type LayoutState =
  /** `positions` is null until there are any. */
  | { readonly state: 'moving' | 'rest'; readonly positions: Positions | null; readonly of: LayoutInput }
  | { readonly state: 'failed' }

/** The places of a graph's nodes, worked out in a thread of their own; anew for each other graph. */
export function useLayout(input: LayoutInput): { readonly layout: LayoutState; readonly retry: () => void } {
  const [layout, setLayout] = useState<LayoutState>({ state: 'moving', positions: null, of: input })
  const [tries, setTries] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `tries` tries again
  useEffect(() => {
    const worker = new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module' })
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches
    worker.addEventListener('message', ({ data }: MessageEvent<LayoutAnswer>) => {
      if (still && !data.atRest) return
      setLayout({ state: data.atRest ? 'rest' : 'moving', positions: data.positions, of: input })
      if (data.atRest) worker.terminate()
    })
    worker.addEventListener('error', () => setLayout({ state: 'failed' }))
    worker.postMessage({ clusters: input.clusters, links: input.links.map(({ from, to }) => ({ from, to })) })
    return () => worker.terminate()
  }, [input, tries])
  return { layout, retry: () => setTries((old) => old + 1) }
}
