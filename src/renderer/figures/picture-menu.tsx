import { Download } from 'lucide-react'
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { Button } from '../ui/button'
import menu from '../ui/menu.module.css'
import { PICTURE_KINDS, type PictureKind } from './save-figure'

const NAMES: { readonly [K in PictureKind]: string } = { svg: 'SVG: lines that scale', png: 'PNG: a picture of dots' }

/** Saves what is shown as a picture. */
export function PictureMenu({ onSave }: { readonly onSave: (kind: PictureKind) => void }) {
  return (
    <MenuTrigger>
      <Button look="quiet">
        <Download size={15} aria-hidden="true" />
        Save picture
      </Button>
      <Popover className={menu.popover ?? ''} placement="bottom end" offset={4}>
        <Menu className={menu.menu ?? ''} aria-label="Save picture">
          {PICTURE_KINDS.map((kind) => (
            <MenuItem key={kind} className={menu.item ?? ''} textValue={NAMES[kind]} onAction={() => onSave(kind)}>
              {NAMES[kind]}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
