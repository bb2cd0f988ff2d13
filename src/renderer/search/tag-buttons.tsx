import { Button } from 'react-aria-components'
import { TAGS } from '#annotations/model/highlight'
import { useApp } from '../state/app-context'
import { TAG_NAMES } from '../ui/tag-mark'
import type { SearchRow } from './rows'
import styles from './search-list.module.css'
import { tagRow } from './tag-row'

/** The tags that a row's passage does not have, for the mouse; by keyboard a letter does it. */
export function TagButtons({ row }: { readonly row: Extract<SearchRow, { readonly kind: 'passage' }> }) {
  const app = useApp()
  return (
    <span className={styles.tags}>
      {TAGS.filter((tag) => tag !== row.hit.highlight?.tag).map((tag) => (
        <Button
          key={tag}
          className={styles.tag ?? ''}
          data-tag={tag}
          aria-label={row.hit.highlight ? `Change to ${tag}` : `Tag as ${tag}`}
          onPress={() => void tagRow(app, row, tag)}
        >
          {TAG_NAMES[tag]}
        </Button>
      ))}
    </span>
  )
}
