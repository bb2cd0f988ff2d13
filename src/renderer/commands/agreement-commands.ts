import type { Kept } from '#contract/agreement-methods'
import type { CommandId } from '#contract/commands'
import { leftStanding, openDisagreements, standingOf } from '../state/agreement'
import type { AppModel } from '../state/app-model'
import type { CommandRunners } from './run'

/** The disagreement that commands mean; null outside the view, and where there is none. */
export function chosenDisagreement(app: AppModel) {
  const route = app.router.route.get()
  if (route.view !== 'agreement') return { open: [], chosen: null }
  return openDisagreements(app.agreement.store.get(), app.agreement.settled.get(), route.at)
}

function step(app: AppModel, by: 1 | -1): void {
  const route = app.router.route.get()
  const { open, chosen } = chosenDisagreement(app)
  const next = chosen && open[open.indexOf(chosen) + by]
  if (route.view === 'agreement' && next) app.router.note({ ...route, at: next.id })
}

/** Keeps one side or both, and goes on to the next disagreement. */
async function keep(app: AppModel, side: Kept): Promise<void> {
  const route = app.router.route.get()
  const state = app.agreement.store.get()
  const { open, chosen } = chosenDisagreement(app)
  if (route.view !== 'agreement' || state.state !== 'ready' || chosen === null) return
  const at = open.indexOf(chosen)
  const next = open[at + 1] ?? open[at - 1] ?? null
  const done = await app.act('agreement.keep', { ...state.sides, id: chosen.id, keep: side }, 'toast')
  if (done === null) return
  const same = done.undoable ? [] : [standingOf(chosen)]
  app.agreement.settled.set((old) => new Set([...old, ...same, ...leftStanding(chosen, side)]))
  if (!done.undoable) app.announcement.set(`${done.label}: the desk has it so already.`)
  app.router.note({ ...route, at: next?.id ?? null })
}

/** Commands of the view of how far annotators agree. */
export const agreementCommands = {
  'view.agreement': (app) => app.router.go(app.agreement.last.get()),
  'agreement.next': (app) => step(app, 1),
  'agreement.previous': (app) => step(app, -1),
  'agreement.left': (app) => keep(app, 'left'),
  'agreement.right': (app) => keep(app, 'right'),
  'agreement.both': (app) => keep(app, 'both'),
} satisfies Partial<Record<CommandId, CommandRunners[CommandId]>>
