import { type ClipboardEvent, useEffect, useRef, useState } from 'react'
import type { Block, Source } from '#annotations/model/article'
import type { AppError } from '#annotations/model/result'
import type { ImportAnswer } from '#contract/import-views'
import { useClipText } from '../dialogs/use-clip'
import { useReading } from '../dialogs/use-reading'
import { useApp } from '../state/app-context'
import { type ImportSource, readSource } from '../state/importing'

const PASTED: Source = { kind: 'paste' }

/** The text that an article has now, as it is pasted, typed, or read in a file or a page. */
export type NewText = {
  readonly text: string
  readonly source: Source
  /** Null while there is nothing, or it is still being read. */
  readonly blocks: readonly Block[] | null
  /** The name of the file or the address that is being read; null when none is. */
  readonly pending: string | null
  readonly error: AppError | null
  readonly type: (text: string) => void
  readonly paste: (event: ClipboardEvent<HTMLElement>) => void
  readonly read: (source: ImportSource) => Promise<void>
  readonly cancel: () => void
}

export function useNewText(): NewText {
  const { client, status } = useApp()
  const [pending, setPending] = useState<string | null>(null)
  const [error, setError] = useState<AppError | null>(null)
  const { text, setText, rich, onPaste, show } = useClipText()
  const reading = useReading(text, rich)
  const stop = useRef<AbortController | null>(null)

  useEffect(() => () => stop.current?.abort(), [])

  const cancel = () => {
    stop.current?.abort()
    setPending(null)
  }
  const read = async (source: ImportSource) => {
    stop.current?.abort()
    const control = new AbortController()
    stop.current = control
    setError(null)
    setPending(source.kind === 'page' ? source.url : (source.files[0]?.name ?? ''))
    const answers: ImportAnswer[] = []
    await readSource(source, {
      client,
      id: crypto.randomUUID(),
      columns: status.get().settings.columns ?? null,
      signal: control.signal,
      onProgress: () => undefined,
      onAnswer: (answer) => answers.push(answer),
    })
    if (control.signal.aborted) return
    setPending(null)
    const found = onlyDraft(answers)
    if ('draft' in found) show(found.draft)
    else setError(found.error)
  }
  const known = rich !== null && text === rich.text
  return {
    text,
    source: known ? rich.draft.source : PASTED,
    blocks: reading.state === 'read' && reading.text === text ? reading.draft.blocks : null,
    pending,
    error: error ?? (reading.state === 'failed' ? reading.error : null),
    type(next) {
      setError(null)
      setText(next)
    },
    paste: onPaste,
    read,
    cancel,
  }
}

/** A new text of an article is one article. */
function onlyDraft(
  answers: readonly ImportAnswer[],
): { readonly draft: ImportAnswer['drafts'][number]['draft'] } | { readonly error: AppError } {
  const [first, second] = answers.flatMap(({ drafts }) => drafts)
  const failure = answers.flatMap(({ failures }) => failures)[0]
  if (first && second)
    return {
      error: {
        code: 'bad-file',
        message: 'There is more than one article in this.',
        next: 'Choose a file that holds the new text alone, or paste it.',
      },
    }
  if (first) return { draft: first.draft }
  return { error: failure?.error ?? { code: 'bad-file', message: 'No article was found in this.' } }
}
