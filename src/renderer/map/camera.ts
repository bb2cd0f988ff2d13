import type { Sight } from '../state/map-route'
import type { Bounds } from './clusters'
import type { Positions } from './layout'

/** Where the map is seen from: a place `p` of the map is drawn at `p × scale + (x, y)`, in CSS px. */
export type Camera = { readonly x: number; readonly y: number; readonly scale: number }

export type Size = { readonly width: number; readonly height: number }
export type Place = { readonly x: number; readonly y: number }

const [LEAST_SCALE, MOST_SCALE] = [0.02, 6]
/** A small map is not blown up to fill the window. */
const MOST_FITTED = 1.6
/** Around a map that is seen whole: above each cluster stands its name. */
const ROOM = { beside: 40, above: 52, below: 24 }
/** Of a node that is brought into view. */
const MARGIN = 56

export function placeAt(positions: Positions, node: number): Place {
  return { x: positions[node * 2] ?? 0, y: positions[node * 2 + 1] ?? 0 }
}

export function toScreen({ x, y, scale }: Camera, place: Place): Place {
  return { x: place.x * scale + x, y: place.y * scale + y }
}

/** The camera of a sight, in a window of a size. */
export function cameraOf({ x, y, scale }: Sight, { width, height }: Size): Camera {
  const safe = clampScale(scale)
  return { x: width / 2 - x * safe, y: height / 2 - y * safe, scale: safe }
}

/** What a camera has in its middle: the same in a window of any size. */
export function sightOf({ x, y, scale }: Camera, { width, height }: Size): Sight {
  return { x: (width / 2 - x) / scale, y: (height / 2 - y) / scale, scale }
}

/** So that everything is seen. */
export function fitted(bounds: Bounds | null, { width, height }: Size): Camera {
  if (bounds === null) return { x: width / 2, y: height / 2, scale: 1 }
  const { left, top, right, bottom } = bounds
  const across = Math.max(width - 2 * ROOM.beside, 1) / Math.max(right - left, 1)
  const down = Math.max(height - ROOM.above - ROOM.below, 1) / Math.max(bottom - top, 1)
  const scale = clampScale(Math.min(MOST_FITTED, across, down))
  const middle = (height + ROOM.above - ROOM.below) / 2
  return { x: (width - (left + right) * scale) / 2, y: middle - ((top + bottom) * scale) / 2, scale }
}

/** Closer for a factor above 1; what is at the point stays there. */
export function zoomAt(camera: Camera, factor: number, at: Place): Camera {
  const scale = clampScale(camera.scale * factor)
  const grown = scale / camera.scale
  return { x: at.x - (at.x - camera.x) * grown, y: at.y - (at.y - camera.y) * grown, scale }
}

export function pan(camera: Camera, x: number, y: number): Camera {
  return { ...camera, x: camera.x + x, y: camera.y + y }
}

/** How a drawing that was made from one camera is moved to show what another sees: it grows from its corner, then is pushed. */
export function moveDrawing(drawn: Camera, now: Camera): Camera {
  const scale = now.scale / drawn.scale
  return { x: now.x - drawn.x * scale, y: now.y - drawn.y * scale, scale }
}

/** Beyond these a drawing that is only grown looks coarse. */
const [LEAST_GROWN, MOST_GROWN] = [0.75, 1.35]

/**
 * Whether a moved drawing has to be followed by a new one: it looks coarse, or less than half of what it was drawn beyond an edge
 * is left there, so that the new one is there before the old one ends.
 *
 * @param spare CSS px that it was drawn beyond each edge of the size
 */
export function isWornOut({ x, y, scale }: Camera, { width, height }: Size, spare: number): boolean {
  if (scale < LEAST_GROWN || scale > MOST_GROWN) return true
  const ends = (at: number, length: number) =>
    spare * scale - at < spare / 2 || at + (length + spare) * scale - length < spare / 2
  return ends(x, width) || ends(y, height)
}

/** Just so far that a place is well in view. */
export function bringIntoView(camera: Camera, place: Place, { width, height }: Size): Camera {
  const { x, y } = toScreen(camera, place)
  const into = (at: number, length: number) => Math.min(Math.max(at, MARGIN), Math.max(length - MARGIN, MARGIN)) - at
  return pan(camera, into(x, width), into(y, height))
}

function clampScale(scale: number): number {
  return Math.min(MOST_SCALE, Math.max(LEAST_SCALE, scale))
}
