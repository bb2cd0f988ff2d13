import { type RefObject, useEffect } from 'react'

const ELSEWHERE = '[role="dialog"], [role="menu"]'
/** Where lists that one selects in take the focus. */
const LISTS = 'main [data-pick-list] [role="grid"], main [data-pick-list] input'

/** What had the focus before the bar has it again when the bar goes and takes it along; where that is gone too, the list has it. */
export function useKeptFocus(bar: RefObject<HTMLElement | null>, shown: boolean): void {
  useEffect(() => {
    if (!shown) return
    let last: HTMLElement | null = null
    const note = (element: EventTarget | null) => {
      if (!(element instanceof HTMLElement) || element === document.body) return
      if (!bar.current?.contains(element) && !element.closest(ELSEWHERE)) last = element
    }
    const onFocus = ({ target }: FocusEvent) => note(target)
    note(document.activeElement)
    document.addEventListener('focusin', onFocus)
    return () => {
      document.removeEventListener('focusin', onFocus)
      requestAnimationFrame(() => {
        if (document.activeElement !== document.body) return
        const target = last?.isConnected ? last : document.querySelector<HTMLElement>(LISTS)
        target?.focus({ preventScroll: true })
      })
    }
  }, [bar, shown])
}
