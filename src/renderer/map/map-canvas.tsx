import {
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type RefObject,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { Palette } from '../figures/relation-look'
import { readPalette } from '../figures/save-figure'
import { useGestures } from '../figures/use-gestures'
import { useLatest } from '../reader/use-latest'
import type { Store } from '../state/store'
import { bringIntoView, type Camera, fitted, moveBitmap, pan, placeAt, type Size, zoomAt } from './camera'
import { clusterCircles } from './clusters'
import { DIRECTIONS, type Direction, nodeAt, step } from './find-node'
import type { Positions } from './layout'
import styles from './map-canvas.module.css'
import type { MapNodes } from './map-nodes'
import { paintMap } from './paint'
import { paintWords } from './paint-words'

type MapCanvasProps = {
  readonly nodes: MapNodes
  readonly positions: Positions
  readonly frame: RefObject<HTMLDivElement | null>
  /** Null as long as everything is shown. */
  readonly camera: Store<Camera | null>
  readonly chosen: number | null
  readonly wordsOf: (node: number) => string
  readonly onChoose: (node: number | null) => void
  readonly onOpen: (node: number) => void
}

const ZOOM_STEP = 1.4
/** CSS px around the pointer in which a node is meant. */
const REACH = 14
/** CSS px that are drawn beyond each edge: so far the drawing is only moved, which costs next to nothing at any size of map. */
const SPARE = 240
/** ms without a move after which it is drawn anew. */
const REST = 120
const HELP =
  'Arrow keys go along links, or to the nearest highlight that way. Enter opens the passage. Plus, minus and zero zoom.'

/** The map, drawn on a canvas: beside it stands the same as a list. */
export function MapCanvas({ nodes, positions, frame, camera, chosen, wordsOf, onChoose, onOpen }: MapCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const [hovered, setHovered] = useState<number | null>(null)
  const [focused, setFocused] = useState(false)
  const palette = usePalette()
  const clusters = useMemo(() => clusterCircles(nodes, positions), [nodes, positions])
  // A node that was hovered may be gone with its graph.
  const under = hovered !== null && hovered < nodes.highlights.length ? hovered : null

  const sizeOf = () => sizeIn(frame)
  const seen = () => camera.get() ?? fitted(positions, sizeOf())
  const painted = useRef<Camera>(null)
  const draw = useLatest(() => {
    const context = canvas.current?.getContext('2d')
    const size = sizeOf()
    if (!context || !canvas.current || size.width === 0) return
    const from = seen()
    const density = window.devicePixelRatio
    const whole = { width: size.width + 2 * SPARE, height: size.height + 2 * SPARE }
    const [width, height] = [Math.round(whole.width * density), Math.round(whole.height * density)]
    // Setting a size clears and makes anew, even the same one.
    if (canvas.current.width !== width) canvas.current.width = width
    if (canvas.current.height !== height) canvas.current.height = height
    canvas.current.style.inlineSize = `${whole.width}px`
    canvas.current.style.blockSize = `${whole.height}px`
    canvas.current.style.transform = ''
    painted.current = from
    context.setTransform(density, 0, 0, density, 0, 0)
    const shown = {
      ...{ nodes, positions, clusters, palette, chosen, hovered: under, focused },
      camera: pan(from, SPARE, SPARE),
      size: whole,
    }
    paintMap(context, shown)
    paintWords(context, shown, wordsOf)
  })
  const redraw = useRedraw(draw)
  // biome-ignore lint/correctness/useExhaustiveDependencies: all that a frame is drawn from
  useEffect(redraw, [nodes, positions, clusters, palette, chosen, under, focused, redraw])
  useEffect(() => {
    let rest: ReturnType<typeof setTimeout>
    const stop = camera.subscribe(() => {
      clearTimeout(rest)
      const now = camera.get()
      const moved = now && painted.current && moveBitmap(painted.current, now, sizeIn(frame), SPARE)
      if (!moved || !canvas.current) return redraw()
      canvas.current.style.transform = moved
      rest = setTimeout(redraw, REST)
    })
    return () => {
      clearTimeout(rest)
      stop()
    }
  }, [camera, frame, redraw])
  useEffect(() => {
    const { current } = frame
    if (!current) return
    const observer = new ResizeObserver(redraw)
    observer.observe(current)
    return () => observer.disconnect()
  }, [frame, redraw])

  useGestures(frame, {
    onPan: (x, y) => camera.set(pan(seen(), x, y)),
    onZoom: (factor, x, y) => camera.set(zoomAt(seen(), factor, { x, y })),
  })
  const findAt = (event: PointerEvent | MouseEvent) => {
    const box = frame.current?.getBoundingClientRect()
    if (!box) return null
    const { x, y, scale } = seen()
    const at = { x: (event.clientX - box.left - x) / scale, y: (event.clientY - box.top - y) / scale }
    return nodeAt(positions, at, REACH / scale)
  }
  const goTo = (node: number) => {
    onChoose(node)
    camera.set(bringIntoView(seen(), placeAt(positions, node), sizeOf()))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    if (isDirection(event.key)) {
      const first = nodes.highlights.length > 0 ? 0 : null
      const next = chosen === null ? first : step(nodes, positions, chosen, event.key)
      if (next !== null) goTo(next)
    } else if (event.key === 'Enter' && chosen !== null) onOpen(chosen)
    else if (event.key === '+' || event.key === '=') zoomMap(frame, positions, camera, 1)
    else if (event.key === '-') zoomMap(frame, positions, camera, -1)
    else if (event.key === '0') camera.set(null)
    else if (event.key === 'Escape') onChoose(null)
    else return
    event.preventDefault()
  }
  return (
    <div
      ref={frame}
      className={styles.frame}
      role="application"
      aria-label="Map of highlights and links"
      aria-description={HELP}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard works the map
      tabIndex={0}
      data-over={under !== null || undefined}
      onKeyDown={onKeyDown}
      onFocus={(event) => setFocused(event.currentTarget.matches(':focus-visible'))}
      onBlur={() => setFocused(false)}
      onPointerMove={(event) => event.buttons === 0 && setHovered(findAt(event))}
      onPointerLeave={() => setHovered(null)}
      onClick={(event) => onChoose(findAt(event))}
      onDoubleClick={(event) => {
        const node = findAt(event)
        if (node !== null) onOpen(node)
      }}
    >
      <canvas ref={canvas} className={styles.canvas} />
    </div>
  )
}

/** A step closer to the middle of what is seen, or back. */
export function zoomMap(
  frame: RefObject<HTMLElement | null>,
  positions: Positions,
  camera: Store<Camera | null>,
  direction: 1 | -1,
): void {
  const size = sizeIn(frame)
  const middle = { x: size.width / 2, y: size.height / 2 }
  camera.set(zoomAt(camera.get() ?? fitted(positions, size), ZOOM_STEP ** direction, middle))
}

function sizeIn({ current }: RefObject<HTMLElement | null>): Size {
  return { width: current?.clientWidth ?? 0, height: current?.clientHeight ?? 0 }
}

function isDirection(key: string): key is Direction {
  return key in DIRECTIONS
}

/** Draws in the next frame, once however often it is asked for. */
function useRedraw(draw: { readonly current: () => void }): () => void {
  const asked = useRef<number | null>(null)
  useEffect(
    () => () => {
      if (asked.current !== null) cancelAnimationFrame(asked.current)
      asked.current = null
    },
    [],
  )
  return useCallback(() => {
    asked.current ??= requestAnimationFrame(() => {
      asked.current = null
      draw.current()
    })
  }, [draw])
}

/** The colours of the theme, and of the next one when it changes. */
function usePalette(): Palette {
  const [palette, setPalette] = useState(readPalette)
  useEffect(() => {
    const read = () => setPalette(readPalette())
    const observer = new MutationObserver(read)
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
    const contrast = matchMedia('(prefers-contrast: more)')
    contrast.addEventListener('change', read)
    return () => {
      observer.disconnect()
      contrast.removeEventListener('change', read)
    }
  }, [])
  return palette
}
