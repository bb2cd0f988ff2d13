import { HitList, hitId, LIST_ID } from './hit-list'
import styles from './link-dialog.module.css'
import { LinkFilters } from './link-filters'
import type { Hits } from './use-hits'

/** How far a key moves through the hits. */
const STEPS: { readonly [key: string]: number | undefined } = { ArrowDown: 1, ArrowUp: -1, PageDown: 6, PageUp: -6 }

type HitFieldProps = Pick<Parameters<typeof HitList>[0], 'from' | 'onTake'> & { readonly hits: Hits }

/** Finds the other end of a link: a field that keeps the focus, filters, and below them what was found. */
export function HitField({ hits, from, onTake }: HitFieldProps) {
  const { query, chosen } = hits
  return (
    <>
      <div className={styles.search}>
        <span className={styles.originLabel}>to</span>
        <input
          className={styles.input}
          type="text"
          role="combobox"
          aria-label="Search highlights"
          aria-expanded="true"
          aria-controls={LIST_ID}
          aria-autocomplete="list"
          aria-activedescendant={chosen ? hitId(chosen) : undefined}
          placeholder="Search every highlight of the desk"
          autoComplete="off"
          spellCheck={false}
          dir="auto"
          // biome-ignore lint/a11y/noAutofocus: the dialog is opened to type here
          autoFocus
          value={query.text}
          onChange={(event) => hits.ask({ ...query, text: event.currentTarget.value })}
          onKeyDown={(event) => {
            const by = STEPS[event.key]
            if (by === undefined || event.altKey || event.ctrlKey || event.metaKey) return
            event.preventDefault()
            hits.step(by)
          }}
        />
      </div>
      <LinkFilters query={query} onChange={hits.ask} places={from !== null} />
      <HitList results={hits.results} chosen={chosen} from={from} onChoose={hits.choose} onTake={onTake} />
    </>
  )
}
