import { PanelLeft, Redo2, Search, Undo2 } from 'lucide-react'
import { useEffect } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { type CommandId, commandById } from '#contract/commands'
import { shownKeys } from '../commands/keys'
import { runCommand } from '../commands/run'
import { useApp, useOpenArticle } from '../state/app-context'
import { useStore } from '../state/store'
import { IconButton } from '../ui/button'
import { Keys } from '../ui/keys'
import { AppMenu } from './app-menu'
import styles from './header.module.css'
import { PLACE_NAMES } from './place-names'
import { SaveStatus } from './save-status'

/** The bar above every view: where one is, the way to any command, and whether all is saved. */
export function Header() {
  const app = useApp()
  const sidebar = useStore(app.sidebar, (shown) => shown)
  return (
    <header className={styles.header}>
      <div className={styles.start}>
        <IconButton
          label={sidebar ? 'Hide the sidebar' : 'Show the sidebar'}
          keys={keysOf('sidebar.toggle')}
          aria-expanded={sidebar}
          onPress={() => runCommand(app, 'sidebar.toggle')}
        >
          <PanelLeft size={16} />
        </IconButton>
        <span className={styles.wordmark}>Crossread</span>
        <Place />
      </div>
      <AriaButton className={styles.search ?? ''} onPress={() => runCommand(app, 'palette.open')}>
        <Search size={14} aria-hidden="true" />
        <span className={styles.searchWords}>Search or run a command</span>
        <Keys parts={keysOf('palette.open') ?? []} />
      </AriaButton>
      <div className={styles.end}>
        <SaveStatus />
        <UndoButtons />
        <AppMenu />
      </div>
    </header>
  )
}

function Place() {
  const app = useApp()
  const view = useStore(app.router.route, (route) => route.view)
  const article = useOpenArticle()
  const place = view === 'article' ? (article?.article.title ?? '') : PLACE_NAMES[view]
  useEffect(() => {
    document.title = place === '' ? 'Crossread' : `${place} – Crossread`
  }, [place])
  return (
    <span className={styles.place} dir="auto" title={view === 'article' ? place : undefined}>
      {place}
    </span>
  )
}

function UndoButtons() {
  const app = useApp()
  const { undo, redo } = useStore(app.status, (status) => status.undo)
  const readOnly = useStore(app.status, (status) => status.readOnly !== null)
  return (
    <div className={styles.pair}>
      <IconButton
        label={undo === null ? 'Nothing to undo' : `Undo: ${undo}`}
        keys={keysOf('desk.undo')}
        isDisabled={undo === null || readOnly}
        onPress={() => runCommand(app, 'desk.undo')}
      >
        <Undo2 size={16} />
      </IconButton>
      <IconButton
        label={redo === null ? 'Nothing to redo' : `Redo: ${redo}`}
        keys={keysOf('desk.redo')}
        isDisabled={redo === null || readOnly}
        onPress={() => runCommand(app, 'desk.redo')}
      >
        <Redo2 size={16} />
      </IconButton>
    </div>
  )
}

function keysOf(id: CommandId): readonly string[] | null {
  const command = commandById.get(id)
  return command ? shownKeys(command) : null
}
