import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { type CarryResult, type CarryWork, doCarryWork, weightOf } from './carry-work'

/** Finds highlights in other texts: small ones at once, large ones in a thread of their own, so that the desk goes on. */
export type Carrier = (work: CarryWork, progress?: (done: number, total: number) => void) => Promise<CarryResult>

/** What is lighter takes about 50 ms at most, and starting a thread takes as long. */
const LIGHT = 50_000

/** Where the build puts the worker, seen from the bundle's entry or from one of its chunks. */
const BUNDLED = ['./carry-worker.js', '../carry-worker.js']

/**
 * @param report told when a thread failed; the work is then done without one
 * @param worker the worker's file; null does all work in this thread
 */
export function createCarrier(report: (error: unknown) => void, worker: string | null = bundledWorker()): Carrier {
  return async (work, progress = () => undefined) => {
    const total = work.groups.reduce((sum, group) => sum + group.highlights.length, 0)
    const here = () => doCarryWork(work, () => undefined)
    if (worker === null || weightOf(work) < LIGHT) return here()
    try {
      return await inThread(worker, work, (done) => progress(done, total))
    } catch (error) {
      report(error)
      return here()
    }
  }
}

function bundledWorker(): string | null {
  return BUNDLED.map((path) => fileURLToPath(new URL(path, import.meta.url))).find((path) => existsSync(path)) ?? null
}

function inThread(file: string, workerData: CarryWork, progress: (done: number) => void): Promise<CarryResult> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(file, { workerData })
    worker.on('message', (message: { readonly done: number } | { readonly result: CarryResult }) => {
      if ('result' in message) resolve(message.result)
      else progress(message.done)
    })
    worker.once('error', reject)
    worker.once('exit', (code) =>
      reject(new Error(`The thread that finds highlights ended without an answer (${code}).`)),
    )
  })
}
