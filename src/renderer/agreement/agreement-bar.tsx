import { X } from 'lucide-react'
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { MOST_SIDES, type SideRef } from '#contract/agreement-methods'
import { type AgreementState, fits } from '../state/agreement'
import { sideKey } from '../state/agreement-route'
import { useApp } from '../state/app-context'
import { useStore } from '../state/store'
import { Button, IconButton } from '../ui/button'
import { count } from '../ui/format'
import menu from '../ui/menu.module.css'
import { Select } from '../ui/select'
import styles from './agreement-view.module.css'
import { chooseFile } from './choose-file'
import { chooseSide, everySide, optionsAt, type SideOption } from './side-options'

type BarProps = { readonly state: Extract<AgreementState, { readonly state: 'ready' }>; readonly open: number }

/** Above the numbers: who is compared with whom. */
export function AgreementBar({ state: { annotators, sides, view }, open }: BarProps) {
  const app = useApp()
  const files = useStore(app.agreement.files, (value) => value)
  const all = everySide(annotators, files)
  const free = sides.length < MOST_SIDES ? all.filter(({ side }) => fits(side, sides)) : []
  const isMany = sides.length > 4
  const go = (next: readonly SideRef[]) =>
    app.router.go({ ...app.agreement.last.get(), sides: next, pair: null, at: null })
  return (
    <div className={styles.bar}>
      <div className={styles.heading}>
        <h1 className={styles.title}>Agreement</h1>
        <span className={styles.total} role="status">
          {count(view.articles.length, 'article')}, {count(open, 'disagreement')}
        </span>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a wrapping flex line everywhere. */}
      <div className={styles.choices} role="group" aria-label="Who is compared" data-many={isMany || undefined}>
        {sides.map((side, place) => (
          <div key={sideKey(side)} className={styles.choice}>
            <Select
              label={
                <>
                  <span className={isMany ? 'visually-hidden' : undefined}>Side </span>
                  {place + 1}
                </>
              }
              value={sideKey(side)}
              onChange={(value) => {
                const chosen = all.find((option) => option.value === value)
                if (chosen && value !== sideKey(side)) go(chooseSide(place, chosen.side, sides))
              }}
              options={optionsAt(place, sides, all)}
            />
            {sides.length > 2 && (
              <IconButton
                label={`Leave ${view.names[place] ?? ''} out`}
                onPress={() => go(sides.filter((one) => one !== side))}
              >
                <X size={14} />
              </IconButton>
            )}
          </div>
        ))}
        {free.length > 0 && <AddSide free={free} onAdd={(side) => go([...sides, side])} />}
        {sides.some(({ file }) => file !== null) && annotators.length > 1 && (
          <Button look="quiet" onPress={() => go([])}>
            Within this desk
          </Button>
        )}
        <Button onPress={() => chooseFile(app)}>Compare with a file…</Button>
      </div>
    </div>
  )
}

type AddSideProps = { readonly free: readonly SideOption[]; readonly onAdd: (side: SideRef) => void }

function AddSide({ free, onAdd }: AddSideProps) {
  return (
    <MenuTrigger>
      <Button>Add a side</Button>
      <Popover className={menu.popover ?? ''}>
        <Menu
          className={menu.menu ?? ''}
          aria-label="Add a side"
          onAction={(key) => {
            const chosen = free.find(({ value }) => value === key)
            if (chosen) onAdd(chosen.side)
          }}
        >
          {free.map(({ value, label }) => (
            <MenuItem key={value} id={value} className={menu.item ?? ''} textValue={label}>
              <span dir="auto">{label}</span>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
