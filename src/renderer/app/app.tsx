import { lazy, Suspense, useEffect, useRef } from 'react'
import { BulkBar } from '../bulk/bulk-bar'
import { useShortcuts } from '../commands/use-shortcuts'
import { DialogHost } from '../dialogs/dialog-host'
import { LibraryView } from '../library/library-view'
import { ArticleView } from '../reader/article-view'
import { SearchView } from '../search/search-view'
import { AppContext, useApp } from '../state/app-context'
import type { AppModel } from '../state/app-model'
import type { Route } from '../state/route'
import { useStore } from '../state/store'
import { Announcer } from './announcer'
import styles from './app.module.css'
import { DropTarget } from './drop-target'
import { Header } from './header'
import { Notices } from './notices'
import { PLACE_NAMES } from './place-names'
import { Sidebar } from './sidebar'
import { ToastList } from './toast-list'
import { useMenuCommands } from './use-menu-commands'
import { useTheme } from './use-theme'
import { ViewGuard } from './view-guard'

// Read when they are first looked at: every start would otherwise read what most of them do not show.
const AgreementView = lazy(async () => ({ default: (await import('../agreement/agreement-view')).AgreementView }))
const ClaimsView = lazy(async () => ({ default: (await import('../claims/claims-view')).ClaimsView }))
const CompareView = lazy(async () => ({ default: (await import('../compare/compare-view')).CompareView }))
const ConflictsView = lazy(async () => ({ default: (await import('../conflicts/conflicts-view')).ConflictsView }))
const HistoryView = lazy(async () => ({ default: (await import('../history/history-view')).HistoryView }))
const MapView = lazy(async () => ({ default: (await import('../map/map-view')).MapView }))
const SpeakersView = lazy(async () => ({ default: (await import('../speakers/speakers-view')).SpeakersView }))
const TimelineView = lazy(async () => ({ default: (await import('../timeline/timeline-view')).TimelineView }))

export function App({ model }: { readonly model: AppModel }) {
  return (
    <AppContext value={model}>
      <Frame />
    </AppContext>
  )
}

function Frame() {
  const app = useApp()
  const sidebar = useStore(app.sidebar, (shown) => shown)
  const acting = useStore(app.acting, (value) => value)
  useShortcuts()
  useMenuCommands()
  useTheme()
  return (
    <DropTarget>
      <div className={styles.frame} data-sidebar={sidebar || undefined}>
        <Header />
        {sidebar && <Sidebar />}
        <main className={styles.main} tabIndex={-1}>
          <Notices />
          <View />
          <BulkBar />
        </main>
      </div>
      <ToastList />
      <AppContext value={acting ?? app}>
        <DialogHost />
      </AppContext>
      <Announcer />
    </DropTarget>
  )
}

function View() {
  const app = useApp()
  const view = useStore(app.router.route, (route) => route.view)
  useArrival(view)
  return (
    <ViewGuard key={view}>
      <Suspense>
        <Content view={view} />
      </Suspense>
    </ViewGuard>
  )
}

/** Whoever comes to a view by a shortcut is told where that led, and goes on there by Tab, not at the top of the window. */
function useArrival(view: Route['view']): void {
  const { announcement } = useApp()
  const last = useRef(view)
  useEffect(() => {
    if (last.current === view) return
    last.current = view
    const main = document.querySelector('main')
    if (document.activeElement !== document.body || !main) return
    // Tab goes on from what had the focus last. A view that takes it itself finds it free.
    main.focus({ preventScroll: true })
    main.blur()
    if (view !== 'article') announcement.set(PLACE_NAMES[view])
  }, [view, announcement])
}

function Content({ view }: { readonly view: Route['view'] }) {
  switch (view) {
    case 'library':
      return <LibraryView />
    case 'article':
      return <ArticleView />
    case 'claims':
      return <ClaimsView />
    case 'conflicts':
      return <ConflictsView />
    case 'compare':
      return <CompareView />
    case 'map':
      return <MapView />
    case 'search':
      return <SearchView />
    case 'timeline':
      return <TimelineView />
    case 'speakers':
      return <SpeakersView />
    case 'agreement':
      return <AgreementView />
    case 'history':
      return <HistoryView />
  }
}
