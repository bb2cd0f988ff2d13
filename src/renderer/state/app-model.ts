import type { ArticleId, HighlightId } from '#annotations/model/ids'
import type { AppError, Result } from '#annotations/model/result'
import type { Client } from '#contract/client'
import type { InputOf, MethodName, OutputOf } from '#contract/methods'
import type { ArticleSummary, DeskStatus, Done } from '#contract/views'
import { createNativeShell, createWebShell, type Shell } from '../bridge/shell'
import { type AgreementModel, createAgreement } from './agreement'
import { type Claims, createClaims } from './claims'
import { type Comparing, createComparing } from './comparing'
import { type Conflicts, createConflicts } from './conflicts'
import { createGraph, type Graph } from './graph'
import { type HistoryPlace, WHOLE_HISTORY } from './history-route'
import type { ImportSource } from './importing'
import { createLibrary, type Library } from './library'
import { type LibraryPlace, WHOLE_LIBRARY } from './library-route'
import { createLinking, type Linking, type Point } from './linking'
import { createLast } from './live'
import { createPicked, type Picked } from './picked'
import { createReader, type Reader } from './reader'
import { createRouter, type Route, type Router } from './route'
import { createSearch, type Search } from './search'
import { createSpeakers, type Speakers } from './speakers'
import { createStore, type Store } from './store'
import { createToasts, type Toasts } from './toasts'

/** The dialog that is open. At most one is: a second one on top is a place to get lost. */
export type OpenDialog =
  /** Asks who annotates: once at the start, as long as nobody has said. */
  | { readonly kind: 'annotator' }
  | { readonly kind: 'palette' }
  | { readonly kind: 'shortcuts' }
  | { readonly kind: 'settings' }
  | { readonly kind: 'paste' }
  /** Files that were picked or dropped, or a page, to be looked at before they are added. */
  | { readonly kind: 'add'; readonly source: ImportSource }
  /** Asks for the address of a web page. */
  | { readonly kind: 'page'; readonly url: string }
  | { readonly kind: 'details'; readonly article: ArticleSummary['article'] }
  | { readonly kind: 'revision'; readonly article: ArticleSummary['article'] }
  | { readonly kind: 'export' }
  /** Annotations of files, a folder or another desk, to be looked at before they come in. */
  | { readonly kind: 'import'; readonly source: ImportSource }
  /** On the dossier of a claim, or on what is looked at. */
  | { readonly kind: 'report'; readonly claim: HighlightId | null }
  /** What is to be done to the selected highlights. */
  | { readonly kind: 'bulk'; readonly what: 'link' | 'note' | 'speaker' }
  | { readonly kind: 'link'; readonly from: HighlightId }
  /** A link that was dragged, to be confirmed where it was dropped. */
  | { readonly kind: 'join'; readonly from: HighlightId; readonly to: HighlightId; readonly at: Point }
  /** Which of several links to follow. */
  | { readonly kind: 'follow'; readonly from: HighlightId }

/** Everything the page knows and can do: what the components draw, and what the commands run on. */
export type AppModel = {
  readonly client: Client
  readonly shell: Shell
  readonly status: Store<DeskStatus>
  readonly library: Library
  /** How the library was looked at last, to return to it. */
  readonly lastLibrary: Store<LibraryPlace>
  /** How the history was looked at last. */
  readonly lastHistory: Store<HistoryPlace>
  readonly claims: Claims
  readonly conflicts: Conflicts
  readonly search: Search
  readonly graph: Graph
  readonly speakers: Speakers
  readonly agreement: AgreementModel
  readonly reader: Reader
  readonly linking: Linking
  /** The highlights that are selected, in whichever view. */
  readonly picked: Picked
  readonly router: Router
  readonly toasts: Toasts
  readonly dialog: Store<OpenDialog | null>
  readonly comparing: Comparing
  /** The side of a comparison that commands act on, as its own model; null outside of one. */
  readonly acting: Store<AppModel | null>
  readonly sidebar: Store<boolean>
  readonly connected: Store<boolean>
  /** The article that was read last, to return to from the library or history. */
  readonly lastArticle: Store<Route | null>
  /** Reads an article by itself, with the queue of its highlights that have no place; also from a side of a comparison. */
  readonly checkOrphans: (id: ArticleId) => void
  /** Text for screen readers, spoken politely. */
  readonly announcement: Store<string>
  /** Calls a method and shows its error, if any; null then. */
  readonly ask: <M extends MethodName>(method: M, input: InputOf<M>) => Promise<OutputOf<M> | null>
  /** Runs a command of the desk; says what was done, with undo, and any warning. */
  readonly act: <M extends MethodName>(
    method: M,
    input: InputOf<M>,
    say?: 'toast' | 'quiet',
  ) => Promise<OutputOf<M> | null>
}

/** Asks the desk for its state and builds the model on it. */
export async function createAppModel(client: Client): Promise<Result<AppModel>> {
  const status = await client.call('desk.status', {})
  if (!status.ok) return status
  const toasts = createToasts()
  const router = createRouter()
  const ask: AppModel['ask'] = async (method, input) => {
    const result = await client.call(method, input)
    if (result.ok) return result.value
    toasts.showError(result.error)
    return null
  }
  const announcement = createStore('')
  const model: AppModel = {
    client,
    shell: status.value.shell === 'electron' ? createNativeShell(client) : createWebShell(),
    status: createStore(status.value),
    library: createLibrary(client),
    lastLibrary: createLast<'library'>(router, WHOLE_LIBRARY),
    lastHistory: createLast<'history'>(router, WHOLE_HISTORY),
    claims: createClaims(client, router),
    conflicts: createConflicts(client, router, status.value.conflicts),
    search: createSearch(client, router),
    graph: createGraph(client, router),
    speakers: createSpeakers(client, router),
    agreement: createAgreement(client, router),
    reader: createReader(client, router, toasts),
    linking: createLinking(),
    picked: createPicked(client),
    router,
    toasts,
    dialog: createStore<OpenDialog | null>(firstDialog(status.value)),
    comparing: createComparing(client, router, status.value.settings.compare),
    acting: createStore<AppModel | null>(null),
    sidebar: createStore(window.innerWidth >= 1200),
    connected: createStore(true),
    lastArticle: createStore<Route | null>(null),
    checkOrphans(id) {
      // Here already, its address would take the active highlight away.
      const place = router.route.get()
      if (place.view !== 'article' || place.id !== id)
        router.go({ view: 'article', id, highlight: null, check: 'first' })
      else if (place.check === undefined) model.reader.check('first')
    },
    announcement,
    ask,
    async act(method, input, say = 'quiet') {
      const done = await ask(method, input)
      if (done !== null) tell(toasts, announcement, done as Partial<Done>, say)
      return done
    },
  }
  listen(model)
  return { ok: true, value: model }
}

function firstDialog(status: DeskStatus): OpenDialog | null {
  return status.settings.annotator === '' && status.readOnly === null ? { kind: 'annotator' } : null
}

function tell(toasts: Toasts, announcement: Store<string>, done: Partial<Done>, say: 'toast' | 'quiet'): void {
  if (!done.label || !done.undoable) return
  announcement.set(done.label)
  if (done.warning) toasts.show({ tone: 'warning', message: done.label, detail: done.warning, undo: true })
  else if (say === 'toast') toasts.show({ tone: 'done', message: done.label, undo: true })
}

function listen(model: AppModel): void {
  const { client, status } = model
  client.on('desk.changed', (changed) => {
    status.set((old) => ({ ...old, undo: changed.undo, hasSample: changed.hasSample }))
    model.library.change(changed)
    model.reader.change(changed)
  })
  client.on('desk.save', (save) => status.set((old) => ({ ...old, save })))
  client.on('desk.problems', (problems) => status.set((old) => ({ ...old, problems })))
  client.on('settings.changed', (settings) => status.set((old) => ({ ...old, settings })))
  client.onClose(() => model.connected.set(false))
  const follow = () => {
    const route = model.router.route.get()
    if (route.view === 'article') model.lastArticle.set(route)
    void model.reader.show(route)
  }
  model.router.route.subscribe(follow)
  follow()
  void model.library.load()
}

/** The sentence for an error where there is no room for more. */
export function errorText(error: AppError): string {
  return [error.message, error.kept, error.next].filter(Boolean).join(' ')
}
