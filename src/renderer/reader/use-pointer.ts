import { useEffect } from 'react'
import { startLinkDrag } from '../linking/drag-link'
import { type Parts, placeIn } from './parts'
import type { Passage, Passages } from './passages'
import type { Stack } from './stack-menu'
import { useLatest } from './use-latest'

/** Hovering, clicking and dragging passages, and opening links of the article. */
export function usePointer(parts: Parts, stack: Stack | null, openStack: (stack: Stack | null) => void): void {
  const latest = useLatest({ parts, stack, openStack })
  const { app, view } = parts
  useEffect(() => {
    const { dom } = view
    const onOver = (event: MouseEvent) => {
      const { passages } = latest.current.parts
      app.reader.hovered.set(passagesUnder(event.target, passages)[0]?.highlight.id ?? null)
    }
    const onLeave = () => app.reader.hovered.set(null)
    const onDown = (event: PointerEvent) => {
      const [passage] = passagesUnder(event.target, latest.current.parts.passages)
      // Dragging over text selects it; with Alt, or on its way to an article beside this one, it draws a link instead.
      const beside = app.comparing.models.get().length > 1
      if (!passage || !(event.altKey || beside)) return
      if (event.altKey) event.preventDefault()
      startLinkDrag(app, passage.highlight.id, event, event.altKey ? null : latest.current.parts.scroller)
    }
    const onClick = (event: MouseEvent) => {
      const { stack, openStack, parts } = latest.current
      const { passages, column } = parts
      if (event.ctrlKey || event.metaKey) return openLink(parts, event)
      if (event.detail > 1 || view.readSelection() !== null) return
      const under = passagesUnder(event.target, passages)
      const now = app.reader.active.get()
      const at = under.findIndex(({ highlight }) => highlight.id === now)
      const again = stack !== null && at !== -1
      const chosen = again ? under[(at + 1) % under.length] : under[0]
      app.reader.activate(chosen?.highlight.id ?? null)
      openStack(under.length > 1 ? { members: under, at: placeIn(column, event.clientX, event.clientY) } : null)
    }
    const onDragStart = (event: DragEvent) => event.altKey && event.preventDefault()
    dom.addEventListener('mouseover', onOver)
    dom.addEventListener('mouseleave', onLeave)
    dom.addEventListener('pointerdown', onDown)
    dom.addEventListener('click', onClick)
    dom.addEventListener('dragstart', onDragStart)
    return () => {
      dom.removeEventListener('mouseover', onOver)
      dom.removeEventListener('mouseleave', onLeave)
      dom.removeEventListener('pointerdown', onDown)
      dom.removeEventListener('click', onClick)
      dom.removeEventListener('dragstart', onDragStart)
    }
  }, [app, view, latest])
}

/** The passages that a piece of the text lies in, the shortest first: their elements nest just so. */
function passagesUnder(target: EventTarget | null, passages: Passages): Passage[] {
  const found: Passage[] = []
  let element = target instanceof Element ? target.closest<HTMLElement>('[data-highlight-id]') : null
  while (element) {
    const passage = passages.find(element.dataset.highlightId ?? '')
    if (passage) found.push(passage)
    element = element.parentElement?.closest<HTMLElement>('[data-highlight-id]') ?? null
  }
  return found
}

async function openLink({ app }: Parts, event: MouseEvent): Promise<void> {
  const link = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-href]') : null
  const url = link?.dataset.href
  if (!url || !/^https?:/i.test(url)) return
  const opened = await app.shell.openLink(url)
  if (!opened.ok) app.toasts.showError(opened.error)
}
