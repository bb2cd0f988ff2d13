import { type RefObject, useEffect } from 'react'
import { createPortal } from 'react-dom'
import { useApp } from '../state/app-context'
import type { LinkDrag } from '../state/linking'
import type { OpenArticle } from '../state/open-article'
import { useStore } from '../state/store'
import { FollowMenu } from './follow-menu'
import { JoinPopover } from './join-popover'
import styles from './linking-layer.module.css'

type LayerProps = { readonly article: OpenArticle; readonly scroller: RefObject<HTMLElement | null> }

/** What lies over the article while a link is drawn, confirmed, or chosen among several. */
export function LinkingLayer({ article, scroller }: LayerProps) {
  const app = useApp()
  const drag = useStore(app.linking.drag, (drag) => drag)
  const dialog = useStore(app.dialog, (dialog) => dialog)
  const close = () => app.dialog.set(null)
  useScrollAtEdges(scroller, drag !== null)
  return (
    <>
      {drag && createPortal(<DragLine drag={drag} />, document.body)}
      {dialog?.kind === 'join' && <JoinPopover article={article} {...dialog} onClose={close} />}
      {dialog?.kind === 'follow' && <FollowMenu from={dialog.from} onClose={close} />}
    </>
  )
}

function DragLine({ drag }: { readonly drag: LinkDrag }) {
  const { start, at, over } = drag
  const middle = (start.x + at.x) / 2
  return (
    <svg className={styles.layer} aria-hidden="true" data-over={over === null ? undefined : ''}>
      <path
        className={styles.line}
        d={`M ${start.x} ${start.y} C ${middle} ${start.y}, ${middle} ${at.y}, ${at.x} ${at.y}`}
      />
      <circle className={styles.end} cx={start.x} cy={start.y} r={3.5} />
      <circle className={styles.end} cx={at.x} cy={at.y} r={over === null ? 3.5 : 6} />
    </svg>
  )
}

/** CSS px from the top or bottom of the view, within which a drag scrolls it; and CSS px a frame at the very edge. */
const EDGE = 56
const FASTEST = 18

/** While a link is dragged near the top or bottom, the article scrolls that way. */
function useScrollAtEdges(scroller: RefObject<HTMLElement | null>, dragging: boolean): void {
  const { drag } = useApp().linking
  useEffect(() => {
    const element = scroller.current
    if (!dragging || !element) return
    let frame = 0
    const step = () => {
      frame = requestAnimationFrame(step)
      const now = drag.get()
      if (!now) return
      const { top, bottom } = element.getBoundingClientRect()
      const before = element.scrollTop
      element.scrollTop += FASTEST * (depth(now.at.y - (bottom - EDGE)) - depth(top + EDGE - now.at.y))
      const by = element.scrollTop - before
      // The line starts in the text and scrolls with it.
      if (by !== 0) drag.set({ ...now, start: { ...now.start, y: now.start.y - by } })
    }
    frame = requestAnimationFrame(step)
    return () => cancelAnimationFrame(frame)
  }, [scroller, dragging, drag])
}

function depth(distance: number): number {
  return Math.min(1, Math.max(0, distance / EDGE))
}
