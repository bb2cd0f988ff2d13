import { isSymmetric, type Relation } from '#annotations/model/relation'
import styles from './relation-line.module.css'

type RelationLineProps = {
  readonly relation: Relation
  /** Whether its head points to the left. */
  readonly leftward?: boolean
}

/** A bit of a curve, as links of a relation are drawn. */
export function RelationLine({ relation, leftward = false }: RelationLineProps) {
  return (
    <svg
      className={styles.line}
      data-relation={relation}
      data-leftward={leftward || undefined}
      viewBox="0 0 28 10"
      aria-hidden="true"
    >
      <path className={styles.stroke} d={isSymmetric(relation) ? 'M 0 5 H 28' : 'M 0 5 H 21'} />
      {!isSymmetric(relation) && <path className={styles.head} d="M 20 1.2 L 28 5 L 20 8.8 z" />}
    </svg>
  )
}
