import { type RefObject, useEffect } from 'react'
import { useLatest } from '../reader/use-latest'

/** What a pointer or a wheel does to a drawing. All in CSS px from the drawing's top left corner. */
export type Gestures = {
  /** It is pushed by so much. */
  readonly onPan: (x: number, y: number) => void
  /** It grows by a factor, and what is at the point stays there. */
  readonly onZoom: (factor: number, x: number, y: number) => void
}

/** A drag begins after so many CSS px: until then it may be a click. */
const SLACK = 4
/** How much a wheel's step zooms, as in d3-zoom (github.com/d3/d3-zoom, `zoom.wheelDelta`); pinches of a trackpad come as wheels with Ctrl. */
const WHEEL = 0.002
const LINE = 25
const PINCH = 10

/** Wheel and pinch zoom, drag and sideways wheel push. A drag that has begun ends without a click. */
export function useGestures(ref: RefObject<HTMLElement | null>, gestures: Gestures): void {
  const latest = useLatest(gestures)
  useEffect(() => {
    const element = ref.current
    if (!element) return
    const pointers = new Map<number, { x: number; y: number }>()
    let moving = false
    const place = (x: number, y: number) => {
      const box = element.getBoundingClientRect()
      return { x: x - box.left, y: y - box.top }
    }
    const onWheel = (event: WheelEvent) => {
      event.preventDefault()
      const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE : 1
      const [dx, dy] = [event.deltaX * unit, event.deltaY * unit]
      const sideways = Math.abs(dx) > Math.abs(dy)
      if (sideways || event.shiftKey) return latest.current.onPan(-(sideways ? dx : dy), 0)
      const at = place(event.clientX, event.clientY)
      latest.current.onZoom(2 ** (-dy * WHEEL * (event.ctrlKey ? PINCH : 1)), at.x, at.y)
    }
    const onDown = (event: PointerEvent) => {
      if (event.button !== 0) return
      pointers.set(event.pointerId, { x: event.clientX, y: event.clientY })
      if (pointers.size === 1) moving = false
    }
    const onMove = (event: PointerEvent) => {
      const old = pointers.get(event.pointerId)
      if (!old) return
      const now = { x: event.clientX, y: event.clientY }
      const [dx, dy] = [now.x - old.x, now.y - old.y]
      if (!moving && Math.hypot(dx, dy) < SLACK) return
      if (!moving) {
        moving = true
        element.setPointerCapture(event.pointerId)
      }
      pointers.set(event.pointerId, now)
      const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1]
      if (!other) return latest.current.onPan(dx, dy)
      const before = Math.hypot(old.x - other.x, old.y - other.y)
      const after = Math.hypot(now.x - other.x, now.y - other.y)
      const at = place((now.x + other.x) / 2, (now.y + other.y) / 2)
      if (before > 0) latest.current.onZoom(after / before, at.x, at.y)
    }
    const onUp = (event: PointerEvent) => void pointers.delete(event.pointerId)
    /** The click that ends a drag is none. */
    const onClick = (event: MouseEvent) => {
      if (!moving) return
      moving = false
      event.stopPropagation()
      event.preventDefault()
    }
    element.addEventListener('wheel', onWheel, { passive: false })
    element.addEventListener('pointerdown', onDown)
    element.addEventListener('pointermove', onMove)
    element.addEventListener('pointerup', onUp)
    element.addEventListener('pointercancel', onUp)
    element.addEventListener('click', onClick, { capture: true })
    return () => {
      element.removeEventListener('wheel', onWheel)
      element.removeEventListener('pointerdown', onDown)
      element.removeEventListener('pointermove', onMove)
      element.removeEventListener('pointerup', onUp)
      element.removeEventListener('pointercancel', onUp)
      element.removeEventListener('click', onClick, { capture: true })
    }
  }, [ref, latest])
}
