import type { ReactNode } from 'react'
import type { Tag } from '#annotations/model/highlight'
import type { Relation } from '#annotations/model/relation'
import styles from './figure.module.css'
import { RelationChips, TagChips } from './filter-chips'
import { PictureMenu } from './picture-menu'
import type { PictureKind } from './save-figure'
import { ZoomButtons } from './zoom-buttons'

type Filter = { readonly tags: readonly Tag[]; readonly relations: readonly Relation[] }

type FigureBarProps = {
  readonly title: string
  /** How much of the desk is drawn, in words. */
  readonly total: string
  /** What else it is narrowed down by. */
  readonly choices: ReactNode
  /** Whether the choices need a row of their own in a narrow window. */
  readonly manyChoices?: boolean
  readonly filter: Filter
  readonly onFilter: (filter: Partial<Filter>) => void
  readonly onZoom: (direction: 1 | -1) => void
  readonly onFit: () => void
  readonly onSave: (kind: PictureKind) => void
}

/** Above a drawing of the desk: what of it is shown. The relations are its legend too. */
export function FigureBar(props: FigureBarProps) {
  const { title, total, choices, manyChoices = false, filter, onFilter, onZoom, onFit, onSave } = props
  return (
    <div className={styles.bar} data-many={manyChoices || undefined}>
      <div className={styles.heading}>
        <h1 className={styles.title}>{title}</h1>
        <span className={styles.total} role="status">
          {total}
        </span>
      </div>
      <div className={styles.choices}>{choices}</div>
      <div className={styles.tools}>
        <ZoomButtons onZoom={onZoom} onFit={onFit} />
        <PictureMenu onSave={onSave} />
      </div>
      <div className={styles.filters}>
        <TagChips tags={filter.tags} onChange={(tags) => onFilter({ tags })} />
        <span className={styles.divider} />
        <RelationChips relations={filter.relations} onChange={(relations) => onFilter({ relations })} />
      </div>
    </div>
  )
}
