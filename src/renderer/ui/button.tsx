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
  readonly ref?: Ref<HTMLButtonElement>
  readonly children: ReactNode
}

/** A button with words. */
export function Button({ look = 'plain', ...props }: ButtonProps) {
  return <AriaButton {...props} className={`${styles.button} ${styles[look]}`} />
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
