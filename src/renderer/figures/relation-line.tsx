import { isSymmetric, type Relation } from '#annotations/model/relation'
import styles from './relation-line.module.css'
import { RELATION_LOOKS } from './relation-look'

type RelationLineProps = {
  readonly relation: Relation
  /** Whether its head points to the left. */
  readonly leftward?: boolean
}

/** A short piece of the line that links of a relation are drawn as, with its arrowhead where it has a direction. */
export function RelationLine({ relation, leftward = false }: RelationLineProps) {
  const { token, dashes } = RELATION_LOOKS[relation]
  const hasHead = !isSymmetric(relation)
  return (
    <svg width={20} height={8} className={styles.line} data-leftward={leftward || undefined} aria-hidden="true">
      <path
        d={hasHead ? 'M0 4H14' : 'M0 4H20'}
        stroke={`var(${token})`}
        strokeWidth={2}
        strokeDasharray={dashes.join(' ') || undefined}
      />
      {hasHead && <path d="M13 0.5L20 4L13 7.5z" fill={`var(${token})`} />}
    </svg>
  )
}
