import type { AppModel } from '../state/app-model'
import type { Resizing } from '../state/reader'

/** Apps with a resize on its way: at most one is, so that rapid key presses cannot overtake each other. */
const busy = new WeakSet<AppModel>()

/**
 * Gives a highlight new edges. They show at once; while the desk is at work on earlier ones only the newest are kept, and
 * sent when it has answered. If the desk refuses, the passage goes back to where the desk has it.
 */
export async function resizeHighlight(app: AppModel, wanted: Resizing): Promise<void> {
  const { resizing } = app.reader
  resizing.set(wanted)
  if (busy.has(app)) return
  busy.add(app)
  for (let next = resizing.get(); next !== null; ) {
    const done = await app.act('highlight.resize', next)
    const newest = resizing.get()
    if (done === null || newest === next) resizing.set(null)
    next = resizing.get()
  }
  busy.delete(app)
}
