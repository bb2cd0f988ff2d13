import { ArrowLeftRight, Check, ChevronRight, Columns2, Ellipsis, StickyNote, Trash2 } from 'lucide-react'
import { Button, Menu, MenuItem, MenuTrigger, Popover, SubmenuTrigger } from 'react-aria-components'
import type { Link } from '#annotations/model/link'
import { isSymmetric, RELATIONS, relationSchema, relationWords } from '#annotations/model/relation'
import { useApp, useOpenArticle } from '../state/app-context'
import { besides, type ComparePlace } from '../state/compare-route'
import type { LinkEnd } from '../state/open-article'
import menu from '../ui/menu.module.css'
import styles from './link-list.module.css'

type LinkMenuProps = { readonly end: LinkEnd; readonly label: string; readonly onEditNote: () => void }

/** What can be done with a link. */
export function LinkMenu({ end, label, onEditNote }: LinkMenuProps) {
  const app = useApp()
  const { link } = end
  const beside = useBeside(end)
  return (
    <MenuTrigger>
      <Button className={styles.menuButton ?? ''} aria-label={label}>
        <Ellipsis size={15} />
      </Button>
      <Popover className={menu.popover ?? ''} placement="bottom end">
        <Menu className={menu.menu ?? ''}>
          {beside && (
            <MenuItem className={menu.item ?? ''} onAction={() => app.router.go(beside)}>
              <span>Compare side by side</span>
              <Columns2 size={14} aria-hidden="true" />
            </MenuItem>
          )}
          <SubmenuTrigger>
            <MenuItem className={menu.item ?? ''}>
              <span>Change relation</span>
              <ChevronRight size={14} aria-hidden="true" />
            </MenuItem>
            <Popover className={menu.popover ?? ''}>
              <Relations end={end} />
            </Popover>
          </SubmenuTrigger>
          {!isSymmetric(link.relation) && (
            <MenuItem
              className={menu.item ?? ''}
              onAction={() => app.act('link.edit', { id: link.id, patch: { turn: true } })}
            >
              <span>Turn round</span>
              <ArrowLeftRight size={14} aria-hidden="true" />
            </MenuItem>
          )}
          <MenuItem className={menu.item ?? ''} onAction={onEditNote}>
            <span>{link.note === '' ? 'Add a note' : 'Edit note'}</span>
            <StickyNote size={14} aria-hidden="true" />
          </MenuItem>
          <MenuItem className={menu.item ?? ''} onAction={() => app.act('link.remove', { ids: [link.id] }, 'toast')}>
            <span>Delete link</span>
            <Trash2 size={14} aria-hidden="true" />
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}

/** Both ends of a link to another article beside each other; null for one within an article, or where they stand so already. */
function useBeside({ link, seenFrom, other }: LinkEnd): ComparePlace | null {
  const app = useApp()
  const here = useOpenArticle()?.article.id
  if (!here || here === other.articleId || app.acting.get() !== null) return null
  return besides({ id: here, highlight: link[seenFrom] }, { id: other.articleId, highlight: other.id })
}

/** Every relation that the link could have, in the words that this end reads. */
function Relations({ end: { link, seenFrom } }: { readonly end: LinkEnd }) {
  const app = useApp()
  return (
    <Menu
      className={menu.menu ?? ''}
      aria-label="Relation"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[link.relation]}
      onAction={(key) => changeRelation(app, link, String(key))}
    >
      {RELATIONS.map((relation) => (
        <MenuItem
          key={relation}
          id={relation}
          className={menu.item ?? ''}
          textValue={relationWords(relation, seenFrom)}
        >
          {({ isSelected }) => (
            <>
              <span>{relationWords(relation, seenFrom)}</span>
              {isSelected && <Check size={14} aria-hidden="true" />}
            </>
          )}
        </MenuItem>
      ))}
    </Menu>
  )
}

function changeRelation(app: ReturnType<typeof useApp>, link: Link, key: string): void {
  const relation = relationSchema.safeParse(key)
  if (relation.success && relation.data !== link.relation) {
    void app.act('link.edit', { id: link.id, patch: { relation: relation.data } })
  }
}
