import { type FocusEvent, type RefObject, useEffect, useId, useMemo, useRef, useState } from 'react'
import { Dialog, Heading, ListBox, ListBoxItem, ListLayout, Popover, Virtualizer } from 'react-aria-components'
import type { LinkId } from '#annotations/model/ids'
import { relationWords } from '#annotations/model/relation'
import { RelationLine } from '../figures/relation-line'
import { useApp } from '../state/app-context'
import { type ComparePlace, sideNames, withoutListing, withSide } from '../state/compare-route'
import type { OpenArticle } from '../state/open-article'
import { count } from '../ui/format'
import menu from '../ui/menu.module.css'
import { TagMark } from '../ui/tag-mark'
import type { Comparison } from './comparison'
import type { Pane } from './pane'
import styles from './tie-list.module.css'
import { type End, type Tie, wordsOf } from './ties'

/** CSS px: a row, and what the list is higher than its rows. */
const ROW = 62
const EDGE = 8
/** Milliseconds until rows that were scrolled to are drawn. */
const DRAWN = 60

type TieListProps = {
  readonly opener: RefObject<HTMLButtonElement | null>
  readonly comparison: Comparison
  readonly panes: readonly Pane[]
  readonly articles: readonly (OpenArticle | null)[]
  readonly ties: readonly Tie[]
  readonly place: ComparePlace
  /** The link that the list is at; the first without it. */
  readonly at: LinkId | null
}

/**
 * Every link between the articles, in reading order: what the curves show, in words. The one that has the focus is lit; choosing it
 * brings both ends level, and *Back* returns to the list.
 */
export function TieList({ opener, comparison, panes, articles, ties, place, at }: TieListProps) {
  const app = useApp()
  const heading = useId()
  const names = sideNames(panes.length)
  const items = useMemo(() => ties.map((tie) => ({ id: tie.key, tie })), [ties])
  const list = useRef<HTMLDivElement>(null)
  const start = useStart(list, ties, at)
  useEffect(() => () => comparison.hovered.set(null), [comparison])
  const stand = ({ link }: Tie) => {
    if (link.id !== at) app.router.note({ ...place, listing: { link: link.id } })
  }
  const onFocus = ({ target }: FocusEvent) => {
    const tie = ties.find(({ key }) => target instanceof HTMLElement && key === target.dataset.key)
    if (!tie) return
    comparison.hovered.set(tie)
    stand(tie)
  }
  const follow = (tie: Tie) => {
    // *Back* returns to the list where it was left.
    stand(tie)
    app.router.go(withEnds(place, tie))
    const { subject, verb, object } = wordsOf(tie, articles)
    app.announcement.set(`${subject} ${verb} ${object}.`)
    const here = panes[tie.left.side]
    // The list gives the focus back first.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        if (here) comparison.enter(here)
        comparison.follow(tie)
      }),
    )
  }
  return (
    <Popover
      className={`${menu.popover} ${styles.popover}`}
      triggerRef={opener}
      isOpen
      onOpenChange={(open) => !open && app.router.go(withoutListing(place))}
      placement="top start"
    >
      <Dialog className={styles.dialog ?? ''} aria-labelledby={heading}>
        <Heading id={heading} slot="title" className={styles.title ?? ''}>
          {count(ties.length, 'link')} between these articles
        </Heading>
        <div className={styles.frame} onFocusCapture={onFocus}>
          <Virtualizer layout={ListLayout} layoutOptions={{ rowSize: ROW }}>
            <ListBox
              ref={list}
              aria-labelledby={heading}
              className={styles.list ?? ''}
              style={{ blockSize: ties.length * ROW + EDGE }}
              {...(start === 0 && { autoFocus: 'first' })}
              items={items}
              onAction={(key) => {
                const tie = ties.find((one) => one.key === key)
                if (tie) follow(tie)
              }}
            >
              {({ tie }) => <TieItem id={tie.key} tie={tie} articles={articles} names={names} />}
            </ListBox>
          </Virtualizer>
        </div>
      </Dialog>
    </Popover>
  )
}

/** The row that the list begins at: it gets the focus, once it has been drawn. */
function useStart(list: RefObject<HTMLElement | null>, ties: readonly Tie[], at: LinkId | null): number {
  const [start] = useState(() =>
    Math.max(
      0,
      ties.findIndex(({ link }) => link.id === at),
    ),
  )
  const key = ties[start]?.key
  // biome-ignore lint/correctness/useExhaustiveDependencies: where it begins is decided once
  useEffect(() => {
    if (start === 0 || key === undefined) return
    list.current?.scrollTo({ top: (start - 1) * ROW })
    const timer = setTimeout(
      () => list.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus(),
      DRAWN,
    )
    return () => clearTimeout(timer)
  }, [])
  return start
}

/** Both ends active, and no list over them. */
function withEnds(place: ComparePlace, { left, right }: Tie): ComparePlace {
  return [left, right].reduce((next, { side, id }) => {
    const shown = next.sides[side]
    return shown ? withSide(next, side, { ...shown, highlight: id }) : next
  }, withoutListing(place))
}

type TieItemProps = {
  readonly id: string
  readonly tie: Tie
  readonly articles: readonly (OpenArticle | null)[]
  readonly names: readonly string[]
}

function TieItem({ id, tie, articles, names }: TieItemProps) {
  const { subject, verb, object } = wordsOf(tie, articles)
  const { link, left } = tie
  return (
    <ListBoxItem
      id={id}
      textValue={`${subject} ${verb} ${object}`}
      aria-label={`${subject} ${verb} ${object}`}
      className={styles.tie ?? ''}
    >
      <EndWords end={tie.left} articles={articles} name={names[left.side]} />
      <span className={styles.relation}>
        <RelationLine relation={link.relation} leftward={link.to === left.id} />
        <span aria-hidden="true">{relationWords(link.relation, link.from === left.id ? 'from' : 'to')}</span>
      </span>
      <EndWords end={tie.right} articles={articles} name={names[tie.right.side]} />
    </ListBoxItem>
  )
}

type EndWordsProps = {
  readonly end: End
  readonly articles: readonly (OpenArticle | null)[]
  readonly name: string | undefined
}

function EndWords({ end, articles, name }: EndWordsProps) {
  const article = articles[end.side]
  const highlight = article?.byId.get(end.id)
  if (!article || !highlight) return null
  return (
    <span className={styles.end}>
      <span className={styles.facts}>
        <TagMark tag={highlight.tag} /> <bdi className={styles.paper}>{article.article.publisher ?? name}</bdi>
      </span>
      <span className={styles.words} dir="auto">
        {highlight.anchor.quote.exact}
      </span>
    </span>
  )
}
