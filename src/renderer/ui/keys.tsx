import styles from './keys.module.css'

/** A shortcut, one cap a key. Decorative: the names of controls say what they do. */
export function Keys({ parts }: { readonly parts: readonly string[] }) {
  return (
    <span className={styles.keys} aria-hidden="true">
      {parts.map((part) => (
        <kbd key={part} className={styles.key}>
          {part}
        </kbd>
      ))}
    </span>
  )
}
