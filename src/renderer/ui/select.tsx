import { ChevronDown } from 'lucide-react'
import { Select as AriaSelect, Button, Label, ListBox, ListBoxItem, Popover, SelectValue } from 'react-aria-components'
import { classNames } from './class-names'
import menu from './menu.module.css'
import styles from './select.module.css'

type SelectProps<T extends string> = {
  readonly label: string
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
        <ListBox className={classNames(menu.menu, styles.list)}>
          {options.map((option) => (
            <ListBoxItem key={option.value} id={option.value} className={menu.item ?? ''} textValue={option.label}>
              <span>{option.label}</span>
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
