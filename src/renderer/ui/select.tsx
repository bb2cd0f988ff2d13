import { ChevronDown } from 'lucide-react'
import { type ReactNode, useMemo } from 'react'
import {
  Select as AriaSelect,
  Button,
  Label,
  ListBox,
  ListBoxItem,
  ListLayout,
  Popover,
  SelectValue,
  Virtualizer,
} from 'react-aria-components'
import { classNames } from './class-names'
import menu from './menu.module.css'
import styles from './select.module.css'

type SelectProps<T extends string> = {
  readonly label: ReactNode
  readonly value: T
  readonly onChange: (value: T) => void
  readonly options: readonly { readonly value: T; readonly label: string }[]
}

/** One of several, in a list that opens; its label stands before it. */
export function Select<T extends string>({ label, value, onChange, options }: SelectProps<T>) {
  return (
    <AriaSelect
      className={styles.select ?? ''}
      value={value}
      onChange={(key) => {
        const chosen = options.find((option) => option.value === key)
        if (chosen) onChange(chosen.value)
      }}
    >
      <Label className={styles.label ?? ''}>{label}</Label>
      <Button className={styles.button ?? ''}>
        <SelectValue />
        <ChevronDown size={14} aria-hidden="true" />
      </Button>
      <Popover className={menu.popover ?? ''}>
        {options.length > MANY ? (
          <Virtualizer layout={ListLayout} layoutOptions={LONG_LIST}>
            <Options options={options} long />
          </Virtualizer>
        ) : (
          <Options options={options} />
        )}
      </Popover>
    </AriaSelect>
  )
}

/** So many rows are more than a window shows, and thousands of them take seconds to build: then those in view alone are. */
const MANY = 60
/** CSS px. */
const LONG_LIST = { rowSize: 34 }

type Option = { readonly value: string; readonly label: string }

function Options({ options, long = false }: { readonly options: readonly Option[]; readonly long?: boolean }) {
  const items = useMemo(() => options.map(({ value, label }) => ({ id: value, label })), [options])
  return (
    <ListBox items={items} className={classNames(menu.menu, styles.list, long && styles.long)}>
      {({ id, label }) => (
        <ListBoxItem id={id} className={menu.item ?? ''} textValue={label}>
          <span>{label}</span>
        </ListBoxItem>
      )}
    </ListBox>
  )
}
