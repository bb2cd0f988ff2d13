import { useEffect, useMemo, useState } from 'react'
import type { Highlight } from '#annotations/model/highlight'
import type { HighlightId } from '#annotations/model/ids'
import type { HighlightBrief } from '#contract/views'
import { keyParts } from '../commands/keys'
import { useApp, useOpenArticle } from '../state/app-context'
import { useStore } from '../state/store'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { Keys } from '../ui/keys'
import { TagMark } from '../ui/tag-mark'
import { HitList, hitId, LIST_ID } from './hit-list'
import styles from './link-dialog.module.css'
import { LinkFilters } from './link-filters'
import { createLinkSearch, type LinkQuery } from './link-search'
import { RelationPicker } from './relation-picker'
import { useLinkChoice } from './use-link-choice'
import { shortWords } from './words'

type LinkDialogProps = { readonly from: HighlightId; readonly onClose: () => void }

/** Picks the other end of a link among all highlights of the desk, and how the two are related. */
export function LinkDialog({ from, onClose }: LinkDialogProps) {
  const origin = useOpenArticle()?.byId.get(from)
  return (
    <Dialog title="Link to…" onClose={onClose} size="large" bare>
      {origin && <LinkForm origin={origin} onClose={onClose} />}
    </Dialog>
  )
}

const EVERYTHING: LinkQuery = { text: '', tags: [], where: 'anywhere' }

function LinkForm({ origin, onClose }: { readonly origin: Highlight; readonly onClose: () => void }) {
  const app = useApp()
  const [query, setQuery] = useState(EVERYTHING)
  const [chosenId, setChosenId] = useState<HighlightId | null>(null)
  const { id, articleId, tag } = origin
  const first = useMemo(() => ({ id, tag }), [id, tag])
  const search = useMemo(() => createLinkSearch(app.client, { id, articleId }), [app, id, articleId])
  useEffect(() => search.search(query), [search, query])
  useEffect(() => search.stop, [search])

  const results = useStore(search.results, (results) => results)
  const hits = results?.hits ?? NO_HITS
  const chosen = hits.find((hit) => hit.id === chosenId) ?? hits[0] ?? null
  const choice = useLinkChoice(first, chosen)

  const step = (by: number) => {
    const at = chosen ? hits.indexOf(chosen) : -1
    const next = hits[Math.min(hits.length - 1, Math.max(0, at + by))]
    if (next) setChosenId(next.id)
  }
  const make = async () => {
    if (await choice.make()) onClose()
  }
  return (
    <form
      className={styles.form}
      onKeyDown={choice.onKeyDown}
      onSubmit={(event) => {
        event.preventDefault()
        void make()
      }}
    >
      <div className={styles.origin}>
        <span className={styles.originLabel}>Link</span>
        <TagMark tag={tag} />
        <q className={styles.originWords} dir="auto">
          {shortWords(origin.anchor.quote.exact, 220)}
        </q>
      </div>
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
          onChange={(event) => {
            setQuery({ ...query, text: event.currentTarget.value })
            setChosenId(null)
          }}
          onKeyDown={(event) => {
            const by = STEPS[event.key]
            if (by === undefined || event.altKey || event.ctrlKey || event.metaKey) return
            event.preventDefault()
            step(by)
          }}
        />
      </div>
      <LinkFilters query={query} onChange={setQuery} />
      <HitList results={results} chosen={chosen} from={origin} onChoose={(hit) => setChosenId(hit.id)} onTake={make} />
      <footer className={styles.footer}>
        {choice.link && <RelationPicker link={choice.link} choice={choice} />}
        <div className={styles.last}>
          <input
            className={styles.note}
            type="text"
            aria-label="Note on the link"
            placeholder="Note (optional)"
            dir="auto"
            value={choice.note}
            onChange={(event) => choice.write(event.currentTarget.value)}
          />
          <span className={styles.hint}>
            <Keys parts={keyParts('Alt+1')} /> to <Keys parts={keyParts('7')} /> relation
          </span>
          <Button look="quiet" onPress={onClose}>
            Cancel
          </Button>
          <Button look="primary" type="submit" isDisabled={choice.link?.refusal !== null}>
            Link
          </Button>
        </div>
      </footer>
    </form>
  )
}

const NO_HITS: readonly HighlightBrief[] = []

/** How far a key moves through the hits. */
const STEPS: { readonly [key: string]: number | undefined } = { ArrowDown: 1, ArrowUp: -1, PageDown: 6, PageUp: -6 }
