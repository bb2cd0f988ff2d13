import { type KeyboardEvent, useEffect, useMemo, useState } from 'react'
import type { HighlightId } from '#annotations/model/ids'
import { RELATIONS, type Relation, relationWords } from '#annotations/model/relation'
import { HitList, hitId, LIST_ID } from '../linking/hit-list'
import links from '../linking/link-dialog.module.css'
import { LinkFilters } from '../linking/link-filters'
import { createLinkSearch, type LinkQuery } from '../linking/link-search'
import { useApp } from '../state/app-context'
import { useStore } from '../state/store'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { Select } from '../ui/select'
import { doToPicked } from './do-to-picked'

const EVERYTHING: LinkQuery = { text: '', tags: [], where: 'anywhere' }
const USUAL = { value: 'usual', label: 'the usual one of each pair' } as const
const OPTIONS = [USUAL, ...RELATIONS.map((value) => ({ value, label: relationWords(value, 'from') }))]

/** Picks the one highlight that all selected ones are linked to. */
export function BulkLink({ highlights, onClose }: { readonly highlights: string; readonly onClose: () => void }) {
  const app = useApp()
  const [query, setQuery] = useState(EVERYTHING)
  const [chosenId, setChosenId] = useState<HighlightId | null>(null)
  const [relation, setRelation] = useState<Relation | 'usual'>('usual')
  const search = useMemo(() => createLinkSearch(app.client, { id: null, articleId: null }), [app])
  useEffect(() => search.search(query), [search, query])
  useEffect(() => search.stop, [search])
  const results = useStore(search.results, (value) => value)
  const hits = results?.hits ?? []
  const chosen = hits.find((hit) => hit.id === chosenId) ?? hits[0] ?? null

  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (by === 0) return
    event.preventDefault()
    const next = hits[Math.min(hits.length - 1, Math.max(0, (chosen ? hits.indexOf(chosen) : -1) + by))]
    if (next) setChosenId(next.id)
  }
  const link = async () => {
    if (!chosen) return
    const done = await doToPicked(app, 'bulk.link', { to: chosen.id, relation: relation === 'usual' ? null : relation })
    if (done) onClose()
  }
  return (
    <Dialog title={`Link ${highlights} to…`} onClose={onClose} size="large" bare>
      <form
        className={links.form}
        onSubmit={(event) => {
          event.preventDefault()
          void link()
        }}
      >
        <div className={links.origin}>
          <span className={links.originLabel}>Link</span>
          <strong>{highlights}</strong>
        </div>
        <div className={links.search}>
          <span className={links.originLabel}>to</span>
          <input
            className={links.input}
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
            autoFocus
            value={query.text}
            onChange={(event) => {
              setQuery({ ...query, text: event.currentTarget.value })
              setChosenId(null)
            }}
            onKeyDown={onKeyDown}
          />
        </div>
        <LinkFilters query={query} onChange={setQuery} places={false} />
        <HitList results={results} chosen={chosen} from={null} onChoose={(hit) => setChosenId(hit.id)} onTake={link} />
        <footer className={links.footer}>
          <div className={links.last}>
            <Select label="Relation" value={relation} options={OPTIONS} onChange={setRelation} />
            <Button look="quiet" onPress={onClose}>
              Cancel
            </Button>
            <Button look="primary" type="submit" isDisabled={chosen === null}>
              Link
            </Button>
          </div>
        </footer>
      </form>
    </Dialog>
  )
}
