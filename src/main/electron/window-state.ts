import { readFileSync } from 'node:fs'
import writeFileAtomic from 'write-file-atomic'
import { z } from 'zod'

const windowStateSchema = z.strictObject({
  /** Null where the system shall choose. */
  place: z.strictObject({ x: z.int(), y: z.int() }).nullable(),
  width: z.int().min(480).max(20_000),
  height: z.int().min(360).max(20_000),
  maximized: z.boolean(),
})
/** In device-independent pixels. */
export type WindowState = z.infer<typeof windowStateSchema>
type Area = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

export const FIRST_STATE: WindowState = { place: null, width: 1360, height: 860, maximized: false }

/** Device-independent pixels of a window that must be on a screen, so that it can be seen and dragged. */
const ENOUGH = 80

/** The window as it was left; as it is at first when that was not kept, or cannot be read: nothing of worth is lost. */
export function readWindowState(file: string): WindowState {
  try {
    return windowStateSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return FIRST_STATE
  }
}

/** Keeps the window's place. That this fails must not stop a window from closing. */
export function writeWindowState(file: string, state: WindowState, report: (error: unknown) => void): void {
  try {
    writeFileAtomic.sync(file, `${JSON.stringify(state, null, 2)}\n`)
  } catch (error) {
    report(error)
  }
}

/** The same place when a screen still shows it, else the same size wherever the system puts it. */
export function onScreen(state: WindowState, screens: readonly Area[]): WindowState {
  const { place, width } = state
  if (place === null) return state
  const seen = screens.some(
    (screen) =>
      Math.min(place.x + width, screen.x + screen.width) - Math.max(place.x, screen.x) >= ENOUGH &&
      place.y >= screen.y &&
      place.y <= screen.y + screen.height - ENOUGH,
  )
  return seen ? state : { ...state, place: null }
}
