/** A line of the shortcut sheet; keys are written as in the table of commands. */
export type KeyLine = { readonly does: string; readonly keys: readonly string[] }

/** What the keys mean while caret mode is on; see `reader/caret-keys.ts`. */
export const CARET_KEYS: readonly KeyLine[] = [
  { does: 'By character', keys: ['ArrowLeft', 'ArrowRight'] },
  { does: 'By word', keys: ['Ctrl+ArrowLeft', 'Ctrl+ArrowRight'] },
  { does: 'By line', keys: ['ArrowUp', 'ArrowDown'] },
  { does: 'By paragraph', keys: ['Ctrl+ArrowUp', 'Ctrl+ArrowDown'] },
  { does: 'By sentence', keys: [',', '.'] },
  { does: 'Start and end of the line', keys: ['Home', 'End'] },
  { does: 'Start and end of the article', keys: ['Ctrl+Home', 'Ctrl+End'] },
  { does: 'Select on the way', keys: ['Shift'] },
  { does: 'Select the word, the sentence, the paragraph', keys: ['e'] },
  { does: 'Open the highlight at the caret', keys: ['Enter'] },
  { does: 'Leave caret mode', keys: ['Escape'] },
]

/** What the keys mean in the library and other lists. */
export const LIST_KEYS: readonly KeyLine[] = [
  { does: 'Open', keys: ['Enter'] },
  { does: 'Select', keys: ['Space'] },
  { does: 'Select on the way', keys: ['Shift+ArrowDown'] },
  { does: 'Select all', keys: ['Mod+A'] },
  { does: 'Remove from the library', keys: ['Delete'] },
  { does: 'Go to the newest message', keys: ['F6'] },
]
