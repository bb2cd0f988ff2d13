import type { RefObject } from 'react'
import { createPortal } from 'react-dom'
import { useApp } from '../state/app-context'
import type { LinkDrag } from '../state/linking'
import { useStore } from '../state/store'
import { FollowMenu } from './follow-menu'
import { JoinPopover } from './join-popover'
import styles from './linking-layer.module.css'
import { useScrollAtEdges } from './use-scroll-at-edges'

type LayerProps = { readonly scroller: RefObject<HTMLElement | null> }

/** What lies over the article while a link is drawn, confirmed, or chosen among several. */
export function LinkingLayer({ scroller }: LayerProps) {
  const app = useApp()
  const drag = useStore(app.linking.drag, (drag) => drag)
  const dialog = useStore(app.dialog, (dialog) => dialog)
  const close = () => app.dialog.set(null)
  useScrollAtEdges(scroller, drag !== null)
  return (
    <>
      {drag && createPortal(<DragLine drag={drag} />, document.body)}
      {dialog?.kind === 'join' && <JoinPopover {...dialog} onClose={close} />}
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
