import type { CaretUnit } from '#annotations/anchoring/caret'
import type { CommandId } from '#contract/commands'
import { type Edge, moveEdge } from '../reader/edges'
import { resizeHighlight } from '../reader/resize'
import { shorten } from '../reader/speech'
import type { AppModel } from '../state/app-model'
import type { OpenArticle } from '../state/open-article'
import type { CommandRunners } from './run'

function open(app: AppModel): OpenArticle | null {
  const state = app.reader.store.get()
  return state.state === 'open' ? state.article : null
}

/** Starts at the active highlight, or where the text in view begins. */
function toggleCaret(app: AppModel): void {
  const article = open(app)
  if (!article) return
  const { caret, active, topOfView } = app.reader
  if (caret.get() !== null) {
    caret.set(null)
    app.announcement.set('Caret mode off')
    return
  }
  const id = active.get()
  const at = (id === null ? undefined : article.byId.get(id)?.anchor.start) ?? topOfView.get()
  caret.set({ anchor: at, head: at })
  app.announcement.set('Caret mode. Arrows move, Shift selects, E takes more, Escape leaves.')
}

const edge = (which: Edge, unit: CaretUnit, direction: 1 | -1) => (app: AppModel) => {
  const article = open(app)
  const id = app.reader.active.get()
  const highlight = id === null ? undefined : article?.byId.get(id)
  if (!article || !highlight) return
  // The next press counts from where the last one put the edge, whether or not the desk has answered yet.
  const pending = app.reader.resizing.get()
  const { start, end } = pending?.id === highlight.id ? pending : highlight.anchor
  const moved = moveEdge(article.text, { start, end }, which, unit, direction, article.article.language ?? undefined)
  if (moved === null) return app.announcement.set('The edge cannot move further.')
  app.announcement.set(`Now: ${shorten(article.text.slice(moved.start, moved.end))}`)
  return resizeHighlight(app, { id: highlight.id, ...moved })
}

/** Caret mode, and moving the edges of the active highlight by keyboard. */
export const readerCommands = {
  'caret.toggle': toggleCaret,
  'highlight.growEnd': edge('end', 'word', 1),
  'highlight.shrinkEnd': edge('end', 'word', -1),
  'highlight.growStart': edge('start', 'word', -1),
  'highlight.shrinkStart': edge('start', 'word', 1),
  'highlight.growEndByCharacter': edge('end', 'character', 1),
  'highlight.shrinkEndByCharacter': edge('end', 'character', -1),
  'highlight.growStartByCharacter': edge('start', 'character', -1),
  'highlight.shrinkStartByCharacter': edge('start', 'character', 1),
} satisfies Partial<Record<CommandId, CommandRunners[CommandId]>>
