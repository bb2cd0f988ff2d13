import styles from './loading.module.css'

/** A view whose content is on its way: what it is, and, when that takes more than a moment, what is being done. */
export function Loading({ title, children }: { readonly title: string; readonly children: string }) {
  return (
    <div className={styles.loading} aria-busy="true">
      <h1 className={styles.title}>{title}</h1>
      <p className={styles.words} role="status">
        {children}
      </p>
      <div className={styles.lines} aria-hidden="true" />
    </div>
  )
}
