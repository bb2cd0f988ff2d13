import { Button } from 'react-aria-components'
import { useApp } from '../state/app-context'
import styles from './search-help.module.css'

/** What one can write, each line a thing to try. */
const EXAMPLES: readonly { readonly write: string; readonly words: string }[] = [
  {
    write: 'night ferry',
    words: 'both words in one article, highlight or link; each may be the beginning of a longer one',
  },
  { write: '"the night ferry"', words: 'these words in a row' },
  { write: 'minster~', words: 'words that are spelled alike' },
  { write: 'tag:denial', words: 'highlights with a tag: claim, attribution or denial' },
  { write: 'speaker:ada', words: 'attributions to a speaker' },
  { write: 'publisher:herald', words: 'in one paper' },
  { write: 'date:2022..2023', words: 'in articles of a time: a year, month or day, or from one to another' },
  { write: 'linked:no', words: 'highlights without a link' },
  { write: 'relation:denies', words: 'links of a kind, and the highlights that they join' },
  { write: 'article:ferry', words: 'in articles whose title has these words' },
]

/** Shown as long as nothing is asked for. */
export function SearchHelp() {
  const app = useApp()
  const write = (query: string) => {
    app.router.step({ view: 'search', query })
    document.querySelector<HTMLInputElement>('[data-search-desk]')?.focus()
  }
  return (
    <div className={styles.help}>
      <h2 className={styles.title}>What you can write</h2>
      <ul className={styles.examples}>
        {EXAMPLES.map((example) => (
          <li key={example.write} className={styles.example}>
            <Button className={styles.write ?? ''} onPress={() => write(example.write)}>
              {example.write}
            </Button>
            <span>{example.words}</span>
          </li>
        ))}
      </ul>
      <p className={styles.keys}>
        <kbd>↓</kbd> goes to the hits, <kbd>Enter</kbd> opens one, <kbd>C</kbd> <kbd>A</kbd> <kbd>D</kbd> tag its
        passage, <kbd>Esc</kbd> returns here. Accents, capitals and kinds of quotes do not matter.
      </p>
    </div>
  )
}
