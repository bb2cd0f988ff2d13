import { X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { TAGS, tagSchema } from '#annotations/model/highlight'
import { useApp } from '../state/app-context'
import type { AppModel } from '../state/app-model'
import { useStore } from '../state/store'
import { Button, IconButton } from '../ui/button'
import { count } from '../ui/format'
import menu from '../ui/menu.module.css'
import { TagMark } from '../ui/tag-mark'
import styles from './bulk.module.css'
import { doToPicked } from './do-to-picked'
import { useKeptFocus } from './use-kept-focus'

const TYPING = 'input:not([type="checkbox"]), textarea, select, [role="textbox"], [role="combobox"], [role="dialog"]'

/** What can be done to the selected highlights, below whichever view they were selected in. */
export function BulkBar() {
  const app = useApp()
  const picked = useStore(app.picked.ids, (ids) => ids.size)
  const bar = useRef<HTMLElement>(null)
  useEscape(app)
  useKeptFocus(bar, picked > 0)
  if (picked === 0) return null
  const open = (what: 'link' | 'note' | 'speaker') => app.dialog.set({ kind: 'bulk', what })
  return (
    <section ref={bar} className={styles.bar} aria-label="Selected highlights" data-bulk-bar>
      <p className={styles.count} role="status">
        {count(picked, 'highlight')} selected
      </p>
      <MenuTrigger>
        <Button>Tag as…</Button>
        <Popover className={menu.popover ?? ''} placement="top start">
          <Menu
            className={menu.menu ?? ''}
            aria-label="Tag as"
            onAction={(key) => {
              const tag = tagSchema.safeParse(key)
              if (tag.success) void doToPicked(app, 'bulk.tag', { tag: tag.data })
            }}
          >
            {TAGS.map((tag) => (
              <MenuItem key={tag} id={tag} className={menu.item ?? ''} textValue={tag}>
                <TagMark tag={tag} />
              </MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
      <Button onPress={() => open('link')}>Link to…</Button>
      <Button onPress={() => open('note')}>Note…</Button>
      <Button onPress={() => open('speaker')}>Speaker…</Button>
      <Button look="danger" onPress={() => doToPicked(app, 'bulk.remove', {})}>
        Delete
      </Button>
      <IconButton label="Clear selection" onPress={app.picked.clear}>
        <X size={16} />
      </IconButton>
    </section>
  )
}

/** Escape lets go of the selection, once there is nothing else to let go of. */
function useEscape(app: AppModel): void {
  useEffect(() => {
    const onKeyDown = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || app.dialog.get() !== null) return
      if (app.picked.ids.get().size === 0) return
      if (event.target instanceof Element && event.target.closest(TYPING)) return
      app.picked.clear()
      app.announcement.set('Nothing selected')
      event.preventDefault()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [app])
}
