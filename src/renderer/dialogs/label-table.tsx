import { useId } from 'react'
import { TAGS, type Tag } from '#annotations/model/highlight'
import { RELATIONS, type Relation, relationWords } from '#annotations/model/relation'
import type { ExchangePreview, LabelMap } from '#contract/exchange-views'
import { count } from '../ui/format'
import { TAG_NAMES } from '../ui/tag-mark'
import columns from './columns-dialog.module.css'
import { labelsOf } from './exchange-words'
import styles from './label-table.module.css'

type LabelTableProps = {
  readonly preview: ExchangePreview
  readonly isDisabled: boolean
  readonly onChange: (labels: LabelMap) => void
}

/** Says for each label of another tool which of our tags, or relations, it is. */
export function LabelTable({ preview, isDisabled, onChange }: LabelTableProps) {
  const labels = labelsOf(preview)
  const sayTag = (label: string, value: string) => {
    const tag: Tag | null = TAGS.find((one) => one === value) ?? null
    onChange({ ...labels, tags: { ...labels.tags, [label]: tag } })
  }
  const sayRelation = (label: string, value: string) => {
    const { [label]: _old, ...others } = labels.relations
    const relation: Relation | undefined = RELATIONS.find((one) => one === value)
    onChange({ ...labels, relations: relation === undefined ? others : { ...others, [label]: relation } })
  }
  if (preview.tags.length + preview.relations.length === 0) return null
  return (
    <section className={styles.labels} aria-label={`Labels of ${preview.format.title}`}>
      <h3 className={styles.heading}>What its labels mean</h3>
      <p className={styles.hint}>Crossread remembers it for this format.</p>
      <div className={styles.list}>
        {preview.tags.map(({ label, count: number, meaning }) => (
          <LabelChoice
            key={`tag ${label}`}
            label={label}
            hint={count(number, 'highlight')}
            value={meaning ?? ''}
            options={TAGS.map((tag) => ({ value: tag, label: TAG_NAMES[tag] }))}
            none="Leave out"
            isDisabled={isDisabled}
            onChange={(value) => sayTag(label, value)}
          />
        ))}
        {preview.relations.map(({ label, count: number, meaning }) => (
          <LabelChoice
            key={`relation ${label}`}
            label={label}
            hint={count(number, 'link')}
            value={meaning ?? ''}
            options={RELATIONS.map((relation) => ({ value: relation, label: relationWords(relation, 'from') }))}
            none="relates to, with this as its note"
            isDisabled={isDisabled}
            onChange={(value) => sayRelation(label, value)}
          />
        ))}
      </div>
    </section>
  )
}

type LabelChoiceProps = {
  readonly label: string
  readonly hint: string
  readonly value: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  readonly none: string
  readonly isDisabled: boolean
  readonly onChange: (value: string) => void
}

function LabelChoice({ label, hint, value, options, none, isDisabled, onChange }: LabelChoiceProps) {
  const id = useId()
  return (
    <div className={columns.choice}>
      <label htmlFor={id} className={styles.label}>
        <bdi>{label === '' ? 'No label' : label}</bdi> <span className={styles.count}>{hint}</span>
      </label>
      <select
        id={id}
        className={columns.select}
        value={value}
        aria-disabled={isDisabled}
        onChange={(event) => onChange(event.target.value)}
      >
        <option value="">{none}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  )
}
