import { parentPort } from 'node:worker_threads'
import type { Result } from '#annotations/model/result'
import type { Format } from './detect-format'
import type { ImportedArticle, ReadContext } from './imported-article'
import { readArticles } from './read-articles'

/** One file to read. The bytes are copied over, so that the sender keeps them. */
export type WorkerTask = { readonly bytes: Uint8Array; readonly context: ReadContext; readonly format?: Format }
export type WorkerAnswer = Result<readonly ImportedArticle[]>

parentPort?.on('message', async ({ bytes, context, format }: WorkerTask) => {
  const answer: WorkerAnswer = await readArticles(bytes, context, format)
  parentPort?.postMessage(answer)
})
