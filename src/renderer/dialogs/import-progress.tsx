import type { ExchangeStep } from '#contract/exchange-views'
import styles from './form.module.css'

type ImportProgressProps = { readonly name: string; readonly progress: ExchangeStep | null }

/** How far the reading of an import is. What a screen reader is told changes with the step, not with every megabyte. */
export function ImportProgress({ name, progress }: ImportProgressProps) {
  const isFar = progress?.step === 'files' && progress.total > MUCH
  return (
    <div className={styles.reading}>
      <p className={styles.lead} role="status">
        {wordsFor(progress, name)}
      </p>
      <progress aria-label="Reading" max={isFar ? progress.total : 1} {...(isFar && { value: progress.done })} />
      {isFar && (
        <p
          className={styles.lead}
          aria-hidden="true"
        >{`${megabytes(progress.done)} of ${megabytes(progress.total)} MB`}</p>
      )}
    </div>
  )
}

/** Bytes: fewer are there before anybody could read how many. */
const MUCH = 16 * 1024 * 1024

function megabytes(bytes: number): number {
  return Math.round(bytes / (1024 * 1024))
}

function wordsFor(progress: ExchangeStep | null, name: string): string {
  switch (progress?.step) {
    case undefined:
      return `Reading ${name}…`
    case 'files':
      return `Reading ${progress.name === '' ? name : progress.name}…`
    case 'reading':
      return 'Making out what is in it…'
    case 'comparing':
      return 'Comparing it with this desk…'
  }
}
