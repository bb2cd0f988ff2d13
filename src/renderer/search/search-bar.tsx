import { X } from 'lucide-react'
import type { ComponentProps } from 'react'
import { Button, Group, Tag, TagGroup, TagList } from 'react-aria-components'
import { TAGS } from '#annotations/model/highlight'
import { type FilterPart, filterText, parseQuery, type SearchQuery, withoutFilter } from '#annotations/search/query'
import type { SearchPage } from '#contract/search-views'
import { useApp } from '../state/app-context'
import type { SearchPlace } from '../state/search-route'
import { Chip } from '../ui/chip'
import { SearchField } from '../ui/search-field'
import { TAG_NAMES } from '../ui/tag-mark'
import { FilterSuggestions } from './filter-suggestions'
import { DRAWN, focusBox, focusFirstRow } from './focus-row'
import styles from './search-bar.module.css'
import { alikeWords, foundWords, indexingWords } from './words'

type SearchBarProps = {
  readonly place: SearchPlace
  readonly query: SearchQuery
  /** What was found; null when nothing was asked for. */
  readonly page: SearchPage | null
}

/** Filters that are offered as a switch each; all others are written. */
const SWITCHES = [
  ...TAGS.map((tag) => ({ name: 'tag' as const, value: tag as string, label: TAG_NAMES[tag] })),
  { name: 'linked' as const, value: 'no', label: 'Not linked' },
]
type Switch = (typeof SWITCHES)[number]

type Pressed = Parameters<NonNullable<ComponentProps<typeof SearchField>['onKeyDown']>>[0]

/** The box, what narrows it down, and how much was found. */
export function SearchBar({ place, query, page }: SearchBarProps) {
  const app = useApp()
  const search = (text: string) => app.router.step({ view: 'search', query: text })
  const partOf = ({ name, value }: Switch, { parts } = query) =>
    parts.find((part) => part.name === name && part.value === value)
  const written = query.parts.filter((part) => !SWITCHES.some((one) => partOf(one) === part))
  const toggle = (one: Switch, on: boolean) => {
    // What was typed a moment ago may not be drawn yet.
    const route = app.router.route.get()
    const text = route.view === 'search' ? route.query : place.query
    const part = partOf(one, parseQuery(text))
    if (on) search(`${text.trim()} ${filterText(one.name, one.value)}`.trimStart())
    else if (part) search(withoutFilter(text, part))
  }
  const onKeyDown = (event: Pressed) => {
    // React Aria keeps a key to itself unless it is told: commands work from here, too.
    if (event.key !== 'ArrowDown' && event.key !== 'Enter') return event.continuePropagation()
    event.preventDefault()
    const field = event.target
    // Hits that are about to go cannot keep the focus.
    void app.search.settled().then(() =>
      setTimeout(() => {
        if (document.activeElement === field) focusFirstRow()
      }, DRAWN),
    )
  }
  const notes = page ? [...page.hints, ...alikeWords(page)] : query.hints
  return (
    <div className={styles.bar}>
      <h1 className="visually-hidden">Search</h1>
      <div className={styles.box}>
        <SearchField
          label="Search the desk"
          placeholder="Search articles, highlights, notes, speakers and links"
          searchDesk
          autoFocus={app.search.left.get() === null}
          value={place.query}
          onChange={search}
          onKeyDown={onKeyDown}
        />
      </div>
      <FilterSuggestions
        query={place.query}
        onTake={(text) => {
          search(text)
          focusBox()
        }}
      />
      <div className={styles.narrow}>
        <Group className={styles.switches ?? ''} aria-label="Show only">
          {SWITCHES.map((one) => (
            <Chip key={one.label} isSelected={partOf(one) !== undefined} onChange={(on) => toggle(one, on)}>
              {one.label}
            </Chip>
          ))}
        </Group>
        {written.length > 0 && (
          <Written parts={written} onRemove={(part) => search(withoutFilter(place.query, part))} />
        )}
        {page && (
          <p className={styles.found}>
            {page.indexing && <span className={styles.indexing}>{indexingWords(page)}</span>}
            {foundWords(page)}
          </p>
        )}
      </div>
      {notes.map((note) => (
        <p key={note} className={styles.note} dir="auto">
          {note}
        </p>
      ))}
    </div>
  )
}

/** The filters that were written, each with a way to take it out. */
function Written({
  parts,
  onRemove,
}: {
  readonly parts: readonly FilterPart[]
  readonly onRemove: (part: FilterPart) => void
}) {
  const remove = (keys: ReadonlySet<unknown>) => {
    const part = parts.find(({ start }) => keys.has(start))
    if (part) onRemove(part)
  }
  return (
    <TagGroup aria-label="Filters" selectionMode="none" onRemove={remove}>
      <TagList className={styles.written ?? ''}>
        {parts.map(({ name, value, start }) => (
          <Tag key={start} id={start} textValue={`${name}: ${value}`} className={styles.filter ?? ''}>
            <span className={styles.filterName}>{name}</span> <bdi>{value}</bdi>
            <Button slot="remove" className={styles.remove ?? ''} aria-label={`Remove the filter ${name}: ${value}`}>
              <X size={12} />
            </Button>
          </Tag>
        ))}
      </TagList>
    </TagGroup>
  )
}
