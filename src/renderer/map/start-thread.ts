/** A thread; null where the browser refuses one, which it does at once or, more often, by an error event. */
export function startThread(start: () => Worker): Worker | null {
  try {
    return start()
  } catch {
    return null
  }
}
