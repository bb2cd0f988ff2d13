import { useEffect } from 'react'
import { snapSpan } from '#annotations/anchoring/segments'
import type { Caret, Span } from '../state/reader'
import type { Parts } from './parts'
import { useLatest } from './use-latest'

/**
 * Keeps the app's selection in step with the browser's, and snaps both to whole characters once the pointer is let go. In
 * caret mode the caret leads, and the pointer only puts it somewhere else.
 */
export function useSelection(parts: Parts): void {
  const latest = useLatest(parts)
  useEffect(() => {
    const { app } = latest.current
    let pressed = false
    const read = () => {
      const { view, article } = latest.current
      const caret = view.readSelection()
      const span = caret && snapped(article.text, caret)
      if (app.reader.caret.get() === null) setSelection(app.reader.selection, span)
      return span && caret ? { span, caret } : null
    }
    const onDown = (event: PointerEvent) => {
      pressed = true
      const { view } = latest.current
      const inText = event.target instanceof Node && view.dom.contains(event.target)
      if (!inText || event.button !== 0 || event.shiftKey) return
      // The next selection begins. Pressed within the last one, the browser would drag its words instead.
      document.getSelection()?.removeAllRanges()
      // What the desk answers to the last one must not take this one away.
      if (app.reader.caret.get() === null) app.reader.selection.set(null)
    }
    const onUp = () => {
      if (!pressed) return
      pressed = false
      const found = read()
      if (!found) return
      const forward = found.caret.anchor <= found.caret.head
      const { start, end } = found.span
      const whole: Caret = forward ? { anchor: start, head: end } : { anchor: end, head: start }
      if (whole.anchor !== found.caret.anchor || whole.head !== found.caret.head) latest.current.view.select(whole)
      if (app.reader.caret.get() !== null) app.reader.caret.set(whole)
    }
    const onChange = () => {
      if (!pressed) read()
    }
    // The browser tells of a selection a task after it is made; a key pressed before that means it all the same.
    const onKeyDown = () => void read()
    window.addEventListener('pointerdown', onDown, true)
    window.addEventListener('pointerup', onUp)
    window.addEventListener('pointercancel', onUp)
    window.addEventListener('keydown', onKeyDown, true)
    document.addEventListener('selectionchange', onChange)
    return () => {
      window.removeEventListener('pointerdown', onDown, true)
      window.removeEventListener('pointerup', onUp)
      window.removeEventListener('pointercancel', onUp)
      window.removeEventListener('keydown', onKeyDown, true)
      document.removeEventListener('selectionchange', onChange)
    }
  }, [latest])
}

function snapped(text: string, { anchor, head }: Caret): Span | null {
  return snapSpan(text, Math.min(anchor, head), Math.max(anchor, head))
}

/** The same span keeps its object, so that nothing is drawn again for it. */
function setSelection(store: Parts['app']['reader']['selection'], span: Span | null): void {
  store.set((old) => (old && span && old.start === span.start && old.end === span.end ? old : span))
}
