import { CircleAlert } from 'lucide-react'
import { useId } from 'react'
import type { RevisionPreview } from '#contract/revision-views'
import { errorText } from '../state/app-model'
import { count, formatNumber } from '../ui/format'
import styles from './comparison.module.css'
import { DiffRows } from './diff-rows'
import { OutcomeList } from './outcome-list'
import type { PreviewState } from './use-preview'

/** What a new text changes, and what becomes of the article's highlights. */
export function Comparison({ state }: { readonly state: PreviewState }) {
  switch (state.state) {
    case 'none':
      return null
    case 'comparing':
      return (
        <p className={styles.status} role="status">
          {state.progress
            ? `Looking for highlights… ${formatNumber(state.progress.done)} of ${formatNumber(state.progress.total)}`
            : 'Comparing…'}
        </p>
      )
    case 'failed':
      return (
        <p className={styles.failed} role="alert">
          <CircleAlert size={16} aria-hidden="true" />
          {errorText(state.error)}
        </p>
      )
    case 'ready':
      return state.preview.sameText ? (
        <p className={styles.status} role="status">
          This is the newest revision’s text, to the letter: there is nothing to add.
        </p>
      ) : (
        <Changes preview={state.preview} />
      )
  }
}

function Changes({ preview: { rows, outcomes } }: { readonly preview: RevisionPreview }) {
  const id = useId()
  const doubtful = outcomes.filter(({ found }) => found === null).length
  return (
    <>
      <p className={styles.counts} role="status">
        {outcomes.length === 0 ? 'No highlights to take along.' : outcomeWords(outcomes.length - doubtful, doubtful)}
      </p>
      {outcomes.length > 0 && (
        <section aria-labelledby={`${id}-highlights`}>
          <h3 id={`${id}-highlights`} className={styles.heading}>
            Highlights
          </h3>
          <OutcomeList outcomes={outcomes} />
        </section>
      )}
      <section aria-labelledby={`${id}-changes`}>
        <h3 id={`${id}-changes`} className={styles.heading}>
          What changed
        </h3>
        <DiffRows rows={rows} />
      </section>
    </>
  )
}

/** "14 highlights found, 2 need a look". */
function outcomeWords(found: number, doubtful: number): string {
  const rest = doubtful === 0 ? '' : `, ${doubtful} ${doubtful === 1 ? 'needs' : 'need'} a look`
  return `${count(found, 'highlight')} found${rest}`
}
