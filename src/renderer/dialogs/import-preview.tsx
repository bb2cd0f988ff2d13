import { CircleAlert } from 'lucide-react'
import type { ExchangePreview, LabelMap } from '#contract/exchange-views'
import { Checkbox } from '../ui/checkbox'
import { formatNumber } from '../ui/format'
import { faultsAdvice, faultsHeading, isEmptyImport, leadWords, standingWords } from './exchange-words'
import styles from './form.module.css'
import { LabelTable } from './label-table'
import table from './label-table.module.css'

type ImportPreviewProps = {
  readonly preview: ExchangePreview
  readonly isBusy: boolean
  readonly partial: boolean
  readonly onPartial: (partial: boolean) => void
  readonly restore: boolean
  readonly onRestore: (restore: boolean) => void
  readonly onLabels: (labels: LabelMap) => void
}

/** What an import would bring, what its labels mean, what was not understood, and what is wrong with it. */
export function ImportPreview({
  preview,
  isBusy,
  partial,
  onPartial,
  restore,
  onRestore,
  onLabels,
}: ImportPreviewProps) {
  const { name, format, verb, counts, notes, faults, faultCount, differences } = preview
  const isEmpty = isEmptyImport(counts)
  const differing = counts.conflicts + counts.updated
  const advice = faultsAdvice(preview, isEmpty)
  const sentences = standingWords(counts)
  return (
    <>
      <div className={styles.lead} role="status">
        <p>
          <span className={styles.path}>{name}</span>
          {verb === 'Merge' ? ', another desk' : `, ${format.title}`}
          {': '}
          {leadWords(preview)}
        </p>
        {sentences.length > 0 && (
          <ul>
            {sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        )}
      </div>
      {(restore || counts.removed > 0) && (
        <Checkbox isSelected={restore} onChange={onRestore}>
          Bring back what was removed here
        </Checkbox>
      )}
      {differences.length > 0 && (
        <section aria-label="What differs">
          <h3 className={table.heading}>What differs</h3>
          <Sentences sentences={differences} label="What differs" more={differing - differences.length} />
        </section>
      )}
      <LabelTable preview={preview} isDisabled={isBusy} onChange={onLabels} />
      {notes.length > 0 && (
        <section aria-label="Not understood, or changed">
          <h3 className={table.heading}>Not understood, or changed</h3>
          <Sentences sentences={notes} label="Not understood, or changed" />
        </section>
      )}
      {faultCount > 0 && (
        <section className={table.faults} aria-label="What is wrong with it">
          <p className={table.faultsTitle} role="alert">
            <CircleAlert size={16} aria-hidden="true" />
            {faultsHeading(preview)}
          </p>
          <Sentences sentences={faults} label="What is wrong" more={faultCount - faults.length} />
          {advice !== null && <p className={table.advice}>{advice}</p>}
          {!isEmpty && (
            <Checkbox isSelected={partial} onChange={onPartial}>
              {faultCount === preview.recordsAtFault
                ? 'Leave these out, and take the rest'
                : 'Go on without what is missing, and take the rest'}
            </Checkbox>
          )}
        </section>
      )}
    </>
  )
}

/** A list that scrolls by keys as well. */
function Sentences({
  sentences,
  label,
  more = 0,
}: {
  readonly sentences: readonly string[]
  readonly label: string
  /** How many there are beside those that are listed. */
  readonly more?: number
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys.
    <ul className={table.more} tabIndex={0} aria-label={label}>
      {sentences.map((sentence, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is never reordered, and sentences repeat.
        <li key={index} dir="auto">
          {sentence}
        </li>
      ))}
      {more > 0 && <li>{`… and ${formatNumber(more)} more.`}</li>}
    </ul>
  )
}
