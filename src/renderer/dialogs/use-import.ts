import { useCallback, useEffect, useRef, useState } from 'react'
import type { ImportAnswer, ImportColumns, ImportedDraft, ImportFailure } from '#contract/import-views'
import { useApp } from '../state/app-context'
import { type ImportSource, type Progress, readSource } from '../state/importing'
import { type ArticleForm, toForm } from './article-form'

/** An article that was read, as the user left it so far. */
export type ImportRow = ImportedDraft & {
  readonly id: number
  readonly form: ArticleForm
  /** Whether it is added at the end. */
  readonly chosen: boolean
  /** Whether it is added as the newest text of the article that it repeats, rather than as an article of its own. */
  readonly asRevision: boolean
}

export type Import = {
  /** Null once all is read, or reading was stopped. */
  readonly progress: Progress | null
  readonly rows: readonly ImportRow[]
  readonly failures: readonly ImportFailure[]
  readonly cancelled: boolean
  readonly cancel: () => void
  readonly edit: (id: number, form: ArticleForm) => void
  readonly choose: (id: number, choice: Partial<Pick<ImportRow, 'chosen' | 'asRevision'>>) => void
}

type Read = Pick<Import, 'progress' | 'rows' | 'failures' | 'cancelled'>

const NOTHING: Read = { progress: { done: 0, total: 0, name: '' }, rows: [], failures: [], cancelled: false }

/** Reads a source as articles while the dialog is open; what the desk has already is left out unless the user says otherwise. */
export function useImport(source: ImportSource, columns: ImportColumns | null): Import {
  const { client } = useApp()
  const [read, setRead] = useState<Read>(NOTHING)
  const stop = useRef<AbortController | null>(null)

  useEffect(() => {
    const control = new AbortController()
    const id = crypto.randomUUID()
    let wanted = true
    stop.current = control
    setRead(NOTHING)
    const change = (next: (old: Read) => Read) => wanted && setRead(next)
    void readSource(source, {
      client,
      id,
      columns,
      signal: control.signal,
      onProgress: (progress) => change((old) => ({ ...old, progress })),
      onAnswer: (answer) => change((old) => withAnswer(old, answer)),
    }).then(() => change((old) => ({ ...old, progress: null })))
    return () => {
      wanted = false
      control.abort()
    }
  }, [client, source, columns])

  const change = useCallback(
    (id: number, patch: Partial<ImportRow>) =>
      setRead((old) => ({ ...old, rows: old.rows.map((row) => (row.id === id ? { ...row, ...patch } : row)) })),
    [],
  )
  const cancel = () => {
    stop.current?.abort()
    setRead((old) => ({ ...old, cancelled: true }))
  }
  const edit = useCallback((id: number, form: ArticleForm) => change(id, { form }), [change])
  return { ...read, cancel, edit, choose: change }
}

function withAnswer(old: Read, answer: ImportAnswer): Read {
  const rows = answer.drafts.map(
    (one, i): ImportRow => ({
      ...one,
      id: old.rows.length + i,
      form: toForm(one.draft),
      chosen: one.twin?.kind !== 'same',
      asRevision: false,
    }),
  )
  return {
    ...old,
    rows: [...old.rows, ...rows],
    failures: [...old.failures, ...answer.failures],
    cancelled: old.cancelled || answer.cancelled,
  }
}
