import { fail, ok, type Result } from '#annotations/model/result'
import type { Client } from '#contract/client'
import { MOST_IMPORT_BYTES, tooLargeToImport } from '#contract/exchange-limits'
import type { StagedItem } from '#contract/exchange-methods'
import { pathOf } from '../bridge/dropped-files'
import { batchesOf, type ImportSource, toItem } from './importing'

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

/** Bytes of a file that are sent at once. */
const PART = 8 * 1024 * 1024

type StageRun = {
  /** Stops sending, as when the dialog is closed. */
  readonly signal: AbortSignal
  /** Told how many bytes of how many have gone, and of which file the next ones are. */
  readonly onSent: (done: number, total: number, name: string) => void
}

/** Hands files over to the desk for an import, part by part: neither side ever has a large one in a message. */
export async function stageSource(
  source: ImportSource,
  client: Client,
  id: string,
  { signal, onSent }: StageRun,
): Promise<Result<null>> {
  if (source.kind === 'page') return ok(null)
  if (source.kind === 'picked') {
    const items = source.files.map(({ token }): StagedItem => ({ kind: 'picked', token }))
    return await client.call('exchange.stage', { id, items })
  }
  const total = source.files.reduce((sum, { size }) => sum + size, 0)
  if (total > MOST_IMPORT_BYTES) {
    const large = source.files.find(({ size }) => size > MOST_IMPORT_BYTES)
    const message = large ? tooLargeToImport(large.name, large.size) : tooLargeToImport('The selection', total)
    return fail('bad-file', message, { kept: KEPT, next: 'Import it in parts, or merge the folder of its desk.' })
  }
  let sent = 0
  for (const parts of batchesOf(source.files).flatMap(inParts)) {
    if (signal.aborted) return fail('unavailable', 'The import was stopped.', { kept: KEPT })
    onSent(sent, total, parts[0]?.file.name ?? '')
    const items = await Promise.all(
      parts.map(async ({ file, from, more }): Promise<StagedItem> => {
        const part = new File([file.slice(from, from + PART)], file.name)
        return { ...(await toItem(part)), name: pathOf(file), more }
      }),
    )
    const staged = await client.call('exchange.stage', { id, items })
    if (!staged.ok) return staged
    sent += parts.reduce((sum, { file, from }) => sum + Math.min(PART, file.size - from), 0)
  }
  return ok(null)
}

const KEPT = 'Nothing was imported; the desk is as it was.'

type Part = { readonly file: File; readonly from: number; readonly more: boolean }

/** The calls that send a batch: one for files that fit, several for a file that does not. */
function inParts(batch: readonly File[]): readonly (readonly Part[])[] {
  const [only, ...others] = batch
  if (!only || others.length > 0 || only.size <= PART) return [batch.map((file) => ({ file, from: 0, more: false }))]
  return Array.from({ length: Math.ceil(only.size / PART) }, (_, at) => [
    { file: only, from: at * PART, more: (at + 1) * PART < only.size },
  ])
}
