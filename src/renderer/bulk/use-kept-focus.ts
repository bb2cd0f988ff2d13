import { type RefObject, useEffect } from 'react'

/** Where lists that one selects in take the focus. */
const LISTS = 'main [data-pick-list] [role="grid"], main [data-pick-list] input'

/** Milliseconds after the bar went: of what was deleted a list is drawn anew a little later, without the line that had the focus. */
const MOMENTS = [0, 150, 500, 1_200]

/** What had the focus before the bar has it again when the bar goes and takes it along; where that is gone too, the list has it. */
export function useKeptFocus(bar: RefObject<HTMLElement | null>, shown: boolean): void {
  useEffect(() => {
    if (!shown) return
    let last: HTMLElement | null = null
    const note = (element: EventTarget | null) => {
      if (element instanceof HTMLElement && element.closest('main') && !bar.current?.contains(element)) last = element
    }
    const onFocus = ({ target }: FocusEvent) => note(target)
    note(document.activeElement)
    document.addEventListener('focusin', onFocus)
    return () => {
      document.removeEventListener('focusin', onFocus)
      const restore = () => {
        if (document.activeElement !== document.body) return
        const target = last?.isConnected ? last : document.querySelector<HTMLElement>(LISTS)
        target?.focus({ preventScroll: true })
      }
      for (const moment of MOMENTS) setTimeout(restore, moment)
    }
  }, [bar, shown])
}
