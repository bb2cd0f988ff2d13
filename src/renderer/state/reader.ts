import type { ArticleId, HighlightId, RevisionId } from '#annotations/model/ids'
import type { AppError } from '#annotations/model/result'
import type { Client } from '#contract/client'
import type { DeskChanged } from '#contract/views'
import type { ArticlePlace, Checked } from './article-route'
import { WHOLE_LIBRARY } from './library-route'
import { afterChange, type OpenArticle, openArticle } from './open-article'
import type { Route, Router } from './route'
import { createStore, type Store } from './store'
import { missingToast, type Toasts } from './toasts'

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
  /** Highlights at the other ends of what is under the mouse elsewhere. */
  readonly lit: Store<readonly HighlightId[]>
  /** What is selected in the text, by mouse or by caret; snapped to whole graphemes. */
  readonly selection: Store<Span | null>
  /** Null outside caret mode. */
  readonly caret: Store<Caret | null>
  readonly resizing: Store<Resizing | null>
  /** The passage that the desk is being asked to tag: what is then done to the active highlight means it, and waits for it. */
  readonly tagging: Store<Promise<unknown> | null>
  /** Where the text in view begins: the start of the first block that begins there. */
  readonly topOfView: Store<number>
  /** A field of the active card that asks for the focus. */
  readonly editing: Store<'note' | 'speaker' | null>
  /** Counts up whenever the active highlight is to be scrolled into view. */
  readonly reveal: Store<number>
  /** A passage that is no highlight, to be shown and selected once; null when there is none to show. */
  readonly pointed: Store<Span | null>
  /** The revision that changes are shown against; null while they are not. */
  readonly since: Store<RevisionId | null>
  /** The highlight without a place that is being checked, as the address says; null while none is. */
  readonly checking: Store<Checked | null>
  /** The place that is proposed for it. */
  readonly proposal: Store<Span | null>
  /** Asides that were folded or unfolded by hand, by their first block. */
  readonly asides: Store<ReadonlyMap<number, 'folded' | 'open'>>
  /** Makes a highlight active; `reveal` also scrolls its passage and card into view. */
  readonly activate: (id: HighlightId | null, options?: { readonly reveal?: boolean }) => void
  /** Shows and selects words that are no highlight; none is active then. */
  readonly pointAt: (span: Span) => void
  /** Opens the queue of highlights without a place at one of them, goes on to another, or closes it. */
  readonly check: (which: Checked | null) => void
  /** Shows what the route says, loading the article when it is another one. */
  readonly show: (route: Route) => Promise<void>
  readonly change: (changed: DeskChanged) => void
}

export function createReader(client: Client, router: Router, toasts: Pick<Toasts, 'show'>): Reader {
  const store = createStore<ReaderState>({ state: 'closed' })
  const active = createStore<HighlightId | null>(null)
  const hovered = createStore<HighlightId | null>(null)
  const lit = createStore<readonly HighlightId[]>([])
  const selection = createStore<Span | null>(null)
  const caret = createStore<Caret | null>(null)
  const resizing = createStore<Resizing | null>(null)
  const tagging = createStore<Promise<unknown> | null>(null)
  const topOfView = createStore(0)
  const editing = createStore<'note' | 'speaker' | null>(null)
  const reveal = createStore(0)
  const pointed = createStore<Span | null>(null)
  const since = createStore<RevisionId | null>(null)
  const checking = createStore<Checked | null>(null)
  const proposal = createStore<Span | null>(null)
  const asides = createStore<ReadonlyMap<number, 'folded' | 'open'>>(new Map())

  const point = (id: HighlightId | null, scroll: boolean) => {
    if (id !== active.get()) editing.set(null)
    active.set(id)
    if (id !== null && scroll) reveal.set((count) => count + 1)
  }
  const pointAt = (span: Span) => {
    point(null, false)
    pointed.set(span)
    reveal.set((count) => count + 1)
  }
  const reset = () => {
    for (const each of [active, hovered, selection, caret, resizing, editing, since, proposal, pointed, checking])
      each.set(null)
    asides.set(new Map())
  }
  /** Shows an article anew when it, or the revision that is shown of it, is another; what is on the page stays until then. */
  const reload = async (article: OpenArticle, revision: RevisionId | null) => {
    const { id } = article.article
    const result = await client.call('article.open', { id, ...(revision ? { revisionId: revision } : {}) })
    const now = store.get()
    if (!result.ok || now.state !== 'open' || now.article.article.id !== id) return
    const next = openArticle(result.value)
    if (next.revision.id !== now.article.revision.id) for (const each of [selection, caret, resizing]) each.set(null)
    if (next.revision.id !== now.article.revision.id) asides.set(new Map())
    store.set({ state: 'open', article: next })
    if (since.get() === next.revision.id) since.set(null)
    const current = active.get()
    if (current !== null && !next.byId.has(current)) point(null, false)
  }
  /** Shows the revision that a route names, or else the one in which its highlight has its passage. */
  const goHome = async (article: OpenArticle, route: ArticlePlace) => {
    const wanted = route.revision ?? homeOf(article, route.highlight)
    if (wanted !== article.revision.id) await reload(article, wanted)
    const now = store.get()
    if (now.state !== 'open' || route.revision) return
    // Of an older text, where each highlight is now is only known once the newest is there.
    const home = homeOf(now.article, route.highlight)
    if (home !== now.article.revision.id) await reload(now.article, home)
  }

  const show = async (route: Route): Promise<void> => {
    if (route.view !== 'article') {
      reset()
      return store.set({ state: 'closed' })
    }
    const open = store.get()
    if (open.state === 'open' && open.article.article.id === route.id) {
      checking.set(route.check ?? null)
      await goHome(open.article, route)
      const now = store.get()
      const id = now.state === 'open' ? present(now.article, route.highlight) : null
      return id === null && route.span ? pointAt(route.span) : point(id, id !== active.get())
    }
    reset()
    store.set({ state: 'loading', id: route.id })
    const result = await client.call('article.open', {
      id: route.id,
      ...(route.revision ? { revisionId: route.revision } : {}),
    })
    const now = store.get()
    if (now.state !== 'loading' || now.id !== route.id) return
    if (!result.ok) return store.set({ state: 'failed', id: route.id, error: result.error })
    const article = openArticle(result.value)
    store.set({ state: 'open', article })
    await goHome(article, route)
    const home = store.get()
    if (home.state !== 'open' || home.article.article.id !== route.id) return
    checking.set(route.check ?? null)
    const id = present(home.article, route.highlight)
    if (id === null && route.highlight !== null) toasts.show(missingToast('The highlight'))
    if (id === null && route.span) pointAt(route.span)
    else point(id, true)
  }

  return {
    store,
    active,
    hovered,
    lit,
    selection,
    caret,
    resizing,
    tagging,
    topOfView,
    editing,
    reveal,
    pointed,
    since,
    checking,
    proposal,
    asides,
    pointAt,
    activate(id, options = {}) {
      const state = store.get()
      if (state.state !== 'open') return
      const { article, isNewest, revision } = state.article
      point(id, options.reveal ?? false)
      router.note({
        view: 'article',
        id: article.id,
        highlight: id,
        ...(isNewest ? {} : { revision: revision.id }),
        ...checked(checking.get()),
      })
    },
    check(which) {
      const route = router.route.get()
      if (route.view !== 'article' || which === checking.get()) return
      const { check: _, ...place } = route
      // From one to the next is one visit to the queue; back leaves it.
      const how = which !== null && checking.get() !== null ? 'note' : 'go'
      router[how]({ ...place, ...checked(which) })
    },
    show,
    change(changed) {
      const state = store.get()
      // An article that was not there may have come back by undo.
      const isBack = changed.summaries.some(({ article }) => state.state === 'failed' && article.id === state.id)
      if (isBack) return void show(router.route.get())
      if (state.state !== 'open') return
      const { article: open } = state
      if (changed.unlisted && !changed.removedArticles.includes(open.article.id)) {
        return void reload(open, open.isNewest ? null : open.revision.id)
      }
      const next = afterChange(state.article, changed)
      if (next === null) {
        reset()
        store.set({ state: 'closed' })
        return router.go(WHOLE_LIBRARY)
      }
      if (next === state.article) return
      const newest = next.article.revisions.at(-1) ?? null
      const revised = newest !== state.article.article.revisions.at(-1)
      // The desk says where highlights lie in another text than their own.
      if (revised) return void reload(next, state.article.isNewest || !hasRevision(next) ? newest : next.revision.id)
      if (!next.isNewest) return void reload(next, next.revision.id)
      store.set({ state: 'open', article: next })
      const current = active.get()
      if (current !== null && !next.byId.has(current)) point(null, false)
    },
  }
}

function checked(check: Checked | null): Pick<ArticlePlace, 'check'> {
  return check === null ? {} : { check }
}

/** A highlight that an address names, if the article has it still. */
function present(article: OpenArticle, id: HighlightId | null): HighlightId | null {
  return id !== null && article.byId.has(id) ? id : null
}

/** The revision to show a highlight in: the newest, unless it is known to have its passage in another. */
function homeOf(article: OpenArticle, id: HighlightId | null): RevisionId | null {
  const stray = article.elsewhere.find((highlight) => highlight.id === id)
  return stray?.revisionId ?? article.article.revisions.at(-1) ?? null
}

function hasRevision({ article, revision }: OpenArticle): boolean {
  return article.revisions.includes(revision.id)
}
