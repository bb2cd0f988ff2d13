type Stack<Entry> = { readonly top: Entry; readonly rest: Stack<Entry> } | null

/**
 * What can be undone and redone, latest first; `Entry` is whatever the desk needs to do so. Linked lists, because an
 * action must cost the same after a hundred thousand others.
 */
export type UndoStack<Entry> = { readonly undos: Stack<Entry>; readonly redos: Stack<Entry> }

export const EMPTY_UNDO_STACK: UndoStack<never> = { undos: null, redos: null }

/** After a new action: it can be undone, and what was undone before it can no longer be redone. */
export function afterDo<Entry>(stack: UndoStack<Entry>, entry: Entry): UndoStack<Entry> {
  return { undos: { top: entry, rest: stack.undos }, redos: null }
}

/** What undo would take back, or null. */
export function nextUndo<Entry>(stack: UndoStack<Entry>): Entry | null {
  return stack.undos?.top ?? null
}

/** What redo would do again, or null. */
export function nextRedo<Entry>(stack: UndoStack<Entry>): Entry | null {
  return stack.redos?.top ?? null
}

/** After an undo; without one to make, the stack stays as it is. */
export function afterUndo<Entry>(stack: UndoStack<Entry>): UndoStack<Entry> {
  if (!stack.undos) return stack
  return { undos: stack.undos.rest, redos: { top: stack.undos.top, rest: stack.redos } }
}

/** After a redo; without one to make, the stack stays as it is. */
export function afterRedo<Entry>(stack: UndoStack<Entry>): UndoStack<Entry> {
  if (!stack.redos) return stack
  return { undos: { top: stack.redos.top, rest: stack.undos }, redos: stack.redos.rest }
}
