import { type ReactNode, useEffect } from 'react'
import type { HighlightId } from '#annotations/model/ids'
import { highlightAt } from '../linking/drag-link'
import { shortWords, spokenHighlight, tagAndWords } from '../linking/words'
import { useLatest } from '../reader/use-latest'
import { useApp } from '../state/app-context'
import type { Point } from '../state/linking'
import { useStore } from '../state/store'
import { Button } from '../ui/button'
import { Keys } from '../ui/keys'
import { TagMark } from '../ui/tag-mark'
import styles from './compare-bar.module.css'
import type { Comparison } from './comparison'
import type { Pane } from './pane'

type PairingProps = {
  readonly from: HighlightId
  readonly comparison: Comparison
  readonly panes: readonly Pane[]
}

/** While a highlight is being linked: its words, and which keys pick the other one. */
export function PairingBar({ from, comparison, panes }: PairingProps) {
  const app = useApp()
  const origin = originOf(panes, from)
  const highlight = useStore(origin?.app.reader.store ?? app.reader.store, (state) =>
    state.state === 'open' ? state.article.byId.get(from) : undefined,
  )
  const { cancel } = usePairing({ from, comparison, panes })
  return (
    <footer className={`${styles.bar} ${styles.pairing}`}>
      <p className={styles.from}>
        Link {highlight && <TagMark tag={highlight.tag} />}{' '}
        <q dir="auto">{highlight && shortWords(highlight.anchor.quote.exact)}</q> to…
      </p>
      <p className={styles.ways}>
        <Way keys={['J', 'K']}>choose</Way>
        {panes.length > 2 && <Way keys={['Tab']}>next article</Way>}
        <Way keys={['Enter']}>link</Way>
        <Way keys={['L']}>search all</Way>
      </p>
      <Button look="quiet" onPress={cancel}>
        Cancel <Keys parts={['Esc']} />
      </Button>
    </footer>
  )
}

function Way({ keys, children }: { readonly keys: readonly string[]; readonly children: ReactNode }) {
  return (
    <span className={styles.way}>
      <Keys parts={keys} /> {children}
    </span>
  )
}

/** The keys of the other side walk its highlights meanwhile; these pick one, go on to the next side, or give up. */
function usePairing(props: PairingProps) {
  const app = useApp()
  const latest = useLatest(props)
  const back = () => {
    const { from, comparison, panes } = latest.current
    const origin = originOf(panes, from)
    app.linking.pairing.set(null)
    if (origin) comparison.enter(origin)
  }
  const actions = useLatest({ back })

  useEffect(() => {
    const { from, comparison, panes } = latest.current
    const origin = originOf(panes, from)
    const words = wordsIn(origin, from)
    app.announcement.set(
      `Linking from ${words} Choose a highlight of the other article with J and K, Enter links, Escape cancels.`,
    )
    const next = nextOpen(panes, origin)
    if (next) comparison.enter(next)
  }, [app, latest])

  useEffect(() => {
    const stop = new AbortController()
    const listen = { signal: stop.signal, capture: true }
    const join = (to: HighlightId | null, at: Point | null) => {
      const { from } = latest.current
      if (to === null || to === from || at === null)
        return app.announcement.set('Choose a highlight first, with J and K.')
      app.linking.pairing.set(null)
      app.dialog.set({ kind: 'join', from, to, at })
    }
    const onKeyDown = (event: KeyboardEvent) => {
      const withModifier = event.ctrlKey || event.metaKey || event.altKey
      const target = event.target instanceof Element ? event.target : null
      if (withModifier || app.dialog.get() !== null || target?.closest(OWN_KEYS)) return
      const { panes, comparison, from } = latest.current
      const acting = panes.find((pane) => pane.app === app.acting.get())
      if (event.key === 'Escape') actions.current.back()
      else if (event.key === 'Tab') {
        const next = nextOpen(panes, acting, event.shiftKey ? -1 : 1)
        if (next) comparison.enter(next)
      } else if (event.key === 'Enter') {
        const to = acting?.app.reader.active.get() ?? null
        join(to, to && placeOf(acting, to))
      } else if (event.key === 'l') {
        actions.current.back()
        app.dialog.set({ kind: 'link', from })
      } else return
      event.preventDefault()
      event.stopPropagation()
    }
    const onClick = (event: MouseEvent) => {
      const at = { x: event.clientX, y: event.clientY }
      const over = highlightAt(app, at, latest.current.from)
      if (!over) return
      event.preventDefault()
      event.stopPropagation()
      over.reader.activate(over.id)
      join(over.id, at)
    }
    window.addEventListener('keydown', onKeyDown, listen)
    window.addEventListener('click', onClick, listen)
    return () => stop.abort()
  }, [app, latest, actions])
  return { cancel: back }
}

/** Where Enter and Tab have a meaning of their own. */
const OWN_KEYS = 'footer, input, textarea, select, [role="menu"], [role="dialog"], [role="listbox"]'

function originOf(panes: readonly Pane[], from: HighlightId): Pane | undefined {
  return panes.find(({ app }) => app.reader.active.get() === from) ?? panes.find((pane) => wordsIn(pane, from) !== '')
}

function wordsIn(pane: Pane | undefined, id: HighlightId): string {
  const state = pane?.app.reader.store.get()
  const highlight = state?.state === 'open' ? state.article.byId.get(id) : undefined
  return highlight ? spokenHighlight(tagAndWords(highlight)) : ''
}

/** The next side that has an article to choose in. */
function nextOpen(panes: readonly Pane[], from: Pane | undefined, by: 1 | -1 = 1): Pane | undefined {
  const start = from ? panes.indexOf(from) : -1
  const others = panes.map((_, step) => panes.at((start + by * (step + 1)) % panes.length))
  return others.find((pane) => pane !== from && pane?.app.reader.store.get().state === 'open')
}

/** Where the passage begins in the window, as far as it is drawn; else the middle of its side. */
function placeOf(pane: Pane | undefined, id: HighlightId): Point | null {
  const port = pane?.scroller.get()
  const rect = (port?.querySelector(`mark[data-highlight-id="${id}"]`) ?? port)?.getBoundingClientRect()
  return rect ? { x: rect.left, y: Math.min(rect.bottom, rect.top + 40) } : null
}
