import { isSymmetric } from '#annotations/model/relation'
import { readPalette, watchPalette } from '../figures/palette'
import { RELATION_LOOKS } from '../figures/relation-look'
import type { Drawn, Mark, Port } from './curves'
import type { Tie } from './ties'

/** One curve as it is to be drawn. */
export type Stroke = { readonly tie: Tie; readonly form: Drawn; readonly lit: boolean }

export type CurveCanvas = {
  /** Takes up the place between the first and the last text. CSS px in the layer. */
  readonly fit: (ports: readonly Port[], height: number) => void
  /** @param pending a link that is being made, or null */
  readonly draw: (strokes: readonly Stroke[], dims: boolean, pending: Drawn | null) => void
  readonly destroy: () => void
}

/** How strong a curve is: of those that step back, of stubs, and of what lies beneath a text. */
const FAINT = 0.2
const STUB = 0.7
const UNDER = 0.3
/** CSS px. */
const HEAD = { length: 8.5, half: 4 }
const DOT = 2.6

/**
 * Draws curves on a canvas. As elements, some forty of them that all change their form in a frame cost the browser more than
 * the frame has; here they are some hundred calls.
 */
export function createCurveCanvas(canvas: HTMLCanvasElement): CurveCanvas {
  const context = canvas.getContext('2d')
  let palette = readPalette()
  let origin = { x: 0, y: 0 }
  const stopWatching = watchPalette(() => {
    palette = readPalette()
  })

  const stroke = ({ tie, form, lit }: Stroke, dims: boolean) => {
    if (!context) return
    const { token, dashes } = RELATION_LOOKS[tie.link.relation]
    context.globalAlpha = lit ? 1 : dims ? FAINT : form.shape === 'part' ? STUB : 1
    context.strokeStyle = palette[token]
    context.fillStyle = palette[token]
    context.lineWidth = lit ? 2.5 : 1.5
    context.setLineDash([...dashes])
    context.stroke(new Path2D(form.line))
    for (const mark of form.marks) end(context, mark, isTarget(tie, mark))
    if (form.under === '') return
    context.globalAlpha *= lit ? 2 * UNDER : UNDER
    context.stroke(new Path2D(form.under))
  }
  return {
    fit(ports, height) {
      const [first, last] = [ports[0], ports.at(-1)]
      if (!first || !last) return
      const ratio = window.devicePixelRatio
      const [width, top] = [Math.max(0, last.left - first.right), first.top]
      origin = { x: first.right, y: top }
      canvas.style.insetInlineStart = `${first.right}px`
      canvas.style.insetBlockStart = `${top}px`
      canvas.style.inlineSize = `${width}px`
      canvas.style.blockSize = `${height - top}px`
      canvas.width = Math.round(width * ratio)
      canvas.height = Math.round((height - top) * ratio)
    },
    draw(strokes, dims, pending) {
      if (!context) return
      const ratio = window.devicePixelRatio
      context.setTransform(1, 0, 0, 1, 0, 0)
      context.clearRect(0, 0, canvas.width, canvas.height)
      context.setTransform(ratio, 0, 0, ratio, -origin.x * ratio, -origin.y * ratio)
      // What is lit lies above the rest.
      for (const each of strokes) if (!each.lit) stroke(each, dims)
      for (const each of strokes) if (each.lit) stroke(each, dims)
      if (!pending) return
      context.globalAlpha = 1
      context.strokeStyle = palette['--accent']
      context.lineWidth = 2.5
      context.setLineDash([5, 4])
      context.stroke(new Path2D(`${pending.line} ${pending.under}`))
    },
    destroy: stopWatching,
  }
}

/** An arrowhead where a directed link leads, a dot elsewhere. */
function end(context: CanvasRenderingContext2D, { x, y, towards }: Mark, isHead: boolean): void {
  context.beginPath()
  if (isHead) {
    context.moveTo(x, y)
    context.lineTo(x - towards * HEAD.length, y - HEAD.half)
    context.lineTo(x - towards * HEAD.length, y + HEAD.half)
  } else context.arc(x - towards * DOT, y, DOT, 0, 2 * Math.PI)
  context.fill()
}

function isTarget(tie: Tie, { end }: Mark): boolean {
  return !isSymmetric(tie.link.relation) && tie.link.to === tie[end].id
}
