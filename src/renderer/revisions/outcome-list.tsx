import { useState } from 'react'
import type { OutcomeView } from '#contract/revision-views'
import { shortWords } from '../linking/words'
import { Button } from '../ui/button'
import { formatNumber } from '../ui/format'
import { TagMark } from '../ui/tag-mark'
import { carriedWords } from './carried-words'
import styles from './outcome-list.module.css'

const MOST = 60
/** UTF-16 units of a passage that are shown: two lines. */
const MOST_WORDS = 160

/** What becomes of each highlight: those in doubt first, then those that changed most. */
export function OutcomeList({ outcomes }: { readonly outcomes: readonly OutcomeView[] }) {
  const [all, setAll] = useState(false)
  const sorted = outcomes.toSorted((a, b) => (a.found?.score ?? -1) - (b.found?.score ?? -1))
  const drawn = all ? sorted : sorted.slice(0, MOST)
  return (
    <>
      <ul className={styles.list} aria-label="Highlights in the new text">
        {drawn.map(({ id, tag, exact, found }) => (
          <li key={id} className={styles.item} data-doubt={found === null || undefined}>
            <TagMark tag={tag} />
            <span className={styles.words}>
              <q dir="auto">{shortWords(found?.exact ?? exact, MOST_WORDS)}</q>
              {found && found.exact !== exact && (
                <span className={styles.was} dir="auto">
                  was: {shortWords(exact, MOST_WORDS)}
                </span>
              )}
            </span>
            <span className={styles.how}>{found ? carriedWords(found) : 'needs a look'}</span>
          </li>
        ))}
      </ul>
      {drawn.length < sorted.length && (
        <Button look="quiet" onPress={() => setAll(true)}>
          Show all {formatNumber(sorted.length)}
        </Button>
      )}
    </>
  )
}
