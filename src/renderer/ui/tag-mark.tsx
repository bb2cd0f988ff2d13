import type { Tag } from '#annotations/model/highlight'
import styles from './tag-mark.module.css'

export const TAG_NAMES: { readonly [T in Tag]: string } = {
  claim: 'Claim',
  attribution: 'Attribution',
  denial: 'Denial',
}

/** A tag's name in its hue over its line, as its passages are drawn. */
export function TagMark({ tag }: { readonly tag: Tag }) {
  return (
    <span className={styles.mark} data-tag={tag}>
      {TAG_NAMES[tag]}
    </span>
  )
}
