import { ChevronRight, CopyCheck } from 'lucide-react'
import { memo, useId, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import type { Block } from '#annotations/model/article'
import type { ArticleId } from '#annotations/model/ids'
import { Comparison } from '../revisions/comparison'
import { usePreview } from '../revisions/use-preview'
import { Checkbox } from '../ui/checkbox'
import { Facts } from '../ui/facts'
import { formatPublished } from '../ui/format'
import styles from './add-dialog.module.css'
import { AllFields } from './article-fields'
import { type ArticleForm, formErrors } from './article-form'
import { beginningOf, sizeOf, twinText } from './import-words'
import type { Import, ImportRow } from './use-import'

type AddRowProps = {
  readonly row: ImportRow
  /** Whether its details are shown as long as the user did not say. */
  readonly open: boolean
  readonly onEdit: (id: number, form: ArticleForm) => void
  readonly onChoose: Import['choose']
}

/** One article of the preview. Memoised: typing in one of hundreds must not draw them all. */
export const AddRow = memo(function AddRow({ row, open, onEdit, onChoose }: AddRowProps) {
  const [toggled, setToggled] = useState<boolean | null>(null)
  const details = useId()
  const { id, draft, form, notes, twin, chosen, asRevision } = row
  const errors = formErrors(form)
  const wrong = Object.keys(errors).length > 0
  const shown = toggled ?? (open || wrong)
  const name = draft.source.name ?? form.title
  const facts = [form.publisher, form.published && formatPublished(form.published), draft.source.name]
  return (
    <li className={styles.item} data-left-out={chosen ? undefined : true} aria-label={form.title}>
      <div className={styles.head}>
        <Checkbox
          isSelected={chosen}
          onChange={(next) => onChoose(id, { chosen: next })}
          aria-label={`Add “${form.title}”`}
        />
        <AriaButton
          className={styles.toggle ?? ''}
          aria-expanded={shown}
          aria-controls={details}
          onPress={() => setToggled(!shown)}
        >
          <ChevronRight size={14} className={styles.chevron} aria-hidden="true" />
          <span className={styles.title} dir="auto">
            {form.title || 'Without a title'}
          </span>
          <span className={styles.facts}>
            <Facts of={facts} />
          </span>
        </AriaButton>
      </div>
      {twin && (
        <p className={styles.twin}>
          <CopyCheck size={14} aria-hidden="true" />
          {twinText(twin)}
        </p>
      )}
      {twin?.id && twin.kind !== 'same' && chosen && (
        <div className={styles.revision}>
          <Checkbox isSelected={asRevision} onChange={(next) => onChoose(id, { asRevision: next })}>
            Add it as a new revision of that article, and carry its highlights along
          </Checkbox>
          {asRevision && <Effect articleId={twin.id} blocks={draft.blocks} />}
        </div>
      )}
      <div id={details} hidden={!shown}>
        {shown && (
          <fieldset className={styles.fields} aria-label={name}>
            <AllFields form={form} errors={errors} onChange={(next) => onEdit(id, next)} />
            <blockquote className={styles.beginning} dir={form.direction} lang={form.language || undefined}>
              {beginningOf(draft)}
            </blockquote>
            <p className={styles.notes}>{[sizeOf(draft), ...notes].join(' ')}</p>
          </fieldset>
        )}
      </div>
    </li>
  )
})

/** What the new revision changes, before it is added. */
function Effect({ articleId, blocks }: { readonly articleId: ArticleId; readonly blocks: readonly Block[] }) {
  return <Comparison state={usePreview(articleId, blocks)} />
}
