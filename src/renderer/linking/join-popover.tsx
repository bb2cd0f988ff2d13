import { useMemo, useRef } from 'react'
import { Dialog, Heading, Popover } from 'react-aria-components'
import type { Highlight } from '#annotations/model/highlight'
import type { HighlightId } from '#annotations/model/ids'
import { useApp } from '../state/app-context'
import { highlightInView } from '../state/comparing'
import type { Point } from '../state/linking'
import { Button } from '../ui/button'
import { TagMark } from '../ui/tag-mark'
import styles from './linking-layer.module.css'
import { RelationPicker } from './relation-picker'
import { useLinkChoice } from './use-link-choice'
import { shortWords } from './words'

type JoinProps = {
  readonly from: HighlightId
  readonly to: HighlightId
  readonly at: Point
  readonly onClose: () => void
}

/** Asks, where a link was dropped, how it is meant. Enter takes the likely relation; Escape drops it. */
export function JoinPopover({ from, to, at, onClose }: JoinProps) {
  const app = useApp()
  const anchor = useRef<HTMLSpanElement>(null)
  const first = highlightInView(app, from)
  const second = highlightInView(app, to)
  return (
    <>
      <span ref={anchor} className={styles.anchor} style={{ left: at.x, top: at.y }} />
      {first && second && (
        <Popover
          className={styles.popover ?? ''}
          triggerRef={anchor}
          isOpen
          onOpenChange={(open) => !open && onClose()}
          placement="bottom start"
        >
          <JoinForm first={first} second={second} onClose={onClose} />
        </Popover>
      )}
    </>
  )
}

type FormProps = { readonly first: Highlight; readonly second: Highlight; readonly onClose: () => void }

function JoinForm({ first, second, onClose }: FormProps) {
  const ends = useMemo(() => ({ first: pointOf(first), second: pointOf(second) }), [first, second])
  const choice = useLinkChoice(ends.first, ends.second)
  const make = async () => {
    if (await choice.make()) onClose()
  }
  return (
    <Dialog>
      <form
        className={styles.join}
        onKeyDown={choice.onKeyDown}
        onSubmit={(event) => {
          event.preventDefault()
          void make()
        }}
      >
        <Heading slot="title" className={styles.title ?? ''}>
          Link these two
        </Heading>
        <div className={styles.ends}>
          {[first, second].map(({ id, tag, anchor }) => (
            <p key={id} className={styles.joined}>
              <TagMark tag={tag} />
              <q dir="auto">{shortWords(anchor.quote.exact)}</q>
            </p>
          ))}
        </div>
        {choice.link && <RelationPicker link={choice.link} choice={choice} />}
        <div className={styles.actions}>
          <Button look="quiet" onPress={onClose}>
            Cancel
          </Button>
          <Button look="primary" type="submit" autoFocus isDisabled={choice.link?.refusal !== null}>
            Link
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

function pointOf({ id, tag }: Highlight) {
  return { id, tag }
}
