import { useCallback, useEffect, useRef, useState } from 'react'
import type { AppError } from '#annotations/model/result'
import type { ExchangePreview, ExchangeStep, LabelMap } from '#contract/exchange-views'
import type { OutputOf } from '#contract/methods'
import { useApp } from '../state/app-context'
import { stageSource } from '../state/exchanging'
import type { ImportSource } from '../state/importing'

export type ExchangeState =
  /** `progress` is null until something is told of it. */
  | { readonly step: 'reading'; readonly progress: ExchangeStep | null }
  | { readonly step: 'failed'; readonly error: AppError }
  /** `again`: it is being read anew, since what a label means was changed. */
  | { readonly step: 'preview'; readonly preview: ExchangePreview; readonly again: boolean }
  | { readonly step: 'importing'; readonly preview: ExchangePreview }
  | { readonly step: 'done'; readonly name: string; readonly outcome: OutputOf<'exchange.apply'> }

export type Exchange = {
  readonly state: ExchangeState
  readonly setLabels: (labels: LabelMap) => void
  readonly setRestore: (restore: boolean) => void
  readonly apply: (partial: boolean) => Promise<void>
}

/** Reads annotations for the user to look at, and takes them in when told to. What was staged is forgotten with the dialog. */
export function useExchange(source: ImportSource): Exchange {
  const { client } = useApp()
  const [state, setState] = useState<ExchangeState>({ step: 'reading', progress: null })
  const session = useRef('')
  const reading = useRef(0)
  const said = useRef<{ readonly labels?: LabelMap; readonly restore?: boolean }>({})

  const read = useCallback(async () => {
    const turn = ++reading.current
    const id = session.current
    const result = await client.call('exchange.read', { id, ...said.current })
    // Labels may have been changed again, or the dialog closed, while this was read.
    if (turn !== reading.current || id !== session.current) return
    setState(
      result.ok ? { step: 'preview', preview: result.value, again: false } : { step: 'failed', error: result.error },
    )
  }, [client])

  useEffect(() => {
    const id = crypto.randomUUID()
    session.current = id
    said.current = {}
    setState({ step: 'reading', progress: null })
    const show = (progress: ExchangeStep) =>
      setState((old) => (id === session.current && old.step === 'reading' ? { step: 'reading', progress } : old))
    const stop = new AbortController()
    const stopListening = client.on('exchange.progress', (told) => told.id === id && show(told))
    const onSent = (done: number, total: number, name: string) => show({ step: 'files', done, total, name })
    void stageSource(source, client, id, { signal: stop.signal, onSent }).then((staged) => {
      if (id !== session.current) return
      if (staged.ok) void read()
      else setState({ step: 'failed', error: staged.error })
    })
    return () => {
      session.current = ''
      stop.abort()
      stopListening()
      void client.call('exchange.cancel', { id })
    }
  }, [client, source, read])

  const readAgain = (more: typeof said.current) => {
    said.current = { ...said.current, ...more }
    setState((old) => (old.step === 'preview' ? { ...old, again: true } : old))
    void read()
  }

  return {
    state,
    setLabels: (labels) => readAgain({ labels }),
    setRestore: (restore) => readAgain({ restore }),
    async apply(partial) {
      if (state.step !== 'preview') return
      const { preview } = state
      setState({ step: 'importing', preview })
      const outcome = await client.call('exchange.apply', { id: session.current, partial })
      setState(
        outcome.ok
          ? { step: 'done', name: preview.name, outcome: outcome.value }
          : { step: 'failed', error: outcome.error },
      )
    },
  }
}
