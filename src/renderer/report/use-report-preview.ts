import { useEffect, useState } from 'react'
import type { AppError } from '#annotations/model/result'
import type { ReportOptions, ReportScope } from '#annotations/report/scope'
import type { ReportFile } from '#contract/report-methods'
import { useApp } from '../state/app-context'

export type PreviewState =
  | { readonly state: 'nothing' }
  | { readonly state: 'waiting' }
  | { readonly state: 'failed'; readonly error: AppError; readonly retry: () => void }
  | { readonly state: 'ready'; readonly file: ReportFile }

/** Milliseconds without a key before the preview is made anew. */
const PAUSE = 200

/** The report as it would be now; what was there stays until the new one is. */
export function useReportPreview(scope: ReportScope | null, options: ReportOptions): PreviewState {
  const { client } = useApp()
  const [state, setState] = useState<PreviewState>({ state: 'waiting' })
  const [tries, setTries] = useState(0)
  const asked = scope === null ? null : JSON.stringify({ scope, options })
  // biome-ignore lint/correctness/useExhaustiveDependencies: `tries` asks again
  useEffect(() => {
    if (asked === null) return setState({ state: 'nothing' })
    let current = true
    setState((old) => (old.state === 'ready' ? old : { state: 'waiting' }))
    const ask = async () => {
      // What is asked for is compared by what it says: a new object of the same choice asks nothing anew.
      const same: { scope: ReportScope; options: ReportOptions } = JSON.parse(asked)
      const result = await client.call('report.make', { ...same, format: 'html', preview: true })
      if (!current) return
      setState(
        result.ok
          ? { state: 'ready', file: result.value }
          : { state: 'failed', error: result.error, retry: () => setTries((count) => count + 1) },
      )
    }
    const timer = setTimeout(ask, PAUSE)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [client, asked, tries])
  return state
}
