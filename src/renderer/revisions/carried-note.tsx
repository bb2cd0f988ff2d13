import type { Highlight } from '#annotations/model/highlight'
import styles from './carried-note.module.css'
import { carriedWords } from './carried-words'

/** On a card: how its highlight came into this revision, or that it stays with its own. */
export function CarriedNote({ highlight: { carried, settled } }: { readonly highlight: Highlight }) {
  if (settled) return <p className={styles.note}>Kept with this text; not in the newest.</p>
  if (!carried) return null
  return <p className={styles.note}>In this revision: {carriedWords(carried)}.</p>
}
