import { blockStarts } from '#annotations/model/article'
import type { CommandId } from '#contract/commands'
import { articlesToCheck } from '../library/rows'
import { asideRuns } from '../reader/asides'
import { letGo } from '../reader/let-go'
import { lastIndexWhere } from '../reader/positions'
import type { AppModel } from '../state/app-model'
import type { OpenArticle } from '../state/open-article'
import type { CommandRunners } from './run'

function open(app: AppModel): OpenArticle | null {
  const state = app.reader.store.get()
  return state.state === 'open' ? state.article : null
}

/** The blocks that are meant: those of the selection, else the one of the caret, else that of the active highlight. */
function meantBlocks(app: AppModel, article: OpenArticle): number[] | null {
  const { selection, caret, active } = app.reader
  const id = active.get()
  const at = caret.get()?.head ?? (id === null ? undefined : article.byId.get(id)?.anchor.start)
  const span = selection.get() ?? (at === undefined ? null : { start: at, end: at + 1 })
  if (!span) return null
  const starts = blockStarts(article.revision.blocks)
  const blockAt = (offset: number) => lastIndexWhere(starts.length, (block) => (starts[block] ?? 0) <= offset)
  const first = blockAt(span.start)
  const last = blockAt(Math.max(span.start, span.end - 1))
  return Array.from({ length: last - first + 1 }, (_, i) => first + i)
}

const toggleAside = async (app: AppModel) => {
  const article = open(app)
  if (!article) return
  const blocks = meantBlocks(app, article)
  if (!blocks) {
    return app.toasts.show({
      tone: 'warning',
      message: 'Which paragraph is meant?',
      detail: 'Select some of its words, or go there in caret mode.',
    })
  }
  const aside = blocks.some((block) => article.revision.blocks[block]?.aside !== true)
  const span = app.reader.selection.get()
  const done = await app.act('block.setAside', { revisionId: article.revision.id, blocks, aside }, 'toast')
  if (done && span) letGo(app, span)
}

/** Unfolds every run of asides when one is folded by hand or by nature, else folds them all. */
const toggleAsides = (app: AppModel) => {
  const article = open(app)
  if (!article) return
  const runs = asideRuns(article.revision.blocks)
  const to = runs.every((run) => app.reader.asides.get().get(run.first) === 'open') ? 'folded' : 'open'
  app.reader.asides.set(new Map(runs.map((run) => [run.first, to])))
  app.announcement.set(to === 'open' ? 'Asides unfolded' : 'Asides folded')
}

/** New revisions, what they left behind, and what is no part of an article. */
export const revisionCommands = {
  'article.newRevision': (app) => {
    const article = open(app)
    if (article) app.dialog.set({ kind: 'revision', article: article.article })
  },
  'orphan.check': (app) => {
    const article = open(app)
    // A side of a comparison has no room for the queue.
    if (article && app.acting.get() !== null) app.checkOrphans(article.article.id)
    else app.reader.check(app.reader.checking.get() === null ? 'first' : null)
  },
  'orphan.next': (app) => {
    const library = app.library.store.get()
    const articles = library.state === 'ready' ? articlesToCheck(library.articles.values()) : []
    const here = app.reader.store.get()
    const id = here.state === 'open' ? here.article.article.id : null
    const at = articles.findIndex((summary) => summary.article.id === id)
    const next = articles[(at + 1) % articles.length]
    if (!next) {
      return app.toasts.show({
        tone: 'done',
        message: 'Nothing to check.',
        detail: 'Every highlight has its place in the newest text.',
      })
    }
    app.checkOrphans(next.article.id)
  },
  'block.aside': toggleAside,
  'asides.toggle': toggleAsides,
} satisfies Partial<Record<CommandId, CommandRunners[CommandId]>>
