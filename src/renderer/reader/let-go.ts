import type { AppModel } from '../state/app-model'
import type { Span } from '../state/reader'

/**
 * Lets go of the selected text. With `only`, of that alone: by the time the desk has answered, the user may have selected the
 * next words, which must not be lost.
 *
 * @returns whether the selection was let go of
 */
export function letGo({ reader }: { readonly reader: Pick<AppModel['reader'], 'selection'> }, only?: Span): boolean {
  const selected = reader.selection.get()
  if (only && (selected?.start !== only.start || selected.end !== only.end)) return false
  document.getSelection()?.removeAllRanges()
  reader.selection.set(null)
  return true
}
