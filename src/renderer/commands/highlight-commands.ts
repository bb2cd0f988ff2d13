import type { Highlight, Tag } from '#annotations/model/highlight'
import type { CommandId } from '#contract/commands'
import { spokenHighlight, tagAndWords } from '../linking/words'
import { letGo } from '../reader/let-go'
import type { AppModel } from '../state/app-model'
import type { OpenArticle } from '../state/open-article'
import type { Span } from '../state/reader'
import type { CommandRunners } from './run'

function open(app: AppModel): OpenArticle | null {
  const state = app.reader.store.get()
  return state.state === 'open' ? state.article : null
}

function activeHighlight(app: AppModel): Highlight | null {
  const id = app.reader.active.get()
  return id === null ? null : (open(app)?.byId.get(id) ?? null)
}

/** Tags the selected text; with nothing selected, changes the tag of the active highlight. */
const tag = (tag: Tag) => async (app: AppModel) => {
  const article = open(app)
  const span = app.reader.selection.get()
  const active = activeHighlight(app)
  if (article && span) {
    const adding = add(app, article, span, tag)
    app.reader.tagging.set(adding)
    await adding
    app.reader.tagging.set((last) => (last === adding ? null : last))
  } else if (active) {
    await app.act('highlight.edit', { id: active.id, patch: { tag } })
  }
}

async function add(app: AppModel, { article, revision }: OpenArticle, span: Span, tag: Tag): Promise<void> {
  // At once: a second letter, pressed before the desk has answered, means the new highlight and not the same words again.
  letGo(app)
  app.reader.caret.set((caret) => caret && { anchor: caret.head, head: caret.head })
  const done = await app.act('highlight.add', { articleId: article.id, revisionId: revision.id, ...span, tag })
  if (done) app.reader.activate(done.id)
  else if (app.reader.selection.get() === null) app.reader.pointAt(span)
}

/** Goes to the highlight after or before the active one, in reading order; from none, to the first or last. */
const step = (by: 1 | -1) => (app: AppModel) => {
  const article = open(app)
  if (!article || article.highlights.length === 0) return
  const current = article.highlights.findIndex((highlight) => highlight.id === app.reader.active.get())
  const next = current === -1 ? (by === 1 ? 0 : article.highlights.length - 1) : current + by
  const highlight = article.highlights[next]
  if (!highlight) return
  app.reader.activate(highlight.id, { reveal: true })
  app.announcement.set(spokenHighlight(tagAndWords(highlight)))
}

/** Deletes the active highlight; the next one in reading order becomes active, so that a row of them can be weeded out. */
const remove = async (app: AppModel) => {
  const article = open(app)
  const highlight = activeHighlight(app)
  if (!article || !highlight) return
  const at = article.highlights.indexOf(highlight)
  const neighbour = article.highlights[at + 1] ?? article.highlights[at - 1]
  const done = await app.act('highlight.remove', { ids: [highlight.id] }, 'toast')
  if (done && neighbour && app.reader.active.get() === null && open(app)?.byId.has(neighbour.id)) {
    app.reader.activate(neighbour.id, { reveal: true })
  }
}

const edit = (field: 'note' | 'speaker') => (app: AppModel) => {
  const highlight = activeHighlight(app)
  if (!highlight) return
  if (field === 'speaker' && highlight.tag !== 'attribution') {
    return app.toasts.show({
      tone: 'warning',
      message: 'Only an attribution names a speaker.',
      detail: 'Press a to change the tag first.',
    })
  }
  app.reader.editing.set(field)
}

/** Commands on passages and highlights of the open article. Those that move an edge are in the reader's resize module. */
export const highlightCommands = {
  'highlight.claim': tag('claim'),
  'highlight.attribution': tag('attribution'),
  'highlight.denial': tag('denial'),
  'highlight.next': step(1),
  'highlight.previous': step(-1),
  'highlight.note': edit('note'),
  'highlight.speaker': edit('speaker'),
  'highlight.delete': remove,
} satisfies Partial<Record<CommandId, CommandRunners[CommandId]>>
