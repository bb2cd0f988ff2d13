import type { Rating } from '#annotations/model/verdict'
import styles from './rating-mark.module.css'
import { RATING_NAMES } from './words'

/** A verdict's name with a sign of its own, so that it is not told by colour alone. */
export function RatingMark({ rating }: { readonly rating: Rating }) {
  return (
    <span className={styles.mark} data-rating={rating}>
      <span aria-hidden="true">{SIGNS[rating]}</span> {RATING_NAMES[rating]}
    </span>
  )
}

const SIGNS: { readonly [R in Rating]: string } = {
  unchecked: '○',
  supported: '✓',
  disputed: '≠',
  false: '✕',
  unprovable: '?',
}
