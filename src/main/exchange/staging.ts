import { existsSync } from 'node:fs'
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Plan } from '#annotations/changes/action'
import type { Merged } from '#annotations/exchange/merge/plan-merge'
import type { Result } from '#annotations/model/result'
import type { ExchangeStep } from '#contract/exchange-views'
import type { Desk } from '../desk/desk'
import { createExchangeThread } from './exchange-thread'
import { type Gathered, type GatherItem, gatherFiles } from './gather-files'
import { planExchange } from './plan-exchange'
import type { Exchange } from './read-exchange'
import { type Staging, stageExchange, viewOf } from './stage-exchange'

export type StagingOptions = {
  readonly onStep?: (step: ExchangeStep) => void
  /** Told of exceptions, which are bugs. */
  readonly report?: (error: unknown) => void
  /** The bundled worker; null does all work in this thread. */
  readonly worker?: string | null
}

/** Bytes of files and of the desk's history that are read within a few dozen milliseconds; starting a thread takes as long. */
const LIGHT = 1024 * 1024
/** By how much archives may grow, usually. */
const UNPACKED = 10

/** Where the build puts the worker, seen from the bundle's entry or from one of its chunks. */
const BUNDLED = ['./exchange-worker.js', '../exchange-worker.js']

function bundledExchangeWorker(): string | null {
  return BUNDLED.map((path) => fileURLToPath(new URL(path, import.meta.url))).find((path) => existsSync(path)) ?? null
}

/** Takes up an import: in a thread of its own where that is worth it, so that the desk goes on meanwhile. */
export async function createStaging(
  desk: Desk,
  items: readonly GatherItem[],
  { onStep = () => undefined, report = () => undefined, worker = bundledExchangeWorker() }: StagingOptions = {},
): Promise<Staging> {
  const scratch = await mkdtemp(join(tmpdir(), 'crossread-import-'))
  const here = stageHere(desk, items, scratch)
  const heavy = worker !== null && (await weightOf(items, desk.folder)) > LIGHT
  const staging = heavy ? createExchangeThread(desk, { file: worker, items, scratch, here, onStep, report }) : here
  return {
    ...staging,
    async close() {
      await staging.close()
      await rm(scratch, { recursive: true, force: true })
    },
  }
}

/** An import that is read in this thread. */
function stageHere(desk: Desk, items: readonly GatherItem[], scratch: string): Staging {
  let gathered: Gathered | null = null
  let last: { readonly exchange: Exchange; readonly restore: boolean } | null = null
  return {
    async read(input) {
      if (gathered === null) {
        const found = await gatherFiles(items, { scratch })
        if (!found.ok) return found
        gathered = found.value
      }
      const staged = await stageExchange(gathered, desk, input)
      if (!staged.ok) return staged
      last = { exchange: staged.value.exchange, restore: input.restore }
      return { ok: true, value: { ...viewOf(staged.value), merged: staged.value.planned } }
    },
    async apply() {
      if (last === null) throw new Error('nothing was read')
      const plan: Result<Plan<Merged>> = await planExchange(desk, last.exchange, last.restore)
      return plan.ok ? await desk.act(plan.value) : plan
    },
    close: async () => undefined,
  }
}

/** Bytes to read, roughly: of the files, and of the history that they are compared with. */
async function weightOf(items: readonly GatherItem[], folder: string): Promise<number> {
  const history = join(folder, 'history')
  const months = await readdir(history).catch(() => [])
  const paths = [
    ...items.flatMap((item) => ('path' in item ? [item.path] : [])),
    ...months.map((one) => join(history, one)),
  ]
  const sizes = await Promise.all(
    paths.map(async (path) => {
      const found = await stat(path).catch(() => null)
      if (found?.isDirectory()) return Number.POSITIVE_INFINITY
      return (found?.size ?? 0) * (/\.(?:zip|xlsx|qdpx)$/i.test(path) ? UNPACKED : 1)
    }),
  )
  const sent = items.reduce((sum, item) => sum + ('bytes' in item ? item.bytes.length : 0), 0)
  return sizes.reduce((sum, size) => sum + size, sent)
}
