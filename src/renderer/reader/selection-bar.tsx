import { Pilcrow } from 'lucide-react'
import { useLayoutEffect, useRef, useState } from 'react'
import { Button, Toolbar } from 'react-aria-components'
import { TAGS, type Tag } from '#annotations/model/highlight'
import { type CommandId, commandById } from '#contract/commands'
import { shownKeys } from '../commands/keys'
import { runCommand } from '../commands/run'
import type { Span } from '../state/reader'
import { type Store, useStore } from '../state/store'
import { IconButton } from '../ui/button'
import { Keys } from '../ui/keys'
import { TagMark } from '../ui/tag-mark'
import type { Geometry } from './geometry'
import { letGo } from './let-go'
import { clampLeft, type Parts, type Place, placeIn } from './parts'
import styles from './selection-bar.module.css'
import { useLatest } from './use-latest'

const COMMANDS: { readonly [T in Tag]: CommandId } = {
  claim: 'highlight.claim',
  attribution: 'highlight.attribution',
  denial: 'highlight.denial',
}

const aside = commandById.get('block.aside')
const asideKeys = aside ? shownKeys(aside) : null

type SelectionBarProps = { readonly parts: Parts; readonly geometry: Store<Geometry | null> }

/** Offers the tags beside the selection. It follows the text in the tab order, so one press of Tab reaches it. */
export function SelectionBar({ parts, geometry }: SelectionBarProps) {
  const span = useStore(parts.app.reader.selection, (value) => value)
  const layout = useStore(geometry, (value) => value)
  return span && layout ? <Bar key={`${span.start}-${span.end}`} parts={parts} span={span} layout={layout} /> : null
}

function Bar({ parts, span, layout }: { readonly parts: Parts; readonly span: Span; readonly layout: Geometry }) {
  const { app } = parts
  const bar = useRef<HTMLDivElement>(null)
  const latest = useLatest(parts)
  const [place, setPlace] = useState<Place | null>(null)
  useLayoutEffect(() => {
    if (bar.current && layout) setPlace(placeFor(latest.current, span, bar.current))
  }, [span, layout, latest])

  const dismiss = () => {
    letGo(app)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keeps the press of a button from clearing the selection
    <div
      ref={bar}
      className={styles.place}
      style={place ? { insetInlineStart: 'auto', left: place.left, top: place.top } : { visibility: 'hidden' }}
      dir="ltr"
      lang="en"
      onMouseDown={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        dismiss()
      }}
    >
      <Toolbar aria-label="Tag selection" className={styles.bar ?? ''}>
        {TAGS.map((tag) => {
          const command = commandById.get(COMMANDS[tag])
          return (
            <Button
              key={tag}
              className={styles.tag ?? ''}
              aria-label={`Tag as ${tag}`}
              onPress={() => runCommand(app, COMMANDS[tag])}
            >
              <TagMark tag={tag} />
              <Keys parts={(command && shownKeys(command)) ?? []} />
            </Button>
          )
        })}
        <IconButton
          label="Mark paragraph as aside, or as part of the article"
          keys={asideKeys}
          onPress={() => runCommand(app, 'block.aside')}
        >
          <Pilcrow size={15} />
        </IconButton>
      </Toolbar>
    </div>
  )
}

const GAP = 8

/** Above the selection's first line where there is room in view, else below its last, else at the top of the view. */
function placeFor({ article, view, column, scroller }: Parts, span: Span, bar: HTMLElement): Place {
  const [first, last] = [view.rectAt(span.start), view.rectAt(span.end, -1)]
  const port = scroller.getBoundingClientRect()
  const { offsetWidth: width, offsetHeight: height } = bar
  const above = first.top - GAP - height
  const below = last.bottom + GAP
  const y = above >= port.top + GAP ? above : below + height <= port.bottom - GAP ? below : port.top + GAP
  const oneLine = last.top < first.bottom
  const inward = article.article.direction === 'ltr' ? width / 2 : -width / 2
  const middle = oneLine ? (first.left + last.left) / 2 : first.left + inward
  const { left, top } = placeIn(column, middle - width / 2, Math.min(y, port.bottom - height - GAP))
  return { left: clampLeft(column, left, width), top }
}
