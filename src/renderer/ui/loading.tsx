import styles from './loading.module.css'

type LoadingProps = {
  /** None where what is on its way stands below a heading of its own. */
  readonly title?: string
  readonly level?: 1 | 2
  /** The title waits as long as the words: for what has it elsewhere, or none, once it is there. */
  readonly late?: boolean
  readonly children: string
}

/** Content on its way: what it is, and, when that takes more than a moment, what is being done. */
export function Loading({ title, level = 1, late = false, children }: LoadingProps) {
  const Heading = level === 1 ? 'h1' : 'h2'
  return (
    <div className={styles.loading} aria-busy="true" data-late={late || undefined} data-part={!title || undefined}>
      {title && (
        <Heading className={styles.title} dir="auto">
          {title}
        </Heading>
      )}
      <p className={styles.words} role="status">
        {children}
      </p>
      <div className={styles.lines} aria-hidden="true" />
    </div>
  )
}
