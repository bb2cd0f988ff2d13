import { latestOnly } from './latest-only'
import { paintMap, type Scene, type View } from './paint'
import type { PaintOrder } from './paint-worker'

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

/** Whether the browser can draw in a thread. */
export function hasThreads(): boolean {
  return typeof OffscreenCanvas === 'function' && typeof ImageBitmapRenderingContext === 'function'
}

/**
 * Draws the map in a thread of its own, one drawing at a time: thousands of lines take tens of ms where there is no graphics card.
 * The canvas must not have been drawn on before.
 */
export function createThreadPainter(canvas: HTMLCanvasElement, { onPainted, onFailed }: Hooks): Painter {
  const context = canvas.getContext('bitmaprenderer')
  const worker = new Worker(new URL('./paint-worker.ts', import.meta.url), { type: 'module' })
  let known: Scene['nodes'] | null = null
  const queue = latestOnly((drawing: Drawing) => {
    const { nodes, ...rest } = drawing.scene
    const order: PaintOrder = { ...rest, nodes: nodes === known ? null : nodes, view: drawing.view }
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

/** Draws the map where everything else runs, in the next frame: for browsers that cannot do it in a thread. */
export function createPagePainter(canvas: HTMLCanvasElement, { onPainted }: Pick<Hooks, 'onPainted'>): Painter {
  const pen = canvas.getContext('2d')
  let asked = 0
  const queue = latestOnly((drawing: Drawing) => {
    asked = requestAnimationFrame(() => {
      const { size, density } = drawing.view
      canvas.width = Math.round(size.width * density)
      canvas.height = Math.round(size.height * density)
      if (pen) paintMap(pen, drawing.scene, drawing.view)
      queue.done()
      onPainted(drawing)
    })
  })
  return { paint: queue.ask, stop: () => cancelAnimationFrame(asked) }
}
