import { createLayout, type LayoutInput, type Positions } from './layout'

/** What the thread answers: places as they come to rest. */
export type LayoutAnswer = { readonly positions: Positions; readonly atRest: boolean }

/** ms between two answers: the map is seen to settle. */
const PAUSE = 80

// One graph a thread: another graph starts another, and ends this one.
globalThis.addEventListener('message', ({ data }: MessageEvent<LayoutInput>) => {
  const layout = createLayout(data)
  let told = performance.now()
  let moving = data.clusters.length > 0
  while (moving) {
    moving = layout.tick()
    if (!moving || performance.now() - told < PAUSE) continue
    tell({ positions: layout.positions(), atRest: false })
    told = performance.now()
  }
  tell({ positions: layout.positions(), atRest: true })
})

function tell(answer: LayoutAnswer): void {
  globalThis.postMessage(answer, { transfer: [answer.positions.buffer] })
}
