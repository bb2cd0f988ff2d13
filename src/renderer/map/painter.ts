import { latestOnly } from './latest-only'
import type { Scene, View } from './paint'
import type { PaintOrder } from './paint-worker'
import { startThread } from './start-thread'

/** What a canvas shows. */
export type Drawing = { readonly scene: Scene; readonly view: View }

export type Painter = {
  /** Draws it, before long; of several that are asked for meanwhile the last alone. */
  readonly paint: (drawing: Drawing) => void
  readonly stop: () => void
}

type Hooks = {
  /** The canvas shows it, from this moment on. */
  readonly onPainted: (drawing: Drawing) => void
  /** It cannot draw, and never will. */
  readonly onFailed: () => void
}

/**
 * Draws the map in a thread of its own, one drawing at a time: thousands of lines take tens of ms where there is no graphics card.
 * The canvas must not have been drawn on before.
 */
export function createPainter(canvas: HTMLCanvasElement, { onPainted, onFailed }: Hooks): Painter {
  const context = canvas.getContext('bitmaprenderer')
  const worker = startThread(() => new Worker(new URL('./paint-worker.ts', import.meta.url), { type: 'module' }))
  if (worker === null) {
    onFailed()
    return { paint() {}, stop() {} }
  }
  let known: Scene['nodes'] | null = null
  const queue = latestOnly(({ scene, view }: Drawing) => {
    const { nodes, positions, palette, clusters } = scene
    const { tags, links, linksOf } = nodes
    const order: PaintOrder = {
      nodes: nodes === known ? null : { tags, links, linksOf },
      positions,
      palette,
      // Names of thousands of clusters take longer to send than everything else.
      clusters: clusters.map(({ x, y, radius }) => ({ x, y, radius })),
      view,
    }
    known = nodes
    worker.postMessage(order)
  })
  worker.addEventListener('message', ({ data }: MessageEvent<ImageBitmap>) => {
    // The next one is drawn while this one is shown.
    const done = queue.done()
    context?.transferFromImageBitmap(data)
    if (done) onPainted(done)
  })
  worker.addEventListener('error', onFailed)
  return { paint: queue.ask, stop: () => worker.terminate() }
}
