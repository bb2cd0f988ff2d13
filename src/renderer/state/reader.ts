import type { ArticleId, HighlightId } from '#annotations/model/ids'
import type { AppError } from '#annotations/model/result'
import type { Client } from '#contract/client'
import type { DeskChanged } from '#contract/views'
import { afterChange, type OpenArticle, openArticle } from './open-article'
import type { Route, Router } from './route'
import { createStore, type Store } from './store'

/** A range of the open article's text: UTF-16 units, end-exclusive. */
export type Span = { readonly start: number; readonly end: number }

/** Where the keyboard's caret stands and what it has selected; `head` moves, `anchor` stays. */
export type Caret = { readonly anchor: number; readonly head: number }

/** A passage whose edges are being moved: shown so before the desk has been asked. */
export type Resizing = Span & { readonly id: HighlightId }

export type ReaderState =
  | { readonly state: 'closed' }
  | { readonly state: 'loading'; readonly id: ArticleId }
  | { readonly state: 'failed'; readonly id: ArticleId; readonly error: AppError }
  | { readonly state: 'open'; readonly article: OpenArticle }

export type Reader = {
  readonly store: Store<ReaderState>
  /** The highlight that commands act on; its card is open. */
  readonly active: Store<HighlightId | null>
  /** The highlight under the mouse, in the text or on its card. */
  readonly hovered: Store<HighlightId | null>
  /** What is selected in the text, by mouse or by caret; snapped to whole graphemes. */
  readonly selection: Store<Span | null>
  /** Null outside caret mode. */
  readonly caret: Store<Caret | null>
  readonly resizing: Store<Resizing | null>
  /** Where the text in view begins: the start of the first block that begins there. */
  readonly topOfView: Store<number>
  /** A field of the active card that asks for the focus. */
  readonly editing: Store<'note' | 'speaker' | null>
  /** Counts up whenever the active highlight is to be scrolled into view. */
  readonly reveal: Store<number>
  /** Makes a highlight active; `reveal` also scrolls its passage and card into view. */
  readonly activate: (id: HighlightId | null, options?: { readonly reveal?: boolean }) => void
  /** Shows what the route says, loading the article when it is another one. */
  readonly show: (route: Route) => Promise<void>
  readonly change: (changed: DeskChanged) => void
}

export function createReader(client: Client, router: Router): Reader {
  const store = createStore<ReaderState>({ state: 'closed' })
  const active = createStore<HighlightId | null>(null)
  const hovered = createStore<HighlightId | null>(null)
  const selection = createStore<Span | null>(null)
  const caret = createStore<Caret | null>(null)
  const resizing = createStore<Resizing | null>(null)
  const topOfView = createStore(0)
  const editing = createStore<'note' | 'speaker' | null>(null)
  const reveal = createStore(0)

  const openId = (): ArticleId | null => {
    const state = store.get()
    return state.state === 'open' ? state.article.article.id : null
  }
  const point = (id: HighlightId | null, scroll: boolean) => {
    if (id !== active.get()) editing.set(null)
    active.set(id)
    if (id !== null && scroll) reveal.set((count) => count + 1)
  }
  const reset = () => {
    for (const each of [active, hovered, selection, caret, resizing, editing]) each.set(null)
  }

  return {
    store,
    active,
    hovered,
    selection,
    caret,
    resizing,
    topOfView,
    editing,
    reveal,
    activate(id, options = {}) {
      const article = openId()
      if (article === null) return
      point(id, options.reveal ?? false)
      router.note({ view: 'article', id: article, highlight: id })
    },
    async show(route) {
      if (route.view !== 'article') {
        reset()
        return store.set({ state: 'closed' })
      }
      const open = store.get()
      if (open.state === 'open' && open.article.article.id === route.id) {
        const id = present(open.article, route.highlight)
        return point(id, id !== active.get())
      }
      reset()
      store.set({ state: 'loading', id: route.id })
      const result = await client.call('article.open', { id: route.id })
      const now = store.get()
      if (now.state !== 'loading' || now.id !== route.id) return
      if (!result.ok) return store.set({ state: 'failed', id: route.id, error: result.error })
      const article = openArticle(result.value)
      store.set({ state: 'open', article })
      point(present(article, route.highlight), true)
    },
    change(changed) {
      const state = store.get()
      if (state.state !== 'open') return
      const next = afterChange(state.article, changed)
      if (next === null) {
        reset()
        store.set({ state: 'closed' })
        return router.go({ view: 'library' })
      }
      if (next === state.article) return
      store.set({ state: 'open', article: next })
      const current = active.get()
      if (current !== null && !next.byId.has(current)) point(null, false)
    },
  }
}

/** A highlight that an address names, if the article has it still. */
function present(article: OpenArticle, id: HighlightId | null): HighlightId | null {
  return id !== null && article.byId.has(id) ? id : null
}
