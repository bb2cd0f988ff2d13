import { ToggleButton, type ToggleButtonProps } from 'react-aria-components'
import styles from './chip.module.css'

/** A filter that is on or off, among others like it. */
export function Chip(props: Omit<ToggleButtonProps, 'className' | 'style'>) {
  return <ToggleButton {...props} className={styles.chip ?? ''} />
}
