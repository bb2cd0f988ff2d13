import { type Painted, paintMap, type View } from './paint'

/** A drawing that is asked for; `nodes` null when they are those of the last one. */
export type PaintOrder = Omit<Painted, 'nodes'> & { readonly nodes: Painted['nodes'] | null; readonly view: View }

const canvas = new OffscreenCanvas(1, 1)
const pen = canvas.getContext('2d')
let nodes: Painted['nodes'] = { tags: [], links: [], linksOf: [] }

globalThis.addEventListener('message', ({ data }: MessageEvent<PaintOrder>) => {
  // Who asked then says that it cannot be drawn.
  if (pen === null) throw new Error('This browser does not draw in a thread.')
  nodes = data.nodes ?? nodes
  const { size, density } = data.view
  canvas.width = Math.round(size.width * density)
  canvas.height = Math.round(size.height * density)
  paintMap(pen, { ...data, nodes }, data.view)
  const bitmap = canvas.transferToImageBitmap()
  globalThis.postMessage(bitmap, { transfer: [bitmap] })
})
