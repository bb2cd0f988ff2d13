import { type RefObject, useId } from 'react'
import { Dialog, Heading, ListBox, ListBoxItem, ListLayout, Popover, Virtualizer } from 'react-aria-components'
import { relationWords } from '#annotations/model/relation'
import { RelationLine } from '../figures/relation-line'
import { useApp } from '../state/app-context'
import { sideNames } from '../state/compare-route'
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

type TieListProps = {
  readonly opener: RefObject<HTMLButtonElement | null>
  readonly comparison: Comparison
  readonly panes: readonly Pane[]
  readonly articles: readonly (OpenArticle | null)[]
  readonly ties: readonly Tie[]
  readonly onClose: () => void
}

/** Every link between the articles, in reading order: what the curves show, in words. Choosing one brings both ends level. */
export function TieList({ opener, comparison, panes, articles, ties, onClose }: TieListProps) {
  const app = useApp()
  const heading = useId()
  const names = sideNames(panes.length)
  const follow = (tie: Tie) => {
    onClose()
    const { subject, verb, object } = wordsOf(tie, articles)
    app.announcement.set(`${subject} ${verb} ${object}.`)
    const [here] = [panes[tie.left.side]]
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
      onOpenChange={(open) => !open && onClose()}
      placement="top start"
    >
      <Dialog className={styles.dialog ?? ''} aria-labelledby={heading}>
        <Heading id={heading} slot="title" className={styles.title ?? ''}>
          {count(ties.length, 'link')} between these articles
        </Heading>
        <Virtualizer layout={ListLayout} layoutOptions={{ rowSize: ROW }}>
          <ListBox
            aria-labelledby={heading}
            className={styles.list ?? ''}
            style={{ blockSize: ties.length * ROW + EDGE }}
            autoFocus="first"
            items={ties.map((tie) => ({ id: tie.key, tie }))}
            onAction={(key) => {
              const tie = ties.find((one) => one.key === key)
              if (tie) follow(tie)
            }}
          >
            {({ tie }) => <TieItem id={tie.key} tie={tie} articles={articles} names={names} />}
          </ListBox>
        </Virtualizer>
      </Dialog>
    </Popover>
  )
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
