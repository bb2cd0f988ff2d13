import {
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type RefObject,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { readPalette, watchPalette } from '../figures/palette'
import type { Palette } from '../figures/relation-look'
import { useGestures } from '../figures/use-gestures'
import { useLatest } from '../reader/use-latest'
import type { Sight } from '../state/map-route'
import type { Store } from '../state/store'
import { bringIntoView, cameraOf, fitted, pan, placeAt, type Size, sightOf, zoomAt } from './camera'
import { type Bounds, clustersOf } from './clusters'
import { DIRECTIONS, type Direction, nodeAt, step } from './find-node'
import type { Positions } from './layout'
import styles from './map-canvas.module.css'
import type { MapNodes } from './map-nodes'
import { createSheet, type Sheet, type SheetInput } from './sheet'

type MapCanvasProps = {
  readonly nodes: MapNodes
  readonly positions: Positions
  /** Whether they have yet to come to rest. */
  readonly moving: boolean
  readonly frame: RefObject<HTMLDivElement | null>
  /** Null as long as everything is seen. */
  readonly sight: Store<Sight | null>
  readonly chosen: number | null
  readonly wordsOf: (node: number) => string
  readonly onChoose: (node: number | null) => void
  readonly onOpen: (node: number) => void
  /** Nothing can be drawn. */
  readonly onFailed: () => void
}

const ZOOM_STEP = 1.4
/** CSS px around the pointer in which a node is meant. */
const REACH = 14
const HELP =
  'Arrow keys go along links, or to the nearest highlight that way. Enter opens the passage. Plus, minus and zero zoom.'

/** The map, drawn on a canvas: beside it stands the same as a list. */
export function MapCanvas(props: MapCanvasProps) {
  const { nodes, positions, moving, frame, sight, chosen, wordsOf, onChoose, onOpen, onFailed } = props
  const [hovered, setHovered] = useState<number | null>(null)
  const [focused, setFocused] = useState(false)
  const palette = usePalette()
  const scene = useMemo(
    () => ({ nodes, positions, moving, ...clustersOf(nodes, positions), palette }),
    [nodes, positions, moving, palette],
  )
  const { bounds } = scene
  // A node that was hovered may be gone with its graph.
  const under = hovered !== null && hovered < nodes.highlights.length ? hovered : null
  const { sheet, canvases } = useSheet(
    frame,
    { scene, sight, wordsOf, focus: { chosen, hovered: under, focused } },
    onFailed,
  )

  const sizeOf = () => sizeIn(frame)
  const seen = () => sheet.current?.seen() ?? fitted(bounds, sizeOf())
  useGestures(frame, {
    onPan: (x, y) => sheet.current?.lookFrom(pan(seen(), x, y)),
    onZoom: (factor, x, y) => sheet.current?.lookFrom(zoomAt(seen(), factor, { x, y })),
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
    const [now, then] = [seen(), bringIntoView(seen(), placeAt(positions, node), sizeOf())]
    if (then.x !== now.x || then.y !== now.y) sheet.current?.lookFrom(then)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    if (isDirection(event.key)) {
      const first = nodes.highlights.length > 0 ? 0 : null
      const next = chosen === null ? first : step(nodes, positions, chosen, event.key)
      if (next !== null) goTo(next)
    } else if (event.key === 'Enter' && chosen !== null) onOpen(chosen)
    else if (event.key === '+' || event.key === '=') zoomMap(frame, bounds, sight, 1)
    else if (event.key === '-') zoomMap(frame, bounds, sight, -1)
    else if (event.key === '0') sight.set(null)
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
      aria-busy={moving}
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
      {canvases}
    </div>
  )
}

/** A step closer to the middle of what is seen, or back. */
export function zoomMap(
  frame: RefObject<HTMLElement | null>,
  bounds: Bounds | null,
  sight: Store<Sight | null>,
  direction: 1 | -1,
): void {
  const size = sizeIn(frame)
  const middle = { x: size.width / 2, y: size.height / 2 }
  const now = sight.get()
  const camera = now === null ? fitted(bounds, size) : cameraOf(now, size)
  sight.set(sightOf(zoomAt(camera, ZOOM_STEP ** direction, middle), size))
}

function sizeIn({ current }: RefObject<HTMLElement | null>): Size {
  return { width: current?.clientWidth ?? 0, height: current?.clientHeight ?? 0 }
}

function isDirection(key: string): key is Direction {
  return key in DIRECTIONS
}

/** The sheet that the map is drawn on, and its elements. */
function useSheet(frame: RefObject<HTMLElement | null>, input: SheetInput, onFailed: () => void) {
  const paper = useRef<HTMLDivElement>(null)
  const base = useRef<HTMLCanvasElement>(null)
  const front = useRef<HTMLCanvasElement>(null)
  const sheet = useRef<Sheet>(null)
  const latest = useLatest(input)
  const fail = useLatest(onFailed)
  useEffect(() => {
    if (!frame.current || !paper.current || !base.current || !front.current) return
    const elements = { frame: frame.current, sheet: paper.current, base: base.current, front: front.current }
    const made = createSheet(elements, latest, () => fail.current())
    sheet.current = made
    return () => {
      sheet.current = null
      made.stop()
    }
  }, [frame, latest, fail])
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is drawn anew for what
  useEffect(() => sheet.current?.draw(), [input.scene])
  const { chosen, hovered, focused } = input.focus
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is drawn anew for what
  useEffect(() => sheet.current?.drawFront(), [chosen, hovered, focused])
  const canvases = (
    <div ref={paper} className={styles.sheet}>
      <canvas ref={base} className={styles.canvas} />
      <canvas ref={front} className={styles.canvas} />
    </div>
  )
  return { sheet, canvases }
}

/** The colours of the theme, and of the next one when it changes. */
function usePalette(): Palette {
  const [palette, setPalette] = useState(readPalette)
  useEffect(() => watchPalette(() => setPalette(readPalette())), [])
  return palette
}
