import { paintMap, type Scene, type View } from './paint'

/** A drawing that is asked for; `nodes` null when they are those of the last one. */
export type PaintOrder = Omit<Scene, 'nodes'> & { readonly nodes: Scene['nodes'] | null; readonly view: View }

const canvas = new OffscreenCanvas(1, 1)
const pen = canvas.getContext('2d')
let nodes: Scene['nodes'] = { tags: [], clusters: [], links: [], linksOf: [] }

globalThis.addEventListener('message', ({ data }: MessageEvent<PaintOrder>) => {
  // Who asked then draws by themselves.
  if (pen === null) throw new Error('This browser does not draw in a thread.')
  nodes = data.nodes ?? nodes
  const { size, density } = data.view
  canvas.width = Math.round(size.width * density)
  canvas.height = Math.round(size.height * density)
  paintMap(pen, { ...data, nodes }, data.view)
  const bitmap = canvas.transferToImageBitmap()
  globalThis.postMessage(bitmap, { transfer: [bitmap] })
})
