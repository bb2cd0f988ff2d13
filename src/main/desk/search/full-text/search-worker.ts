import { parentPort } from 'node:worker_threads'
import { createEngine, type EngineRequest } from './search-engine'

/** The thread in which a desk's index lives. */
const engine = createEngine()
parentPort?.on('message', ({ id, request }: { readonly id: number; readonly request: EngineRequest }) => {
  try {
    parentPort?.postMessage({ id, value: engine(request) })
  } catch (error) {
    parentPort?.postMessage({ id, error: error instanceof Error ? error : new Error(String(error)) })
  }
})
