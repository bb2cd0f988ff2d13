import { CircleAlert } from 'lucide-react'
import type { ExchangePreview, LabelMap } from '#contract/exchange-views'
import { Checkbox } from '../ui/checkbox'
import { count } from '../ui/format'
import { bringsWords, isEmptyImport, standingWords } from './exchange-words'
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

/** What an import would bring, what its labels mean, what was not understood, and which records are at fault. */
export function ImportPreview({
  preview,
  isBusy,
  partial,
  onPartial,
  restore,
  onRestore,
  onLabels,
}: ImportPreviewProps) {
  const { name, format, verb, counts, notes, faults, faultCount } = preview
  const brings = bringsWords(counts)
  const sentences = standingWords(counts)
  return (
    <>
      <div className={styles.lead} role="status">
        <p>
          <span className={styles.path}>{name}</span>
          {verb === 'Merge' ? ', another desk' : `, ${format.title}`}
          {': '}
          {isEmptyImport(counts)
            ? counts.same > 0
              ? 'everything in it is in this desk already.'
              : counts.removed > 0
                ? 'everything in it was removed here.'
                : 'nothing in it can be imported as it stands.'
            : brings === null
              ? 'nothing new.'
              : `${brings}.`}
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
      <LabelTable preview={preview} isDisabled={isBusy} onChange={onLabels} />
      {notes.length > 0 && (
        <section aria-label="Not understood, or changed">
          <h3 className={table.heading}>Not understood, or changed</h3>
          <Sentences sentences={notes} label="Not understood, or changed" />
        </section>
      )}
      {faultCount > 0 && (
        <section className={table.faults} aria-label="Records at fault">
          <p className={table.faultsTitle} role="alert">
            <CircleAlert size={16} aria-hidden="true" />
            {count(faultCount, 'record')} {faultCount === 1 ? 'is' : 'are'} at fault
          </p>
          <Sentences sentences={faults} label="Records at fault" />
          {faultCount > faults.length && <p className={styles.lead}>{`… and ${faultCount - faults.length} more.`}</p>}
          <Checkbox isSelected={partial} onChange={onPartial}>
            Leave these out, and take the rest
          </Checkbox>
        </section>
      )}
    </>
  )
}

/** A list that scrolls by keys as well. */
function Sentences({ sentences, label }: { readonly sentences: readonly string[]; readonly label: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys.
    <ul className={table.more} tabIndex={0} aria-label={label}>
      {sentences.map((sentence, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is never reordered, and sentences repeat.
        <li key={index} dir="auto">
          {sentence}
        </li>
      ))}
    </ul>
  )
}
