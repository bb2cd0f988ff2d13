import { Keys } from '../ui/keys'
import { TagMark } from '../ui/tag-mark'
import styles from './rail.module.css'

const LESSON = [
  { tag: 'claim', key: 'C', words: 'what is asserted and can be checked' },
  { tag: 'attribution', key: 'A', words: 'who said it, and how: “the ministry said”' },
  { tag: 'denial', key: 'D', words: 'where a source denies or plays down' },
] as const

/** What the rail is for, while it has nothing to show. */
export function RailEmpty() {
  return (
    <div className={styles.empty}>
      <p>
        Select a passage, then press <kbd>c</kbd>, <kbd>a</kbd> or <kbd>d</kbd>.
      </p>
      <dl className={styles.lesson}>
        {LESSON.map(({ tag, key, words }) => (
          <div key={tag} style={{ display: 'contents' }}>
            <dt>
              <Keys parts={[key]} /> <TagMark tag={tag} />
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
