import { useEffect } from 'react'
import { snapSpan } from '#annotations/anchoring/segments'
import type { AppModel } from '../state/app-model'
import type { Caret } from '../state/reader'
import { caretAct } from './caret-keys'
import { stepCaret } from './caret-steps'
import { letGo } from './let-go'
import { type Parts, placeIn, rests } from './parts'
import { speechFor } from './speech'
import type { Stack } from './stack-menu'
import { useLatest } from './use-latest'

/** Elements that have their own use for keys, also in caret mode. */
const OWN_KEYS =
  'input, textarea, select, [role="textbox"], [role="combobox"], [role="toolbar"], [role="menu"], [role="slider"], [role="dialog"]'
/** Milliseconds after the last step before it is said: while a key repeats, a screen reader would only stutter. */
const SPEAK_AFTER = 150

/** Caret mode: keys move a caret through the text and select with it, and each step is said. */
export function useCaretMode(parts: Parts, openStack: (stack: Stack) => void): void {
  const latest = useLatest({ parts, openStack })
  const { app, view } = parts

  useEffect(() => {
    const speaker = createSpeaker(app)
    let aim: number | null = null
    let shown: Caret | null = null

    const onKeyDown = (event: KeyboardEvent) => {
      const caret = app.reader.caret.get()
      if (!caret || event.defaultPrevented || event.isComposing || app.dialog.get() !== null || rests(app)) return
      if (event.target instanceof Element && event.target.closest(OWN_KEYS)) return
      const { article, passages, column } = latest.current.parts
      const act = caretAct(event, article.article.direction)
      if (!act) return
      event.preventDefault()
      event.stopPropagation()
      if (act.do === 'leave') {
        app.announcement.set('Caret mode off')
        return app.reader.caret.set(null)
      }
      if (act.do === 'pick') {
        const members = passages.overlapping(caret.head, caret.head + 1).toSorted(byLength)
        const rect = view.rectAt(caret.head)
        const [first] = members
        if (first) app.reader.activate(first.highlight.id)
        if (members.length > 1) latest.current.openStack({ members, at: placeIn(column, rect.left, rect.bottom) })
        return
      }
      const page = { text: article.text, positions: view.positions, rectAt: view.rectAt }
      const locale = article.article.language ?? undefined
      const next = stepCaret(page, { caret, aim }, act, locale)
      aim = next.aim
      app.reader.caret.set(next.caret)
      speaker.say(() => speechFor(article.text, next.caret, act, view.positions, locale))
    }
    const onCaret = () => {
      const caret = app.reader.caret.get()
      if (caret && !shown) enter(view.dom)
      if (caret) showCaret(latest.current.parts, caret)
      else if (shown) leave(latest.current.parts)
      shown = caret
    }
    const onClick = (event: MouseEvent) => {
      const at = app.reader.caret.get() ? view.offsetAt(event.clientX, event.clientY) : null
      if (at === null || view.readSelection() !== null) return
      aim = null
      app.reader.caret.set({ anchor: at, head: at })
    }
    onCaret()
    const stop = app.reader.caret.subscribe(onCaret)
    // Ahead of the shortcuts, which use arrows and letters for other things.
    window.addEventListener('keydown', onKeyDown, true)
    view.dom.addEventListener('click', onClick)
    return () => {
      speaker.stop()
      stop()
      window.removeEventListener('keydown', onKeyDown, true)
      view.dom.removeEventListener('click', onClick)
    }
  }, [app, view, latest])
}

type Sized = { readonly start: number; readonly end: number }
const byLength = (a: Sized, b: Sized) => a.end - a.start - (b.end - b.start)

/**
 * Takes the focus to the text, as an "application": only there do screen readers hand their arrow keys on. The focus is what
 * leaves again first when the user goes to another control, so nothing is trapped.
 */
function enter(dom: HTMLElement): void {
  const host = dom.parentElement
  host?.setAttribute('role', 'application')
  host?.setAttribute('aria-label', 'Article text, caret mode')
  host?.focus({ preventScroll: true })
}

function leave({ app, view }: Parts): void {
  const host = view.dom.parentElement
  host?.removeAttribute('role')
  host?.removeAttribute('aria-label')
  letGo(app)
}

/** Selects in the page what the caret selects, tells the app of it, and keeps the caret in view. */
function showCaret({ app, article, view, scroller }: Parts, caret: Caret): void {
  const [start, end] = [Math.min(caret.anchor, caret.head), Math.max(caret.anchor, caret.head)]
  if (start < end) view.select(caret)
  else document.getSelection()?.removeAllRanges()
  app.reader.selection.set(start < end ? snapSpan(article.text, start, end) : null)
  const { top, bottom } = view.rectAt(caret.head)
  const port = scroller.getBoundingClientRect()
  const room = Math.min(72, port.height / 4)
  const by = Math.min(0, top - port.top - room) || Math.max(0, bottom - port.bottom + room)
  if (by !== 0) scroller.scrollBy({ top: by, behavior: 'instant' })
}

function createSpeaker(app: AppModel) {
  let timer: ReturnType<typeof setTimeout> | undefined
  return {
    say(words: () => string) {
      clearTimeout(timer)
      timer = setTimeout(() => {
        const text = words()
        // A live region says only what changed, and the second "e" of "see" is no change.
        app.announcement.set((old) => (old === text ? `${text}\u00a0` : text))
      }, SPEAK_AFTER)
    },
    stop: () => clearTimeout(timer),
  }
}
