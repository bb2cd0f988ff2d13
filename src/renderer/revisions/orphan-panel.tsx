import { ChevronLeft, ChevronRight, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Label, Radio, RadioGroup } from 'react-aria-components'
import type { InContext, OrphanView } from '#contract/revision-views'
import { PickBox } from '../bulk/pick-box'
import { tagAndWords } from '../linking/words'
import { letGo } from '../reader/let-go'
import { useApp } from '../state/app-context'
import { type OpenArticle, orphansOf } from '../state/open-article'
import type { Span } from '../state/reader'
import { useStore } from '../state/store'
import { Button, IconButton } from '../ui/button'
import { TagMark } from '../ui/tag-mark'
import { percent, whyWords } from './carried-words'
import styles from './orphan-panel.module.css'
import { useOrphans } from './use-orphans'

/** Below the article: the highlights that a new revision left behind, one at a time, each to be given a place or kept as it was. */
export function OrphanPanel({ article }: { readonly article: OpenArticle }) {
  const checking = useStore(useApp().reader.checking, (value) => value !== null)
  return checking && orphansOf(article).length > 0 ? <Panel article={article} /> : null
}

function Panel({ article }: { readonly article: OpenArticle }) {
  const app = useApp()
  const orphans = useOrphans(article)
  const panel = useRef<HTMLElement>(null)
  const current = useStore(app.reader.checking, (value) => value)
  const index = Math.max(
    0,
    (orphans ?? []).findIndex((orphan) => orphan.highlight.id === current),
  )
  const orphan = orphans?.[index]
  const order = (orphans ?? []).map((one) => one.highlight.id)

  useEffect(() => {
    const { current: opened } = panel
    const before = document.activeElement
    opened?.focus()
    return () => {
      if (!opened?.contains(document.activeElement) && document.activeElement !== document.body) return
      const text = document.querySelector<HTMLElement>('[data-article-text] > [tabindex]')
      if (before instanceof HTMLElement && before !== document.body && before.isConnected) before.focus()
      else text?.focus({ preventScroll: true })
    }
  }, [])
  useEffect(() => () => app.reader.proposal.set(null), [app])

  const close = () => app.reader.check(null)
  const go = (by: 1 | -1) => {
    const count = orphans?.length ?? 0
    app.reader.check(orphans?.[(index + by + count) % count]?.highlight.id ?? null)
  }
  const settled = () => {
    const next = orphans?.[index + 1] ?? orphans?.[index - 1]
    app.reader.check(next?.highlight.id ?? null)
    if (next) panel.current?.focus()
  }
  return (
    <section
      ref={panel}
      className={styles.panel}
      aria-label="Highlights without a place"
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        close()
      }}
    >
      <header className={styles.header}>
        <h2 className={styles.title}>Where does this highlight belong now?</h2>
        {orphans && orphans.length > 1 && (
          <span className={styles.steps}>
            <IconButton label="Previous highlight without a place" onPress={() => go(-1)}>
              <ChevronLeft size={16} />
            </IconButton>
            <span className={styles.count}>
              {index + 1} of {orphans.length}
            </span>
            <IconButton label="Next highlight without a place" onPress={() => go(1)}>
              <ChevronRight size={16} />
            </IconButton>
          </span>
        )}
        {orphan && orphans && (
          <span className={styles.steps}>
            <PickBox highlight={{ id: orphan.highlight.id, ...tagAndWords(orphan.highlight) }} list={order} />
            {orphans.length > 1 && (
              <Button look="quiet" onPress={() => app.picked.set(order, true)}>
                Select all {orphans.length}
              </Button>
            )}
          </span>
        )}
        <IconButton label="Close" onPress={close}>
          <X size={16} />
        </IconButton>
      </header>
      {orphan ? (
        <Orphan key={orphan.highlight.id} orphan={orphan} onSettled={settled} />
      ) : (
        <p className={styles.waiting}>Looking for places…</p>
      )}
    </section>
  )
}

function Orphan({ orphan, onSettled }: { readonly orphan: OrphanView; readonly onSettled: () => void }) {
  const app = useApp()
  const selection = useStore(app.reader.selection, (span) => span)
  const { highlight, old, proposals } = orphan
  const [chosen, setChosen] = useState(0)
  const proposal = proposals[chosen]

  useEffect(() => {
    app.reader.proposal.set(proposal ? { start: proposal.start, end: proposal.end } : null)
  }, [app, proposal])

  const settle = async (to: { readonly kind: 'keep' } | ({ readonly kind: 'place' } & Span)) => {
    const done = await app.act('orphan.settle', { id: highlight.id, to })
    if (!done) return
    if (to.kind === 'place') letGo(app, to)
    onSettled()
    if (to.kind === 'place') app.reader.activate(highlight.id)
  }
  return (
    <div className={styles.columns}>
      <div>
        <p className={styles.caption}>
          <TagMark tag={highlight.tag} /> <span>in the old text</span>
        </p>
        <Words words={old} />
        {highlight.note !== '' && (
          <p className={styles.note} dir="auto">
            {highlight.note}
          </p>
        )}
      </div>
      <div>
        {proposals.length === 0 ? (
          <p className={styles.none}>
            Nothing like it is left in this text. Select where it belongs now, or keep it with the old text.
          </p>
        ) : (
          <RadioGroup
            className={styles.group ?? ''}
            value={String(chosen)}
            onChange={(value) => setChosen(Number(value))}
          >
            <Label className={styles.caption ?? ''}>Possible places</Label>
            {proposals.map((place, index) => (
              <Radio key={`${place.start}-${place.end}`} value={String(index)} className={styles.place ?? ''}>
                <span className={styles.dot} />
                <span>
                  <Words words={place} />
                  <span className={styles.why}>
                    {percent(place.score)}: {whyWords(place.why)}
                  </span>
                </span>
              </Radio>
            ))}
          </RadioGroup>
        )}
        <div className={styles.actions}>
          {proposal && (
            <Button
              look="primary"
              onPress={() => settle({ kind: 'place', start: proposal.start, end: proposal.end })}
              isDisabled={proposal.why === 'taken'}
            >
              Put it here
            </Button>
          )}
          <Button
            onPress={() => selection && settle({ kind: 'place', start: selection.start, end: selection.end })}
            isDisabled={selection === null}
          >
            Put it on the selected words
          </Button>
          <Button onPress={() => settle({ kind: 'keep' })}>Keep with the old text</Button>
        </div>
      </div>
    </div>
  )
}

function Words({ words }: { readonly words: InContext }) {
  return (
    <span className={styles.words} dir="auto">
      {words.before}
      <mark>{words.exact}</mark>
      {words.after}
    </span>
  )
}
