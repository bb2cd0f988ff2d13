import type { Sight } from '../state/map-route'
import type { Positions } from './layout'

/** Where the map is seen from: a place `p` of the map is drawn at `p × scale + (x, y)`, in CSS px. */
export type Camera = { readonly x: number; readonly y: number; readonly scale: number }

export type Size = { readonly width: number; readonly height: number }
export type Place = { readonly x: number; readonly y: number }

const [LEAST_SCALE, MOST_SCALE] = [0.02, 6]
/** A small map is not blown up to fill the window. */
const MOST_FITTED = 1.6
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
export function fitted(positions: Positions, { width, height }: Size): Camera {
  const bounds = boundsOf(positions)
  if (bounds === null) return { x: width / 2, y: height / 2, scale: 1 }
  const { left, top, right, bottom } = bounds
  const room = (length: number) => Math.max(length - 2 * MARGIN, 1)
  const scale = clampScale(
    Math.min(MOST_FITTED, room(width) / Math.max(right - left, 1), room(height) / Math.max(bottom - top, 1)),
  )
  return { x: (width - (left + right) * scale) / 2, y: (height - (top + bottom) * scale) / 2, scale }
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

export type Bounds = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }

/** The map's px that nodes take; null of an empty map. */
export function boundsOf(positions: Positions): Bounds | null {
  if (positions.length === 0) return null
  let [left, top, right, bottom] = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ]
  for (let at = 0; at < positions.length; at += 2) {
    const [x = 0, y = 0] = [positions[at], positions[at + 1]]
    left = Math.min(left, x)
    right = Math.max(right, x)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y)
  }
  return { left, top, right, bottom }
}

function clampScale(scale: number): number {
  return Math.min(MOST_SCALE, Math.max(LEAST_SCALE, scale))
}
