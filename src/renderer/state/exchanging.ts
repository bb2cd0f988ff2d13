import { ok, type Result } from '#annotations/model/result'
import type { Client } from '#contract/client'
import type { ImportItem } from '#contract/import-views'
import { pathOf } from '../bridge/dropped-files'
import { batchesOf, type ImportSource, MOST_BYTES, toItem } from './importing'

/** Extensions that pickers offer for annotations: every format that can be imported. */
export const ANNOTATION_FILES: readonly string[] = [
  'json',
  'jsonl',
  'ndjson',
  'jsonld',
  'csv',
  'tsv',
  'txt',
  'ann',
  'zip',
  'xlsx',
  'qdpx',
]

/** Hands files over to the desk for an import, part by part. */
export async function stageSource(source: ImportSource, client: Client, id: string): Promise<Result<null>> {
  if (source.kind === 'page') return ok(null)
  if (source.kind === 'picked') {
    const items = source.files.map(({ token }): ImportItem => ({ kind: 'picked', token }))
    return await client.call('exchange.stage', { id, items })
  }
  const large = source.files.find(({ size }) => size > MOST_BYTES)
  if (large) {
    return {
      ok: false,
      error: {
        code: 'bad-file',
        message: `${large.name} is larger than 100 MB, the most that a window sends.`,
        next: 'Import it with the crossread command, which takes more.',
      },
    }
  }
  for (const batch of batchesOf(source.files)) {
    const items = await Promise.all(batch.map(async (file) => ({ ...(await toItem(file)), name: pathOf(file) })))
    const staged = await client.call('exchange.stage', { id, items })
    if (!staged.ok) return staged
  }
  return ok(null)
}
