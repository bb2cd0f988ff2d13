import { createContext, type KeyboardEvent, memo, useContext, useEffect, useMemo, useRef } from 'react'
import { GridList, GridListItem, ListLayout, Virtualizer } from 'react-aria-components'
import type { Tag } from '#annotations/model/highlight'
import type { HighlightId } from '#annotations/model/ids'
import { relationWords } from '#annotations/model/relation'
import type { LinkHit, MarkedText, SearchPage } from '#contract/search-views'
import { PickBox } from '../bulk/pick-box'
import { useApp } from '../state/app-context'
import { count, formatNumber, formatPublished } from '../ui/format'
import { TagMark } from '../ui/tag-mark'
import { DRAWN, focusBox } from './focus-row'
import { isCut, piecesOf, placeOf, type SearchRow } from './rows'
import styles from './search-list.module.css'
import { TagButtons } from './tag-buttons'
import { tagRow } from './tag-row'

const LAYOUT = { estimatedRowSize: 88 }
/** CSS px from the end at which the next articles are asked for. */
const NEAR_END = 1_200
const TAG_KEYS: { readonly [key: string]: Tag | undefined } = { c: 'claim', a: 'attribution', d: 'denial' }

/** The highlights that were found, in their order: what Shift takes of them. */
const Found = createContext<readonly HighlightId[]>([])

/** What was found: arrows walk, Enter opens, letters tag. */
export const SearchList = memo(function SearchList({
  rows,
  page,
}: {
  readonly rows: readonly SearchRow[]
  readonly page: SearchPage
}) {
  const app = useApp()
  const frame = useRef<HTMLDivElement>(null)
  const open = (id: string) => {
    const row = rows.find((one) => one.id === id)
    if (!row) return
    app.search.left.set(id)
    app.router.go(placeOf(row))
  }
  useEffect(() => {
    // Who comes back stands where they left; the row has to be drawn before it can have the focus.
    const left = app.search.left.get()
    if (left === null) return
    app.search.left.set(null)
    const timer = setTimeout(() => {
      // Who has gone somewhere else meanwhile stays there.
      if (document.activeElement !== document.body) return
      const row = frame.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(left)}"]`)
      if (row) row.focus()
      else focusBox()
    }, DRAWN)
    return () => clearTimeout(timer)
  }, [app])

  useEffect(() => {
    // A list that does not fill its window cannot be scrolled for more.
    const timer = setTimeout(() => {
      const list = frame.current?.querySelector('[role="grid"]')
      if (list && list.scrollHeight <= list.clientHeight && rows.length > 0) void app.search.more()
    }, DRAWN)
    return () => clearTimeout(timer)
  }, [app, rows])

  const onKeyDownCapture = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof HTMLElement)) return
    if (event.key === 'Escape') {
      focusBox()
    } else if (event.target.role === 'row') {
      const tag = TAG_KEYS[event.key]
      const row = rows.find(({ id }) => id === (event.target as HTMLElement).dataset.key)
      if (!tag || !row) return
      void tagRow(app, row, tag)
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  const onScrollCapture = (event: { readonly target: EventTarget }) => {
    const list = event.target
    if (!(list instanceof HTMLElement)) return
    if (list.scrollHeight - list.scrollTop - list.clientHeight < NEAR_END) void app.search.more()
  }
  const shown = page.groups.length
  const found = useMemo(
    () => rows.flatMap((row) => (row.kind === 'passage' && row.hit.highlight ? [row.hit.highlight.id] : [])),
    [rows],
  )
  return (
    <div
      ref={frame}
      className={styles.frame}
      data-search-list=""
      data-pick-list=""
      onKeyDownCapture={onKeyDownCapture}
      onScrollCapture={onScrollCapture}
    >
      <Virtualizer layout={ListLayout} layoutOptions={LAYOUT}>
        <Found value={found}>
          <GridList
            aria-label="Found"
            className={styles.list ?? ''}
            items={rows}
            selectionMode="none"
            // Letters are shortcuts.
            disallowTypeAhead
            onAction={(id) => open(String(id))}
          >
            {(row) => <Row id={row.id} row={row} />}
          </GridList>
        </Found>
      </Virtualizer>
      {shown < page.total.articles && (
        <p className={styles.rest}>
          {formatNumber(shown)} of {count(page.total.articles, 'article')}: scroll for more.
        </p>
      )}
    </div>
  )
})

/** React Aria knows items of a collection by their `id`. */
function Row({ id, row }: { readonly id: string; readonly row: SearchRow }) {
  switch (row.kind) {
    case 'article':
      return <ArticleRow id={id} row={row} />
    case 'passage':
      return <PassageRow id={id} row={row} />
    case 'link':
      return (
        <GridListItem id={id} textValue={linkWords(row.hit)} className={styles.hit ?? ''}>
          <LinkWords hit={row.hit} />
        </GridListItem>
      )
  }
}

function ArticleRow({ id, row: { group } }: { readonly id: string; readonly row: SearchRow }) {
  return (
    <GridListItem id={id} textValue={group.title.text} className={styles.article ?? ''}>
      <span className={styles.title} dir="auto" lang={group.language ?? undefined}>
        <Marked text={group.title} />
      </span>
      <span className={styles.meta}>
        {group.publisher !== null && <bdi>{group.publisher}</bdi>}
        {group.published !== null && <time dateTime={group.published}>{formatPublished(group.published)}</time>}
        {group.byline !== null && <bdi>{group.byline}</bdi>}
        {group.more > 0 && <span>{count(group.more, 'more place')}</span>}
      </span>
    </GridListItem>
  )
}

type PassageRowProps = { readonly id: string; readonly row: Extract<SearchRow, { readonly kind: 'passage' }> }

function PassageRow({ id, row }: PassageRowProps) {
  const { group, hit } = row
  const { highlight, passage } = hit
  const found = useContext(Found)
  return (
    <GridListItem id={id} textValue={passage.text} className={styles.hit ?? ''} data-tag={highlight?.tag}>
      <span className={styles.passage} dir={group.direction} lang={group.language ?? undefined}>
        {!isCut(passage) && hit.before !== '' && <span className={styles.context}>{hit.before}</span>}
        <span className={styles.words} data-tag={highlight?.tag}>
          <Marked text={passage} />
        </span>
        {hit.after !== '' && <span className={styles.context}>{hit.after}</span>}
      </span>
      {highlight && (
        <span className={styles.about}>
          <PickBox highlight={{ id: highlight.id, tag: highlight.tag, exact: passage.text }} list={found} />
          <TagMark tag={highlight.tag} />
          {highlight.speaker && (
            <bdi className={styles.speaker}>
              <Marked text={highlight.speaker} />
            </bdi>
          )}
          {highlight.links > 0 && <span>{count(highlight.links, 'link')}</span>}
          {[highlight.note, highlight.verdict].map(
            (note) =>
              note && (
                <span key={note.text} className={styles.note} dir="auto">
                  <Marked text={note} />
                </span>
              ),
          )}
        </span>
      )}
      <TagButtons row={row} />
    </GridListItem>
  )
}

function LinkWords({ hit: { from, to, relation, note } }: { readonly hit: LinkHit }) {
  return (
    <>
      <span className={styles.link}>
        <bdi className={styles.end}>{from.exact}</bdi>
        <span className={styles.relation}>{relationWords(relation, 'from')}</span>
        <bdi className={styles.end}>{to.exact}</bdi>
      </span>
      {note.text !== '' && (
        <span className={styles.about}>
          <span className={styles.note} dir="auto">
            <Marked text={note} />
          </span>
        </span>
      )}
    </>
  )
}

function linkWords({ from, to, relation }: LinkHit): string {
  return `${from.exact} ${relationWords(relation, 'from')} ${to.exact}`
}

function Marked({ text }: { readonly text: MarkedText }) {
  return piecesOf(text).map(({ text, isMark, start }) =>
    isMark ? (
      <mark key={start} className={styles.mark}>
        {text}
      </mark>
    ) : (
      <span key={start}>{text}</span>
    ),
  )
}
