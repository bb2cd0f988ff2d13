import { Group } from 'react-aria-components'
import { TAGS, type Tag } from '#annotations/model/highlight'
import { RELATIONS, type Relation, relationWords } from '#annotations/model/relation'
import { Chip } from '../ui/chip'
import { TagMark } from '../ui/tag-mark'
import styles from './filter-chips.module.css'
import { RelationLine } from './relation-line'

type TagChipsProps = { readonly tags: readonly Tag[]; readonly onChange: (tags: readonly Tag[]) => void }

/** Narrows a drawing to some tags; nothing chosen is everything. */
export function TagChips({ tags, onChange }: TagChipsProps) {
  return (
    <Group className={styles.chips ?? ''} aria-label="Tags">
      {TAGS.map((tag) => (
        <Chip
          key={tag}
          isSelected={tags.includes(tag)}
          onChange={(on) => onChange(TAGS.filter((one) => (one === tag ? on : tags.includes(one))))}
        >
          <TagMark tag={tag} />
        </Chip>
      ))}
    </Group>
  )
}

type RelationChipsProps = {
  readonly relations: readonly Relation[]
  readonly onChange: (relations: readonly Relation[]) => void
}

/** Narrows a drawing to some relations, and is its legend: each with the line that it is drawn as. */
export function RelationChips({ relations, onChange }: RelationChipsProps) {
  return (
    <Group className={styles.chips ?? ''} aria-label="Relations">
      {RELATIONS.map((relation) => (
        <Chip
          key={relation}
          isSelected={relations.includes(relation)}
          onChange={(on) => onChange(RELATIONS.filter((one) => (one === relation ? on : relations.includes(one))))}
        >
          <span className={styles.relation}>
            <RelationLine relation={relation} />
            {relationWords(relation, 'from')}
          </span>
        </Chip>
      ))}
    </Group>
  )
}
