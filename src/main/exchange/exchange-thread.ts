import { Worker } from 'node:worker_threads'
import type { Action } from '#annotations/changes/action'
import type { Change } from '#annotations/changes/change-set'
import type { Merged } from '#annotations/exchange/merge/plan-merge'
import { fail, ok, type Result } from '#annotations/model/result'
import type { ExchangeStep } from '#contract/exchange-views'
import type { Desk } from '../desk/desk'
import type { ExchangeCall, ExchangeMessage, ExchangeWork, ThreadStaged } from './exchange-worker'
import type { GatherItem } from './gather-files'
import { sizesOf } from './same-desk'
import type { StageInput, Staging } from './stage-exchange'

export type ThreadOptions = {
  /** The bundled worker. */
  readonly file: string
  readonly items: readonly GatherItem[]
  readonly scratch: string
  /** The same import in this thread, for a desk that does not hold still. */
  readonly here: Staging
  readonly onStep: (step: ExchangeStep) => void
  readonly report: (error: unknown) => void
}

/** Megabytes: past them the thread ends rather than the app. The largest import takes about two thirds of it. */
const MOST_MEMORY = 3_072
/** Readings of a desk that is changed meanwhile. */
const MOST_READINGS = 3
const STOPPED = fail('unavailable', 'The import was stopped.', { kept: 'The desk is as it was.' })

/**
 * An import that is read and planned in a thread, which reads the desk from its files. The planned changes come over in batches,
 * and are taken only if the desk is still the one that they were planned for; else it is read once more.
 */
export function createExchangeThread(desk: Desk, options: ThreadOptions): Staging {
  const { file, items, scratch, here, onStep, report } = options
  const workerData: ExchangeWork = { folder: desk.folder, items, scratch }
  let thread: Worker | null = null
  let answer: ((message: Result<ExchangeMessage>) => void) | null = null
  let last: { readonly input: StageInput; readonly staged: ThreadStaged } | null = null
  let closed = false
  /** One call at a time: labels that are changed while files are read wait for their turn. */
  let turn: Promise<unknown> = Promise.resolve()

  const settle = (message: Result<ExchangeMessage>) => {
    const waiting = answer
    answer = null
    waiting?.(message)
  }
  const start = (): Worker => {
    const worker = new Worker(file, { workerData, resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY } })
    // A dialog that was left open is no reason to keep a process alive.
    worker.unref()
    worker.on('message', (message: ExchangeMessage) => {
      if ('step' in message) onStep(message.step)
      else settle(ok(message))
    })
    worker.on('error', (error) => {
      thread = null
      settle(closed ? STOPPED : refusalOf(error, report))
    })
    worker.on('exit', () => {
      thread = null
      settle(closed ? STOPPED : refusalOf(new Error('The thread that reads imports ended.'), report))
    })
    return worker
  }
  const call = (asked: ExchangeCall) => {
    const answered = turn.then(
      () =>
        new Promise<Result<ExchangeMessage>>((resolve) => {
          if (closed) return resolve(STOPPED)
          answer = resolve
          thread ??= start()
          thread.postMessage(asked)
        }),
    )
    turn = answered
    return answered
  }
  const stage = async (input: StageInput): Promise<Result<ThreadStaged>> => {
    const message = await call({ call: 'read', input, seq: desk.seq() })
    if (!message.ok) return message
    if (!('staged' in message.value)) throw new Error('an answer to another call')
    const { staged } = message.value
    last = staged.ok ? { input, staged: staged.value } : null
    return staged
  }
  const changesOf = async (): Promise<Result<readonly Change[]>> => {
    const changes: Change[] = []
    for (let from: number | null = 0; from !== null; ) {
      const message: Result<ExchangeMessage> = await call({ call: 'changes', from })
      if (!message.ok) return message
      if (!('changes' in message.value)) throw new Error('an answer to another call')
      for (const change of message.value.changes) changes.push(change)
      from = message.value.next
    }
    return ok(changes)
  }

  return {
    async read(input) {
      const staged = await stage(input)
      return staged.ok ? ok({ ...staged.value.view, merged: staged.value.merged }) : staged
    },
    async apply() {
      if (last === null) throw new Error('nothing was read')
      const { input } = last
      for (let reading = 0; reading < MOST_READINGS; reading++) {
        if (!isPlannedFor(desk, last?.staged)) {
          const again = await stage(input)
          if (!again.ok) return again
        }
        const { staged } = last
        const changes = await changesOf()
        if (!changes.ok) return changes
        const done = await desk.act<Merged>((): Result<Action & Merged> => {
          if (!isPlannedFor(desk, staged)) return fail('conflict', 'The desk was changed while the import was read.')
          return ok({ ...staged.merged, changes: changes.value })
        })
        if (done.ok || done.error.code !== 'conflict') return done
      }
      const read = await here.read(input)
      return read.ok ? await here.apply() : read
    },
    async close() {
      closed = true
      await thread?.terminate()
      settle(STOPPED)
    },
  }
}

function isPlannedFor(desk: Desk, staged: ThreadStaged | undefined): staged is ThreadStaged {
  return staged !== undefined && staged.seq === desk.seq() && staged.sizes === sizesOf(desk.records)
}

function refusalOf(error: Error, report: (error: unknown) => void): Result<never> {
  const kept = 'Nothing was imported; the desk is as it was.'
  if ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return fail('bad-file', 'These files need more memory than an import may take.', {
      kept,
      next: 'Import them in parts.',
    })
  }
  report(error)
  return fail('internal', 'The import failed: the part of Crossread that reads it broke down.', {
    kept,
    next: 'Try it again, with fewer files if these are many.',
  })
}
