import { Worker } from 'node:worker_threads'
import { fail, type Result } from '#annotations/model/result'
import { nameOf } from './bad-file'
import type { WorkerAnswer, WorkerTask } from './import-worker'
import type { ImportedArticle } from './imported-article'
import { LIMITS } from './limits'

/** Keeps one worker, and replaces it when a file hangs or crashes it. */
export class WorkerReader {
  readonly #url: URL
  readonly #fileTime: number
  #worker: Worker | null = null

  constructor(url: URL, fileTime: number) {
    this.#url = url
    this.#fileTime = fileTime
  }

  async read(task: WorkerTask, signal?: AbortSignal): Promise<Result<readonly ImportedArticle[]>> {
    const name = nameOf(task.context.source)
    const worker = this.#worker ?? this.#start()
    this.#worker = worker
    const answer = await new Promise<WorkerAnswer | 'hung' | 'died' | 'stopped'>((resolve) => {
      const timer = setTimeout(() => finish('hung'), this.#fileTime)
      const onAbort = () => finish('stopped')
      const onMessage = (message: WorkerAnswer) => finish(message)
      const onEnd = () => finish('died')
      const finish = (result: WorkerAnswer | 'hung' | 'died' | 'stopped') => {
        clearTimeout(timer)
        signal?.removeEventListener('abort', onAbort)
        worker.off('message', onMessage).off('error', onEnd).off('exit', onEnd)
        resolve(result)
      }
      signal?.addEventListener('abort', onAbort)
      worker.on('message', onMessage).on('error', onEnd).on('exit', onEnd)
      worker.postMessage(task)
    })
    if (typeof answer !== 'string') return answer
    await this.close()
    if (answer === 'stopped') return fail('unavailable', 'The import was stopped.')
    if (answer === 'died') {
      return fail('bad-file', `${name} needs more memory to read than an article may take.`, {
        next: 'Copy the text of the article, and paste it.',
      })
    }
    return fail(
      'timeout',
      `${name} took longer than ${Math.round(this.#fileTime / 1000)} seconds to read, and was given up.`,
      {
        next: 'Copy the text of the article, and paste it.',
      },
    )
  }

  async close(): Promise<void> {
    const worker = this.#worker
    this.#worker = null
    // An error may still be on its way from a worker that is being ended.
    worker?.on('error', () => {})
    await worker?.terminate()
  }

  #start(): Worker {
    const worker = new Worker(this.#url, {
      resourceLimits: { maxOldGenerationSizeMb: LIMITS.workerMemory },
      stdout: true,
      stderr: true,
    })
    worker.unref()
    return worker
  }
}
