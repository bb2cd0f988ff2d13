import type { Highlight } from '#annotations/model/highlight'
import type { HighlightId } from '#annotations/model/ids'
import type { Client } from '#contract/client'
import type { CompareMemory } from '#contract/compare-views'
import type { AppModel } from './app-model'
import { type ComparePlace, EMPTY_COMPARISON, withoutListing } from './compare-route'
import type { Reader } from './reader'
import type { Router } from './route'
import { createStore, type Store } from './store'

/** How much of the width each side has, from the left: shares of one. */
export type Shares = readonly number[]

/** What is remembered of comparisons, and which readers stand side by side now. */
export type Comparing = {
  /** The articles that were compared last, to return to: also after a restart. */
  readonly last: Store<ComparePlace>
  readonly shares: Store<{ readonly two: Shares; readonly three: Shares }>
  /** The app as each side sees it, from the left; empty outside of a comparison. */
  readonly models: Store<readonly AppModel[]>
  /** How many links there are between the articles that stand side by side. */
  readonly links: Store<number>
  /** Whether everything about the active highlight of a side is shown below its text, or one line. */
  readonly details: Store<boolean>
}

/** Milliseconds without a further change before it is kept: a separator is moved in many steps. */
const KEEP_AFTER = 600

export const EVEN = { two: [1 / 2, 1 / 2], three: [1 / 3, 1 / 3, 1 / 3] } as const

export function createComparing(client: Client, router: Router, memory: CompareMemory | undefined): Comparing {
  const last = createStore(placeOf(memory))
  const shares = createStore<{ readonly two: Shares; readonly three: Shares }>({
    two: memory?.two ?? EVEN.two,
    three: memory?.three ?? EVEN.three,
  })
  let kept = JSON.stringify(memoryOf(last.get(), shares.get()))
  let timer: ReturnType<typeof setTimeout> | undefined
  const keep = () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      const memory = memoryOf(last.get(), shares.get())
      const words = JSON.stringify(memory)
      if (words === kept) return
      kept = words
      // A desk that is only read forgets it: nobody has lost anything.
      void client.call('settings.set', { compare: memory })
    }, KEEP_AFTER)
  }
  const note = () => {
    const route = router.route.get()
    if (route.view === 'compare') last.set(withoutListing(route))
  }
  router.route.subscribe(note)
  note()
  last.subscribe(keep)
  shares.subscribe(keep)
  return {
    last,
    shares,
    models: createStore<readonly AppModel[]>([]),
    links: createStore(0),
    details: createStore(false),
  }
}

/** Highlights that were active then are of no use at the next start. */
function placeOf(memory: CompareMemory | undefined): ComparePlace {
  if (!memory) return EMPTY_COMPARISON
  return { view: 'compare', sides: memory.articles.map((id) => id && { id, highlight: null }) }
}

function memoryOf(
  place: ComparePlace,
  { two, three }: { readonly two: Shares; readonly three: Shares },
): CompareMemory {
  return { articles: place.sides.map((side) => side?.id ?? null), two, three }
}

/** Every reader that is in view: those of a comparison, or the one there is. */
export function readersInView(app: AppModel): readonly Reader[] {
  const models = app.comparing.models.get()
  return models.length > 0 ? models.map(({ reader }) => reader) : [app.reader]
}

/** A highlight of any article that is in view. */
export function highlightInView(app: AppModel, id: HighlightId): Highlight | undefined {
  for (const { store } of readersInView(app)) {
    const state = store.get()
    const highlight = state.state === 'open' ? state.article.byId.get(id) : undefined
    if (highlight) return highlight
  }
  return undefined
}
