import { GripVertical, Link2, MessageSquareText } from 'lucide-react'
import { memo, type PointerEvent, useCallback } from 'react'
import { type Highlight, speakerOf } from '#annotations/model/highlight'
import type { HighlightId } from '#annotations/model/ids'
import { PickBox } from '../bulk/pick-box'
import { runCommand } from '../commands/run'
import { startLinkDrag } from '../linking/drag-link'
import { shortWords, spokenHighlight, tagAndWords } from '../linking/words'
import { useApp } from '../state/app-context'
import type { LinkEnd } from '../state/open-article'
import { useStore } from '../state/store'
import { TagMark } from '../ui/tag-mark'
import styles from './card.module.css'
import { CardDetails } from './card-details'
import type { PlacedCard } from './use-rail-layout'

type CardProps = PlacedCard & {
  readonly count: number
  readonly ends: readonly LinkEnd[]
  readonly tabStop: boolean
  /** Every highlight of the article in reading order. */
  readonly order: readonly HighlightId[]
  readonly measure: (element: HTMLElement) => () => void
}

/** UTF-16 units: more than any closed card can show. */
const MOST_SHOWN = { compact: 120, roomy: 240, open: 600 }
/** Where a press operates something, and does not begin a drag. */
const CONTROLS = 'input, textarea, label, button:not([data-card-heading]), [role="radiogroup"]'

/** One highlight: a line or two of its words, and everything about it once it is active. */
export const Card = memo(function Card(props: CardProps) {
  const { highlight, shape, top, position, count, ends, tabStop, order, measure } = props
  const app = useApp()
  const { id } = highlight
  const hovered = useStore(app.reader.hovered, (hovered) => hovered === id)
  const over = useStore(app.linking.drag, (drag) => drag?.over === id)
  const open = shape === 'open'
  const element = useCallback((item: HTMLLIElement | null) => (item ? measure(item) : undefined), [measure])

  const press = (event: PointerEvent) => {
    if (event.target instanceof Element && !event.target.closest(CONTROLS)) startLinkDrag(app, id, event)
  }
  const leave = () => app.reader.hovered.set((old) => (old === id ? null : old))

  return (
    <li
      ref={element}
      className={styles.card}
      style={{ transform: `translateY(${top}px)` }}
      aria-setsize={count}
      aria-posinset={position}
      data-highlight-id={id}
      data-shape={shape}
      data-tag={highlight.tag}
      data-hovered={hovered || undefined}
      data-over={over || undefined}
      onPointerEnter={() => app.reader.hovered.set(id)}
      onPointerLeave={leave}
      onPointerDown={press}
    >
      <article aria-label={spokenHighlight(tagAndWords(highlight))}>
        <button
          type="button"
          className={styles.heading}
          data-card-heading
          aria-expanded={open}
          tabIndex={tabStop ? 0 : -1}
          onClick={() => {
            if (!open) app.reader.activate(id, { reveal: true })
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && open && runCommand(app, 'link.follow')) event.preventDefault()
          }}
        >
          <Summary highlight={highlight} links={ends.length} open={open} />
          <q className={styles.words} dir="auto">
            {shortWords(highlight.anchor.quote.exact, MOST_SHOWN[shape])}
          </q>
        </button>
        <span className={styles.pick}>
          <PickBox highlight={{ id, ...tagAndWords(highlight) }} list={order} tabStop={tabStop} />
        </span>
        {open && <CardDetails highlight={highlight} ends={ends} />}
      </article>
    </li>
  )
})

/** The line that says what a card is: its tag, who speaks, and what hangs on it. */
function Summary({
  highlight,
  links,
  open,
}: {
  readonly highlight: Highlight
  readonly links: number
  readonly open: boolean
}) {
  const speaker = speakerOf(highlight)
  return (
    <span className={styles.summary}>
      <span className={styles.tag}>
        <TagMark tag={highlight.tag} />
      </span>
      {speaker !== null && !open && (
        <span className={styles.speaker} dir="auto">
          {speaker}
        </span>
      )}
      <span className={styles.marks}>
        {highlight.note !== '' && !open && (
          <span className={styles.count}>
            <MessageSquareText size={12} aria-hidden="true" />
            <span className="visually-hidden">has a note</span>
          </span>
        )}
        {links > 0 && !open && (
          <span className={styles.count}>
            <Link2 size={13} aria-hidden="true" />
            {links}
            <span className="visually-hidden">{links === 1 ? 'link' : 'links'}</span>
          </span>
        )}
        <span className={styles.handle} title="Drag to another highlight to link it" aria-hidden="true">
          <GripVertical size={14} />
        </span>
      </span>
    </span>
  )
}
