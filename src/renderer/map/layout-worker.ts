import { createLayout, type Layout, type LayoutInput, type Positions } from './layout'

/** What the thread is asked: to arrange a graph, to pause, to go on. One graph a thread: another graph starts another, and ends this one. */
export type LayoutOrder = { readonly arrange: LayoutInput } | 'pause' | 'go on'

/** What the thread answers: places, from where they begin until they rest. `progress` is 0 to 1. */
export type LayoutAnswer = { readonly positions: Positions; readonly progress: number; readonly atRest: boolean }

/** ms between two answers: the map is seen to settle. */
const PAUSE = 100

let layout: Layout | null = null
let next: ReturnType<typeof setTimeout> | undefined

globalThis.addEventListener('message', ({ data }: MessageEvent<LayoutOrder>) => {
  clearTimeout(next)
  if (data === 'pause') return
  if (data === 'go on') return goOn()
  layout = createLayout(data.arrange)
  tell(layout, data.arrange.clusters.length === 0)
  if (data.arrange.clusters.length > 0) next = setTimeout(goOn)
})

/** Works for a while, tells, and listens before it goes on. */
function goOn(): void {
  if (layout === null) return
  const begun = performance.now()
  let moving = true
  while (moving && performance.now() - begun < PAUSE) moving = layout.tick()
  tell(layout, !moving)
  if (moving) next = setTimeout(goOn)
}

function tell(from: Layout, atRest: boolean): void {
  const answer: LayoutAnswer = { positions: from.positions(), progress: from.progress(), atRest }
  globalThis.postMessage(answer, { transfer: [answer.positions.buffer] })
}
