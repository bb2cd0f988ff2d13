import type { ReactNode, Ref } from 'react'
import {
  Button as AriaButton,
  type ButtonProps as AriaButtonProps,
  Tooltip,
  TooltipTrigger,
} from 'react-aria-components'
import styles from './button.module.css'
import { Keys } from './keys'

type ButtonProps = Omit<AriaButtonProps, 'className' | 'style' | 'children'> & {
  readonly look?: 'plain' | 'primary' | 'quiet' | 'danger'
  readonly isBusy?: boolean
  readonly ref?: Ref<HTMLButtonElement>
  readonly children: ReactNode
}

/** A button with words. While what it does goes on it is busy, not disabled: it would lose the focus, and a dialog its keys. */
export function Button({ look = 'plain', isBusy = false, onPress, ...props }: ButtonProps) {
  return (
    <AriaButton
      {...props}
      {...(isBusy || !onPress ? {} : { onPress })}
      className={`${styles.button} ${styles[look]}`}
      data-busy={isBusy || undefined}
    />
  )
}

type IconButtonProps = Omit<AriaButtonProps, 'className' | 'style' | 'children' | 'aria-label'> & {
  readonly label: string
  readonly keys?: readonly string[] | null
  readonly children: ReactNode
}

/** A button that shows an icon alone; its name and shortcut appear on hover and focus, and are read out. */
export function IconButton({ label, keys = null, ...props }: IconButtonProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={80}>
      <AriaButton {...props} aria-label={label} className={`${styles.button} ${styles.icon}`} />
      <Tooltip className={styles.tooltip ?? ''} offset={6}>
        {label}
        {keys && <Keys parts={keys} />}
      </Tooltip>
    </TooltipTrigger>
  )
}
