import type { CommandId } from '#contract/commands'
import type { Theme } from '#contract/views'
import type { AppModel } from '../state/app-model'
import { ARTICLE_FILES } from '../state/importing'
import type { CommandRunners } from './run'

const theme = (theme: Theme) => (app: AppModel) => app.act('settings.set', { theme })

async function pickArticles(app: AppModel, folder: boolean): Promise<void> {
  const picked = await app.shell.pickFiles(folder ? 'Add a folder of articles' : 'Add articles', ARTICLE_FILES, folder)
  if (!picked.ok) app.toasts.showError(picked.error)
  else if (picked.value && (picked.value.kind === 'page' || picked.value.files.length > 0))
    app.dialog.set({ kind: 'add', source: picked.value })
}

/** Commands of the desk and of the window as a whole. */
export const deskCommands = {
  'article.addFiles': (app) => pickArticles(app, false),
  'article.addFolder': (app) => pickArticles(app, true),
  'article.addUrl': (app) => app.dialog.set({ kind: 'page', url: '' }),
  'article.paste': (app) => app.dialog.set({ kind: 'paste' }),
  'article.editDetails': (app) => {
    const state = app.reader.store.get()
    if (state.state === 'open') app.dialog.set({ kind: 'details', article: state.article.article })
  },
  'article.remove': (app) => {
    const state = app.reader.store.get()
    if (state.state === 'open') return app.act('article.remove', { ids: [state.article.article.id] }, 'toast')
  },
  'desk.report': (app) => app.dialog.set({ kind: 'report', claim: null }),
  'desk.export': (app) => app.dialog.set({ kind: 'export' }),
  'shell.showDesk': (app) => app.act('shell.showDesk', {}),
  'view.settings': (app) => app.dialog.set({ kind: 'settings' }),
  'sample.add': (app) => app.act('sample.add', {}, 'toast'),
  'sample.remove': (app) => app.act('sample.remove', {}, 'toast'),
  'desk.undo': async (app) => {
    const done = await app.ask('desk.undo', {})
    if (done) app.announcement.set(`Undone: ${done.label}`)
  },
  'desk.redo': async (app) => {
    const done = await app.ask('desk.redo', {})
    if (done) app.announcement.set(`Redone: ${done.label}`)
  },
  'find.article': (app) => {
    if (app.router.route.get().view !== 'library') app.router.go(app.lastLibrary.get())
    // The field is there once the library has been drawn.
    requestAnimationFrame(() => document.querySelector<HTMLInputElement>('[data-find-article]')?.focus())
  },
  'palette.open': (app) => app.dialog.set({ kind: 'palette' }),
  'help.shortcuts': (app) => app.dialog.set({ kind: 'shortcuts' }),
  'theme.light': theme('light'),
  'theme.dark': theme('dark'),
  'theme.system': theme('system'),
  'sidebar.toggle': (app) => app.sidebar.set((shown) => !shown),
  'view.library': (app) => app.router.go(app.lastLibrary.get()),
  'view.search': (app) => {
    if (app.router.route.get().view !== 'search') app.router.go(app.search.last.get())
    // The field is there once the view has been drawn.
    requestAnimationFrame(() => document.querySelector<HTMLInputElement>('[data-search-desk]')?.select())
  },
  'view.history': (app) => app.router.go(app.lastHistory.get()),
  'view.claims': (app) => app.router.go(app.claims.last.get()),
  'view.map': (app) => app.router.go(app.graph.lastMap.get()),
  'view.timeline': (app) => app.router.go(app.graph.lastTimeline.get()),
  'view.speakers': (app) => app.router.go(app.speakers.last.get()),
  'view.article': (app) => {
    const last = app.lastArticle.get()
    if (last) app.router.go(last)
  },
  'go.back': (app) => app.router.back(),
  'go.forward': (app) => app.router.forward(),
} satisfies Partial<Record<CommandId, CommandRunners[CommandId]>>
