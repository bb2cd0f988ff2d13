import { useEffect } from 'react'
import { letGo } from './let-go'
import { type Parts, rests } from './parts'
import { useLatest } from './use-latest'

const TYPING = 'input, textarea, select, [role="textbox"], [role="combobox"], [role="dialog"]'

/** Escape lets go of one thing at a time: the selected text, then the active highlight. */
export function useEscape(parts: Parts): void {
  const latest = useLatest(parts)
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { app } = latest.current
      if (event.key !== 'Escape' || event.defaultPrevented || app.dialog.get() !== null || rests(app)) return
      if (event.target instanceof Element && event.target.closest(TYPING)) return
      if (app.reader.selection.get() !== null) {
        letGo(app)
      } else if (app.reader.active.get() !== null) {
        app.reader.activate(null)
      } else return
      event.preventDefault()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [latest])
}
