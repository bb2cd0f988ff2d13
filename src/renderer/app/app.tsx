import { AgreementView } from '../agreement/agreement-view'
import { BulkBar } from '../bulk/bulk-bar'
import { ClaimsView } from '../claims/claims-view'
import { useShortcuts } from '../commands/use-shortcuts'
import { CompareView } from '../compare/compare-view'
import { ConflictsView } from '../conflicts/conflicts-view'
import { DialogHost } from '../dialogs/dialog-host'
import { HistoryView } from '../history/history-view'
import { LibraryView } from '../library/library-view'
import { MapView } from '../map/map-view'
import { ArticleView } from '../reader/article-view'
import { SearchView } from '../search/search-view'
import { SpeakersView } from '../speakers/speakers-view'
import { AppContext, useApp } from '../state/app-context'
import type { AppModel } from '../state/app-model'
import { useStore } from '../state/store'
import { TimelineView } from '../timeline/timeline-view'
import { Announcer } from './announcer'
import styles from './app.module.css'
import { DropTarget } from './drop-target'
import { Header } from './header'
import { Notices } from './notices'
import { Sidebar } from './sidebar'
import { ToastList } from './toast-list'
import { useMenuCommands } from './use-menu-commands'
import { useTheme } from './use-theme'

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
        <main className={styles.main}>
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
