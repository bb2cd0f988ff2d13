import type { Sight } from '../state/map-route'
import type { Store } from '../state/store'
import { type Camera, cameraOf, fitted, isWornOut, moveDrawing, pan, type Size, sightOf } from './camera'
import { type Focus, paintFocus, type Scene } from './paint'
import { paintWords } from './paint-words'
import { createPainter, type Drawing } from './painter'

/** Two canvases on one sheet of paper: the map below, and above it the words and what is chosen. */
export type SheetElements = {
  /** What one sees of the sheet. */
  readonly frame: HTMLElement
  readonly sheet: HTMLElement
  readonly base: HTMLCanvasElement
  readonly front: HTMLCanvasElement
}

export type SheetInput = {
  readonly scene: Scene
  readonly focus: Focus
  /** Null as long as everything is seen. */
  readonly sight: Store<Sight | null>
  readonly wordsOf: (node: number) => string
}

export type Sheet = {
  /** What lies on the map is another. */
  readonly draw: () => void
  /** What is chosen, under the pointer or named is another. */
  readonly drawFront: () => void
  /** Where the map is seen from now. */
  readonly seen: () => Camera
  readonly lookFrom: (camera: Camera) => void
  readonly stop: () => void
}

/** CSS px that are drawn beyond each edge: so far the drawing is only moved, which costs next to nothing at any size of map. */
const SPARE = 240
/** ms without a move after which a drawing that was grown is drawn anew. */
const REST = 120

/**
 * Keeps what a camera sees drawn. While the camera moves, the sheet is moved with it, and a new drawing takes its place before the old
 * one ends: a push, a zoom or a hover never waits for thousands of lines. `onFailed`: it cannot be drawn, and never will.
 */
export function createSheet(
  { frame, sheet, base, front }: SheetElements,
  input: { readonly current: SheetInput },
  onFailed: () => void,
): Sheet {
  const pen = front.getContext('2d')
  let shown: Drawing | null = null
  let rest: ReturnType<typeof setTimeout> | undefined
  let asked = 0

  const size = (): Size => ({ width: frame.clientWidth, height: frame.clientHeight })
  const cameraFor = ({ bounds }: Scene) => {
    const sight = input.current.sight.get()
    return sight === null ? fitted(bounds, size()) : cameraOf(sight, size())
  }
  // Until other places are drawn everything is seen where it is drawn.
  const seen = () => cameraFor(shown?.scene ?? input.current.scene)
  const draw = () => {
    const { scene } = input.current
    const { width, height } = size()
    if (width === 0) return
    const view = {
      camera: pan(cameraFor(scene), SPARE, SPARE),
      size: { width: width + 2 * SPARE, height: height + 2 * SPARE },
      spare: SPARE,
      density: window.devicePixelRatio,
    }
    painter.paint({ scene, view })
  }
  const place = () => {
    clearTimeout(rest)
    if (shown === null) return
    const moved = moveDrawing(pan(shown.view.camera, -SPARE, -SPARE), seen())
    sheet.style.transform = `translate(${moved.x}px, ${moved.y}px) scale(${moved.scale})`
    if (isWornOut(moved, size(), SPARE)) draw()
    else if (moved.scale !== 1) rest = setTimeout(draw, REST)
  }
  const drawFrontNow = () => {
    asked = 0
    if (pen === null || shown === null) return
    const { scene, focus, wordsOf } = input.current
    // What is drawn may still be another graph, whose nodes are others.
    const isKnown = shown.scene.nodes === scene.nodes
    const lit = isKnown ? focus : { chosen: null, hovered: null, focused: false }
    base.toggleAttribute('data-dimmed', lit.chosen !== null || lit.hovered !== null)
    paintFocus(pen, shown.scene, shown.view, lit)
    paintWords(pen, shown.scene, shown.view, lit, isKnown ? wordsOf : () => '')
  }
  const onPainted = (drawing: Drawing) => {
    const { size: whole, density } = drawing.view
    if (shown === null || shown.view.size.width !== whole.width || shown.view.size.height !== whole.height) {
      for (const { style } of [base, front]) {
        style.inlineSize = `${whole.width}px`
        style.blockSize = `${whole.height}px`
      }
    }
    // Setting a size clears and makes anew, even the same one.
    const [width, height] = [Math.round(whole.width * density), Math.round(whole.height * density)]
    if (front.width !== width) front.width = width
    if (front.height !== height) front.height = height
    shown = drawing
    drawFrontNow()
    place()
  }
  const painter = createPainter(base, { onPainted, onFailed })
  const stopWatching = input.current.sight.subscribe(place)
  const observer = new ResizeObserver(draw)
  observer.observe(frame)
  return {
    draw,
    drawFront() {
      if (asked === 0) asked = requestAnimationFrame(drawFrontNow)
    },
    seen,
    lookFrom: (camera) => input.current.sight.set(sightOf(camera, size())),
    stop() {
      clearTimeout(rest)
      cancelAnimationFrame(asked)
      observer.disconnect()
      stopWatching()
      painter.stop()
    },
  }
}
