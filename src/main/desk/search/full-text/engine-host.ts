import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { createEngine, type EngineCall, type EngineCalls } from './search-engine'

/** Where an index lives. A call fails when its thread has died, or with what the disk throws. */
export type EngineHost = {
  readonly call: <C extends EngineCall>(call: C, input: EngineCalls[C]['input']) => Promise<EngineCalls[C]['output']>
  /** Whether calls hold up whoever makes them. */
  readonly inPlace: boolean
  readonly isDead: () => boolean
  readonly close: () => Promise<void>
}

/** Where the build puts the worker, seen from the bundle's entry or from one of its chunks. */
const BUNDLED = ['./search-worker.js', '../search-worker.js']

export function bundledSearchWorker(): string | null {
  return BUNDLED.map((path) => fileURLToPath(new URL(path, import.meta.url))).find((path) => existsSync(path)) ?? null
}

/** An index in this thread: for commands without a window, and where no thread can be started. */
export function hostInPlace(): EngineHost {
  const engine = createEngine()
  return {
    // The engine answers each call with its own output.
    call: async (call, input) => engine({ call, input } as Parameters<typeof engine>[0]) as never,
    inPlace: true,
    isDead: () => false,
    close: async () => undefined,
  }
}

/** @param file the bundled worker */
export function hostInThread(file: string): EngineHost {
  // Texts pass through and are dropped at once: room for some batches keeps the whole small, and collections few.
  const worker = new Worker(file, { resourceLimits: { maxYoungGenerationSizeMb: 12 } })
  // An index is no reason to keep a process alive.
  worker.unref()
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>()
  let next = 1
  let dead: Error | null = null
  const die = (error: Error) => {
    dead ??= error
    for (const { reject } of waiting.values()) reject(dead)
    waiting.clear()
  }
  worker.on('message', ({ id, value, error }: { id: number; value: never; error?: Error }) => {
    const call = waiting.get(id)
    waiting.delete(id)
    if (error) call?.reject(error)
    else call?.resolve(value)
    if (waiting.size === 0) worker.unref()
  })
  worker.on('error', die)
  worker.on('exit', (code) => die(new Error(`The thread of the search index ended (${code}).`)))
  return {
    call: (call, input) =>
      new Promise((resolve, reject) => {
        if (dead) return reject(dead)
        const id = next++
        waiting.set(id, { resolve, reject })
        // Whoever waits for an answer must not see the process end.
        worker.ref()
        worker.postMessage({ id, request: { call, input } })
      }),
    inPlace: false,
    isDead: () => dead !== null,
    close: async () => void (await worker.terminate()),
  }
}
