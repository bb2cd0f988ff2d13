import type { Action } from '#annotations/changes/action'
import type { Merged } from '#annotations/exchange/merge/plan-merge'
import { createIdSource } from '#annotations/model/ids'
import { fail, ok, type Result } from '#annotations/model/result'
import type { ExchangePreview, LabelMap } from '#contract/exchange-views'
import type { ImportItem } from '#contract/import-views'
import { type Gathered, type GatherItem, gatherFiles } from '../../exchange/gather-files'
import { planExchange } from '../../exchange/plan-exchange'
import { type Exchange, readExchange } from '../../exchange/read-exchange'
import type { Desk } from '../desk'
import { toDone } from './done'
import type { HandlersOf } from './handlers-of'
import type { PickedFiles } from './picked-files'

/** What an import keeps from call to call. */
type Session = {
  readonly items: GatherItem[]
  gathered: Gathered | null
  exchange: Exchange | null
  labels: LabelMap | null
  restore: boolean
}

/** Windows that went away leave their imports behind; so many are kept. */
const MOST_SESSIONS = 4
/** Faults that a window is sent; they are counted all the same. */
const MOST_FAULTS = 200
const NO_LABELS: LabelMap = { tags: {}, relations: {} }

/** Takes annotations from files and other desks: staged, looked at, and merged only then. */
export function exchangeInHandlers(desk: Desk, picked: PickedFiles): HandlersOf<'exchange'> {
  const sessions = new Map<string, Session>()
  const end = async (id: string) => {
    const session = sessions.get(id)
    sessions.delete(id)
    if (session?.gathered?.kind === 'desk') await session.gathered.discard()
  }
  const sessionOf = async (id: string): Promise<Session> => {
    const known = sessions.get(id)
    if (known) return known
    const [oldest] = sessions.keys()
    if (oldest !== undefined && sessions.size >= MOST_SESSIONS) await end(oldest)
    const session: Session = { items: [], gathered: null, exchange: null, labels: null, restore: false }
    sessions.set(id, session)
    return session
  }

  return {
    async 'exchange.stage'({ id, items }) {
      const session = await sessionOf(id)
      for (const item of items) {
        const taken = take(item, picked)
        if (!taken.ok) return taken
        session.items.push(taken.value)
      }
      return ok(null)
    },
    async 'exchange.read'({ id, labels, restore = false }) {
      const session = sessions.get(id)
      if (!session || (session.items.length === 0 && session.gathered === null)) return unknownImport()
      if (session.gathered === null) {
        const gathered = await gatherFiles(session.items)
        session.items.length = 0
        if (!gathered.ok) return gathered
        session.gathered = gathered.value
      }
      const remembered = desk.settings().labels ?? {}
      let said = labels ?? NO_LABELS
      const exchange = await readExchange(session.gathered, desk.records, contextOf(desk), (format) => {
        said = labels ?? remembered[format] ?? NO_LABELS
        return said
      })
      if (!exchange.ok) return exchange
      session.exchange = exchange.value
      session.labels = said
      session.restore = restore
      const plan = await planExchange(desk, exchange.value, restore)
      if (!plan.ok) return plan
      const planned = plan.value(desk.records, contextOf(desk))
      return planned.ok ? ok(previewOf(exchange.value, planned.value, said)) : planned
    },
    async 'exchange.apply'({ id, partial }) {
      const session = sessions.get(id)
      if (!session?.exchange) return unknownImport()
      const { exchange, labels, restore } = session
      if (exchange.faults.length > 0 && !partial) {
        return fail('bad-file', exchange.faults[0] ?? '', { kept: 'Nothing was imported; the desk is as it was.' })
      }
      const plan = await planExchange(desk, exchange, restore)
      if (!plan.ok) return plan
      const done = await desk.act(plan.value)
      if (!done.ok) return done
      await end(id)
      await remember(desk, exchange, labels)
      return toDone(done, ({ label: _label, changes: _changes, warning: _warning, notes: _notes, ...counts }) => ({
        counts,
      }))
    },
    async 'exchange.cancel'({ id }) {
      await end(id)
      return ok(null)
    },
  }
}

function take(item: ImportItem, picked: PickedFiles): Result<GatherItem> {
  if (item.kind === 'file') return ok({ name: item.name, bytes: Buffer.from(item.base64, 'base64') })
  const path = item.kind === 'picked' ? picked.pathOf(item.token) : null
  return path === null
    ? fail('not-found', 'This file is not known any more.', { next: 'Choose it again.' })
    : ok({ path })
}

function unknownImport(): Result<never> {
  return fail('not-found', 'This import is not known any more.', { next: 'Choose the files again.' })
}

function contextOf(desk: Desk) {
  return {
    annotator: desk.settings().annotator,
    now: new Date().toISOString(),
    ids: createIdSource(Date.now, (bytes) => crypto.getRandomValues(bytes)),
  }
}

/** What was said of labels is said for the format's next files as well; those of these files alone are added. */
async function remember(desk: Desk, { format, labels }: Exchange, said: LabelMap | null): Promise<void> {
  if (said === null || labels.tags.length + labels.relations.length === 0) return
  const all = desk.settings().labels ?? {}
  const before = all[format.id] ?? NO_LABELS
  await desk.setSettings({
    labels: {
      ...all,
      [format.id]: {
        tags: { ...before.tags, ...said.tags },
        relations: { ...before.relations, ...said.relations },
      },
    },
  })
}

function previewOf(
  { format, name, verb, notes, faults, labels }: Exchange,
  { label: _label, changes: _changes, warning: _warning, notes: left, ...counts }: Action & Merged,
  said: LabelMap,
): ExchangePreview {
  return {
    format,
    name,
    verb,
    counts,
    notes: [...notes, ...left],
    faults: faults.slice(0, MOST_FAULTS),
    faultCount: faults.length,
    tags: labels.tags.map((one) => ({ ...one, meaning: said.tags[one.label] })),
    relations: labels.relations.map((one) => ({ ...one, meaning: said.relations[one.label] })),
  }
}
