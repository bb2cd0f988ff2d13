import type { CaretUnit } from '#annotations/anchoring/caret'

/** What a key press does in caret mode. `extend` selects on the way. */
export type CaretAct =
  | { readonly do: 'move'; readonly unit: CaretUnit | 'line'; readonly direction: 1 | -1; readonly extend: boolean }
  | { readonly do: 'edge'; readonly of: 'line' | 'text'; readonly direction: 1 | -1; readonly extend: boolean }
  | { readonly do: 'expand' }
  | { readonly do: 'pick' }
  | { readonly do: 'leave' }

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey' | 'shiftKey'>

/**
 * The meaning of a key in caret mode, or null when it has none of its own. Left and right are as they look, so in an article
 * that reads from right to left the left arrow goes forward.
 */
export function caretAct(press: Press, direction: 'ltr' | 'rtl'): CaretAct | null {
  const { key, ctrlKey, altKey, metaKey, shiftKey: extend } = press
  if (metaKey) return null
  const modified = ctrlKey || altKey
  const onward = direction === 'ltr' ? 1 : -1
  switch (key) {
    case 'ArrowRight':
      return { do: 'move', unit: modified ? 'word' : 'character', direction: onward, extend }
    case 'ArrowLeft':
      return { do: 'move', unit: modified ? 'word' : 'character', direction: onward === 1 ? -1 : 1, extend }
    case 'ArrowDown':
      return { do: 'move', unit: modified ? 'paragraph' : 'line', direction: 1, extend }
    case 'ArrowUp':
      return { do: 'move', unit: modified ? 'paragraph' : 'line', direction: -1, extend }
    case 'Home':
      return { do: 'edge', of: ctrlKey ? 'text' : 'line', direction: -1, extend }
    case 'End':
      return { do: 'edge', of: ctrlKey ? 'text' : 'line', direction: 1, extend }
  }
  if (modified) return null
  switch (key) {
    case '.':
    case '>':
      return { do: 'move', unit: 'sentence', direction: 1, extend: key === '>' }
    case ',':
    case '<':
      return { do: 'move', unit: 'sentence', direction: -1, extend: key === '<' }
    case 'e':
      return { do: 'expand' }
    case 'Enter':
      return { do: 'pick' }
    case 'Escape':
      return { do: 'leave' }
    default:
      return null
  }
}
