import type { Client } from '#contract/client'
import type { ImportAnswer, ImportColumns, ImportFailure, ImportItem, PickedFile } from '#contract/import-views'

/** Where articles are read from. Files of this page are sent; what was picked in the shell's own dialog is read by the desk. */
export type ImportSource =
  | { readonly kind: 'files'; readonly files: readonly File[] }
  | { readonly kind: 'picked'; readonly files: readonly PickedFile[] }
  | { readonly kind: 'page'; readonly url: string }

export type Progress = { readonly done: number; readonly total: number; readonly name: string }

/** Extensions that pickers offer: every format that is read. */
export const ARTICLE_FILES: readonly string[] = [
  ...[
    'txt',
    'text',
    'md',
    'markdown',
    'html',
    'htm',
    'xhtml',
    'mhtml',
    'mht',
    'pdf',
    'docx',
    'odt',
    'rtf',
    'epub',
    'eml',
  ],
  ...['json', 'jsonl', 'ndjson', 'csv', 'tsv'],
]

/** Bytes: as much as one call sends, so that hundreds of files never lie in memory together. */
const BATCH = 8 * 1024 * 1024
/** Files in one call: the fewer, the sooner the first articles are shown. */
const MOST_IN_BATCH = 20
/** Bytes of the largest file that is sent at all; the desk reads none that is larger. */
const MOST_BYTES = 100 * 1024 * 1024

/** Files in the parts in which they are sent. */
export function batchesOf<F extends { readonly size: number }>(files: readonly F[]): readonly (readonly F[])[] {
  const batches: F[][] = []
  let bytes = 0
  for (const file of files) {
    const last = batches.at(-1)
    if (last && last.length < MOST_IN_BATCH && bytes + file.size <= BATCH) {
      last.push(file)
      bytes += file.size
    } else {
      batches.push([file])
      bytes = file.size
    }
  }
  return batches
}

export type ImportRun = {
  readonly client: Client
  readonly id: string
  readonly columns: ImportColumns | null
  readonly signal: AbortSignal
  readonly onProgress: (progress: Progress) => void
  /** Told what came of each part as soon as it was read. */
  readonly onAnswer: (answer: ImportAnswer) => void
}

/** Has the desk read a source, part by part, until all is read or the signal stops it. Rejects never. */
export async function readSource(source: ImportSource, run: ImportRun): Promise<void> {
  const { client, id, signal } = run
  const stop = () => void client.call('import.cancel', { id })
  signal.addEventListener('abort', stop)
  if (source.kind === 'files') await readFiles(source.files, run)
  else if (source.kind === 'picked')
    await readItems(
      source.files.map(({ token }) => ({ kind: 'picked', token })),
      source.files[0]?.name ?? '',
      run,
    )
  else await readItems([{ kind: 'page', url: source.url }], source.url, run)
}

async function readFiles(files: readonly File[], run: ImportRun): Promise<void> {
  const fitting = files.filter(({ size }) => size <= MOST_BYTES)
  const tooLarge = files.filter(({ size }) => size > MOST_BYTES)
  if (tooLarge.length > 0) run.onAnswer({ drafts: [], failures: tooLarge.map(refuseSize), cancelled: false })
  let before = 0
  for (const batch of batchesOf(fitting)) {
    const items = await Promise.all(batch.map(toItem))
    if (run.signal.aborted) return
    const start = before
    await readItems(items, batch[0]?.name ?? '', {
      ...run,
      onProgress: ({ done, name }) =>
        name !== '' && run.onProgress({ done: start + done, total: fitting.length, name }),
    })
    if (run.signal.aborted) return
    before += batch.length
  }
}

async function readItems(items: readonly ImportItem[], name: string, run: ImportRun): Promise<void> {
  const { client, id, columns, onProgress, onAnswer } = run
  const stopListening = client.on('import.progress', (progress) => progress.id === id && onProgress(progress))
  const answer = await client.call('import.read', { id, items, ...(columns && { columns }) })
  stopListening()
  onAnswer(answer.ok ? answer.value : { drafts: [], failures: [{ name, error: answer.error }], cancelled: false })
}

/** A file as it is sent. */
export function toItem(file: File): Promise<Extract<ImportItem, { readonly kind: 'file' }>> {
  return new Promise((resolve) => {
    const reader = new FileReader()
    // A file that vanished since it was picked is read as empty, and reported as that.
    reader.addEventListener('loadend', () => {
      const url = typeof reader.result === 'string' ? reader.result : ''
      resolve({ kind: 'file', name: file.name, base64: url.slice(url.indexOf(',') + 1) })
    })
    reader.readAsDataURL(file)
  })
}

function refuseSize({ name }: File): ImportFailure {
  return {
    name,
    error: {
      code: 'bad-file',
      message: `"${name}" is larger than 100 MB.`,
      next: 'Save the article alone, without its pictures, or copy its text and paste it.',
    },
  }
}
