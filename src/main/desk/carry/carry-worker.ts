import { parentPort, workerData } from 'node:worker_threads'
import { type CarryWork, doCarryWork } from './carry-work'

/** The work of one thread: it is handed over at the start, and the thread ends with its answer. */
const port = parentPort
port?.postMessage({ result: doCarryWork(workerData as CarryWork, (done) => port.postMessage({ done })) })
