import type { InputOf } from '#contract/methods'
import type { AppModel } from '../state/app-model'

type BulkMethod = 'bulk.tag' | 'bulk.link' | 'bulk.note' | 'bulk.speaker' | 'bulk.remove'

/** Does the same to every selected highlight as one action, and says what it did and what it left alone. Answers whether it went. */
export async function doToPicked<M extends BulkMethod>(
  app: AppModel,
  method: M,
  input: Omit<InputOf<M>, 'ids'>,
): Promise<boolean> {
  const ids = [...app.picked.ids.get()]
  if (ids.length === 0) return false
  // The input of each of these methods is its own part and the ids.
  const done = await app.act(method, { ...input, ids } as unknown as InputOf<M>, 'toast')
  if (done === null) return false
  if (!done.undoable) {
    const detail = done.warning === undefined ? {} : { detail: done.warning }
    app.toasts.show({ tone: 'warning', message: 'Nothing was changed.', ...detail })
  }
  return true
}
