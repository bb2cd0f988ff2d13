import { useLayoutEffect } from 'react'
import { useApp } from '../state/app-context'
import { commandsFor } from './keys'
import { runCommand } from './run'

const TYPING =
  'input:not([type="radio"], [type="checkbox"]), textarea, select, [contenteditable="true"], [role="textbox"], [role="combobox"]'
/** Enter and arrows mean something of their own on these. */
const OPERATING =
  'button, a[href], input, [role="option"], [role="menuitem"], [role="row"], [role="radio"], [role="tab"]'

/** Runs commands by their shortcuts. Single keys rest while the user types or a dialog is open. */
export function useShortcuts(): void {
  const app = useApp()
  // In the frame that shows the app: a key that is pressed at its first sight must not be lost.
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return
      const withModifier = event.ctrlKey || event.metaKey || event.altKey
      const target = event.target instanceof Element ? event.target : null
      const typing = target?.closest(TYPING) != null
      if (app.dialog.get() !== null || (typing && !allowedWhileTyping(event))) return
      if (!withModifier && event.key.length > 1 && target?.closest(OPERATING)) return
      for (const id of commandsFor(event)) {
        if (!runCommand(app, id)) continue
        event.preventDefault()
        return
      }
    }
    // Lists take every arrow for themselves, whatever is held with it.
    const onAltArrow = (event: KeyboardEvent) => {
      if (!event.altKey || !event.key.startsWith('Arrow')) return
      onKeyDown(event)
      if (event.defaultPrevented) event.stopPropagation()
    }
    window.addEventListener('keydown', onAltArrow, true)
    window.addEventListener('keydown', onKeyDown)
    return () => {
      window.removeEventListener('keydown', onAltArrow, true)
      window.removeEventListener('keydown', onKeyDown)
    }
  }, [app])
}

/** In a field, undo belongs to the field and arrows with Alt move by word; other commands with Ctrl or ⌘ stay at hand. */
function allowedWhileTyping(event: KeyboardEvent): boolean {
  return (event.ctrlKey || event.metaKey) && !event.altKey && !/^[zyva]$/i.test(event.key)
}
