import { Group } from 'react-aria-components'
import { TAGS, type Tag } from '#annotations/model/highlight'
import { Chip } from '../ui/chip'
import { TagMark } from '../ui/tag-mark'
import styles from './link-dialog.module.css'
import type { LinkQuery } from './link-search'

const PLACES = [
  { where: 'elsewhere', label: 'Other articles' },
  { where: 'here', label: 'This article' },
] as const

/** Narrows the search to some tags, and to this article or the others. Nothing chosen is everything. */
export function LinkFilters({
  query,
  onChange,
  places = true,
}: {
  readonly query: LinkQuery
  readonly onChange: (query: LinkQuery) => void
  /** Whether there is an article that is this one. */
  readonly places?: boolean
}) {
  const toggleTag = (tag: Tag, on: boolean) =>
    onChange({ ...query, tags: on ? [...query.tags, tag] : query.tags.filter((other) => other !== tag) })
  return (
    <Group className={styles.filters ?? ''} aria-label="Filter">
      {TAGS.map((tag) => (
        <Chip key={tag} isSelected={query.tags.includes(tag)} onChange={(on) => toggleTag(tag, on)}>
          <TagMark tag={tag} />
        </Chip>
      ))}
      {places && <span className={styles.divider} />}
      {(places ? PLACES : []).map(({ where, label }) => (
        <Chip
          key={where}
          isSelected={query.where === where}
          onChange={(on) => onChange({ ...query, where: on ? where : 'anywhere' })}
        >
          {label}
        </Chip>
      ))}
    </Group>
  )
}
