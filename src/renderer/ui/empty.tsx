import type { ReactNode } from 'react'
import styles from './empty.module.css'

/** An empty or failed view: says what would be here, and offers the next step. */
export function Empty({
  title,
  children,
  actions,
  level = 1,
}: {
  readonly title: string
  readonly children?: ReactNode
  readonly actions?: ReactNode
  /** Of its heading: 2 where the view has one of its own above it. */
  readonly level?: 1 | 2
}) {
  const Heading = level === 1 ? 'h1' : 'h2'
  return (
    <div className={styles.empty}>
      <Heading className={styles.title}>{title}</Heading>
      {children && <div className={styles.text}>{children}</div>}
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  )
}
