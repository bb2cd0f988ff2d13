import type { Kept } from '#annotations/agreement/decide'
import type { CommandId } from '#contract/commands'
import { openDisagreements } from '../state/agreement'
import type { AppModel } from '../state/app-model'
import type { CommandRunners } from './run'

/** The disagreement that commands mean; null outside the view, and where there is none. */
export function chosenDisagreement(app: AppModel) {
  const route = app.router.route.get()
  if (route.view !== 'agreement') return { open: [], chosen: null }
  return openDisagreements(app.agreement.store.get(), app.agreement.settled.get(), route)
}

/** The place of the side that a command keeps, or null for other commands. */
export function keptSide(id: string): number | null {
  const digit = /^agreement\.keep(\d)$/.exec(id)?.[1]
  return digit === undefined ? null : Number(digit) - 1
}

function step(app: AppModel, by: 1 | -1): void {
  const route = app.router.route.get()
  const { open, chosen } = chosenDisagreement(app)
  const next = chosen && open[open.indexOf(chosen) + by]
  if (route.view === 'agreement' && next) app.router.step({ ...route, at: next.id })
}

/** Keeps one side or all, and goes on to the next disagreement. */
async function keep(app: AppModel, side: Kept): Promise<void> {
  const route = app.router.route.get()
  const state = app.agreement.store.get()
  const { open, chosen } = chosenDisagreement(app)
  if (route.view !== 'agreement' || state.state !== 'ready' || chosen === null) return
  const at = open.indexOf(chosen)
  const next = open[at + 1] ?? open[at - 1] ?? null
  const { id, article } = chosen
  const done = await app.act('agreement.keep', { sides: state.sides, article: article.id, id, keep: side }, 'toast')
  if (done === null) return
  app.agreement.settled.set((old) => new Set([...old, ...done.left]))
  if (done.undoable) app.agreement.decided(chosen)
  else app.announcement.set(`${done.label}: the desk has it so already.`)
  app.router.note({ ...route, at: next?.id ?? null })
}

/** Commands of the view of how far annotators agree. */
export const agreementCommands = {
  'view.agreement': (app) => app.router.go(app.agreement.last.get()),
  'agreement.next': (app) => step(app, 1),
  'agreement.previous': (app) => step(app, -1),
  'agreement.keep1': (app) => keep(app, 0),
  'agreement.keep2': (app) => keep(app, 1),
  'agreement.keep3': (app) => keep(app, 2),
  'agreement.keep4': (app) => keep(app, 3),
  'agreement.keep5': (app) => keep(app, 4),
  'agreement.keep6': (app) => keep(app, 5),
  'agreement.keep7': (app) => keep(app, 6),
  'agreement.keep8': (app) => keep(app, 7),
  'agreement.keep9': (app) => keep(app, 8),
  'agreement.keepAll': (app) => keep(app, 'all'),
} satisfies Partial<Record<CommandId, CommandRunners[CommandId]>>
