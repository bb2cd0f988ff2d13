import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { Menu, MenuItem } from 'react-aria-components'
import { useStore } from '../state/store'
import { TagMark } from '../ui/tag-mark'
import { clampLeft, type Parts, type Place } from './parts'
import type { Passage } from './passages'
import { shorten } from './speech'
import styles from './stack-menu.module.css'

/** Overlapping passages at one place, the shortest first. */
export type Stack = { readonly members: readonly Passage[]; readonly at: Place }

type StackMenuProps = { readonly parts: Parts; readonly stack: Stack; readonly onClose: () => void }

/** Chooses among overlapping highlights. What the menu stands on is active already; it leaves with a click elsewhere. */
export function StackMenu({ parts, stack, onClose }: StackMenuProps) {
  const { app, column, scroller } = parts
  const active = useStore(app.reader.active, (id) => id)
  const selection = useStore(app.reader.selection, (span) => span)
  const box = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState<Place>(stack.at)

  useLayoutEffect(() => {
    const menu = box.current
    if (!menu) return
    // The menu's items come a moment after the menu, and only then is its height known.
    const observer = new ResizeObserver(() => setPlace(placeFor(stack.at, menu, column, scroller)))
    observer.observe(menu)
    return () => observer.disconnect()
  }, [stack, column, scroller])
  useEffect(() => {
    if (selection) onClose()
  }, [selection, onClose])
  useEffect(() => {
    const { dom } = parts.view
    const onDown = (event: PointerEvent) => {
      const target = event.target instanceof Node ? event.target : null
      // A click in the text says itself whether it is on the same stack.
      if (!box.current?.contains(target) && !dom.contains(target)) onClose()
    }
    window.addEventListener('pointerdown', onDown, true)
    return () => window.removeEventListener('pointerdown', onDown, true)
  }, [parts.view, onClose])

  const members = stack.members.filter(({ highlight }) => parts.passages.byId.has(highlight.id))
  if (members.length === 0) return null
  return (
    <div ref={box} className={styles.place} style={place} dir="ltr" lang="en">
      <Menu
        aria-label="Highlights here"
        className={styles.menu ?? ''}
        autoFocus="first"
        selectionMode="single"
        selectedKeys={active === null ? [] : [active]}
        disallowEmptySelection
        onAction={(key) => {
          const chosen = members.find(({ highlight }) => highlight.id === key)
          if (chosen) app.reader.activate(chosen.highlight.id)
          onClose()
        }}
        onClose={onClose}
      >
        {members.map(({ highlight }) => (
          <MenuItem
            key={highlight.id}
            id={highlight.id}
            className={styles.item ?? ''}
            textValue={`${highlight.tag} ${highlight.anchor.quote.exact}`}
            onHoverStart={() => app.reader.hovered.set(highlight.id)}
            onHoverEnd={() => app.reader.hovered.set(null)}
          >
            <TagMark tag={highlight.tag} />
            <span className={styles.words} dir="auto">
              {shorten(highlight.anchor.quote.exact)}
            </span>
          </MenuItem>
        ))}
      </Menu>
    </div>
  )
}

/** CSS px between the menu and the place that was clicked: the words stay readable. */
const GAP = 16

/** Below the place, or above it where there is no room below. */
function placeFor(at: Place, box: HTMLElement, column: HTMLElement, scroller: HTMLElement): Place {
  const { offsetWidth: width, offsetHeight: height } = box
  const y = column.getBoundingClientRect().top + at.top
  const fits = y + GAP + height <= scroller.getBoundingClientRect().bottom
  return { left: clampLeft(column, at.left, width), top: fits ? at.top + GAP : at.top - GAP - height }
}
