import { useEffect, useMemo } from 'react'
import { Menu, MenuItem, Popover } from 'react-aria-components'
import type { HighlightId } from '#annotations/model/ids'
import { relationWords } from '#annotations/model/relation'
import { CARD_HEADING, focusCard, headingOf } from '../rail/focus-card'
import { useApp, useOpenArticle } from '../state/app-context'
import menu from '../ui/menu.module.css'
import { TAG_NAMES } from '../ui/tag-mark'
import { followTo, linksOf } from './follow'
import styles from './linking-layer.module.css'
import { placeOf, shortWords } from './words'

/** UTF-16 units: about two lines. */
const MOST_SHOWN = 120

/** Asks which of several links to follow, at the card they hang on. */
export function FollowMenu({ from, onClose }: { readonly from: HighlightId; readonly onClose: () => void }) {
  const app = useApp()
  const here = useOpenArticle()?.article.id ?? null
  const anchor = useMemo(() => ({ current: headingOf(from) }), [from])
  useEffect(
    () => () => {
      // The popover gives the focus back to the card it hung on: it goes on to the one that was followed to.
      requestAnimationFrame(() => {
        const active = app.reader.active.get()
        if (active !== null && document.activeElement?.matches(CARD_HEADING)) focusCard(active)
      })
    },
    [app],
  )
  const ends = linksOf(app, from)
  return (
    <Popover
      className={`${menu.popover} ${styles.popover}`}
      triggerRef={anchor}
      isOpen
      onOpenChange={(open) => !open && onClose()}
      placement="bottom start"
    >
      <Menu
        className={menu.menu ?? ''}
        aria-label="Follow which link?"
        autoFocus="first"
        onClose={onClose}
        onAction={(key) => {
          const end = ends[Number(key)]
          if (end) followTo(app, from, end.other)
        }}
      >
        {ends.map(({ link, seenFrom, other }, i) => (
          <MenuItem key={`${link.id} ${seenFrom}`} id={i} textValue={other.exact} className={styles.choice ?? ''}>
            <span className={styles.relation}>
              {relationWords(link.relation, seenFrom)}{' '}
              <span className="visually-hidden">{TAG_NAMES[other.tag].toLowerCase()}:</span>
            </span>
            <span className={styles.words} dir="auto">
              {shortWords(other.exact, MOST_SHOWN)}
            </span>
            <span className={styles.place} dir="auto">
              {placeOf(other, here)}
            </span>
          </MenuItem>
        ))}
      </Menu>
    </Popover>
  )
}
