import type { Action } from '#annotations/changes/action'
import type { MergeCounts } from '#annotations/exchange/merge/ledger'
import type { Merged } from '#annotations/exchange/merge/plan-merge'
import { fail, ok, type Result } from '#annotations/model/result'
import type { StagedItem } from '#contract/exchange-methods'
import type { ExchangePreview, ExchangeProgress } from '#contract/exchange-views'
import type { GatherItem } from '../../exchange/gather-files'
import { createSpool, type Spool } from '../../exchange/spool'
import { NO_LABELS, type Shown, type StagedView, type Staging } from '../../exchange/stage-exchange'
import { createStaging } from '../../exchange/staging'
import type { Desk } from '../desk'
import { toDone } from './done'
import type { HandlersOf } from './handlers-of'
import type { PickedFiles } from './picked-files'

/** What an import keeps from call to call. */
type Session = {
  readonly spool: Spool
  readonly picked: GatherItem[]
  staging: Promise<Staging> | null
  shown: Shown | null
  ended: boolean
}

/** Windows that went away leave their imports behind; so many are kept. */
const MOST_SESSIONS = 4
/** Faults that a window is sent; they are counted all the same. */
const MOST_FAULTS = 200

export type ExchangeIn = {
  readonly handlers: HandlersOf<'exchange'>
  /** Ends all imports. */
  readonly close: () => Promise<void>
}

/**
 * Takes annotations from files and other desks: staged, looked at, and merged only then.
 *
 * @param worker the bundled worker that reads large ones; where the build puts it unless told
 */
export function createExchangeIn(
  desk: Desk,
  picked: PickedFiles,
  tell: (progress: ExchangeProgress) => void,
  report: (error: unknown) => void,
  worker?: string | null,
): ExchangeIn {
  const sessions = new Map<string, Session>()
  const end = async (id: string) => {
    const session = sessions.get(id)
    if (!session) return
    sessions.delete(id)
    session.ended = true
    const staging = await session.staging
    await staging?.close()
    await session.spool.remove()
  }
  const sessionOf = async (id: string): Promise<Session> => {
    const known = sessions.get(id)
    if (known) return known
    const [oldest] = sessions.keys()
    if (oldest !== undefined && sessions.size >= MOST_SESSIONS) await end(oldest)
    const session: Session = { spool: createSpool(), picked: [], staging: null, shown: null, ended: false }
    sessions.set(id, session)
    return session
  }
  const stagingOf = (id: string, session: Session): Promise<Staging> => {
    session.staging ??= createStaging(desk, [...session.picked, ...session.spool.items()], {
      onStep: (step) => tell({ id, ...step }),
      report,
      ...(worker === undefined ? {} : { worker }),
    })
    return session.staging
  }

  const handlers: HandlersOf<'exchange'> = {
    async 'exchange.stage'({ id, items }) {
      const session = await sessionOf(id)
      for (const item of items) {
        const taken = await take(item, session, picked)
        if (!taken.ok) return taken
        // What a dialog sends that was closed meanwhile is not kept.
        if (session.ended) return unknownImport()
      }
      return ok(null)
    },
    async 'exchange.read'({ id, labels, restore = false }) {
      const session = sessions.get(id)
      if (!session || session.picked.length + session.spool.items().length === 0) return unknownImport()
      const { annotator, labels: remembered = {} } = desk.settings()
      const staging = await stagingOf(id, session)
      const read = await staging.read({ labels: labels ?? null, remembered, restore, annotator })
      if (!read.ok) return read
      session.shown = read.value
      return ok(previewOf(read.value))
    },
    async 'exchange.apply'({ id, partial }) {
      const session = sessions.get(id)
      if (!session?.shown || !session.staging) return unknownImport()
      const { faults } = session.shown.exchange
      if (faults.length > 0 && !partial) {
        return fail('bad-file', faults[0]?.sentence ?? '', { kept: 'Nothing was imported; the desk is as it was.' })
      }
      const staging = await session.staging
      const done = await staging.apply()
      if (!done.ok) return done
      await remember(desk, session.shown)
      await end(id)
      return toDone(done, (action) => ({ counts: countsOf(action) }))
    },
    async 'exchange.cancel'({ id }) {
      await end(id)
      return ok(null)
    },
  }
  return {
    handlers,
    close: async () => void (await Promise.all(Array.from(sessions.keys(), end))),
  }
}

async function take(item: StagedItem, { spool, picked: taken }: Session, picked: PickedFiles): Promise<Result<void>> {
  if (item.kind === 'file') return await spool.add(item.name, Buffer.from(item.base64, 'base64'), item.more === true)
  const path = picked.pathOf(item.token)
  if (path === null) return fail('not-found', 'This file is not known any more.', { next: 'Choose it again.' })
  taken.push({ path })
  return ok(undefined)
}

function unknownImport(): Result<never> {
  return fail('not-found', 'This import is not known any more.', { next: 'Choose the files again.' })
}

/** What was said of labels is said for the format's next files as well; those of these files alone are added. */
async function remember(desk: Desk, { exchange: { format, labels }, said }: StagedView): Promise<void> {
  if (labels.tags.length + labels.relations.length === 0) return
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

function countsOf(merged: Merged & Partial<Action>): MergeCounts {
  const { label: _label, changes: _changes, warning: _warning, notes: _notes, differences: _said, ...counts } = merged
  return counts
}

function previewOf({ exchange, said, merged }: Shown): ExchangePreview {
  const { format, name, verb, notes, faults, labels } = exchange
  return {
    format,
    name,
    verb,
    counts: countsOf(merged),
    notes: [...notes, ...merged.notes],
    faults: faults.slice(0, MOST_FAULTS).map(({ sentence }) => sentence),
    faultCount: faults.length,
    recordsAtFault: faults.filter(({ took }) => took === 'record').length,
    differences: merged.differences,
    tags: labels.tags.map((one) => ({ ...one, meaning: said.tags[one.label] })),
    relations: labels.relations.map((one) => ({ ...one, meaning: said.relations[one.label] })),
  }
}
