import { useCallback, useEffect, useState } from 'react'
import type { HighlightId } from '#annotations/model/ids'
import type { AppError } from '#annotations/model/result'
import type { ClaimDossier } from '#contract/views'
import { useApp } from '../state/app-context'

export type DossierState =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly error: AppError }
  | { readonly state: 'ready'; readonly value: ClaimDossier }

const LOADING: DossierState = { state: 'loading' }

/** The dossier of a claim's story, kept fresh while it is looked at; what was there stays until the new one is. None of no claim. */
export function useDossier(id: HighlightId | null): { readonly state: DossierState; readonly load: () => void } {
  const { client } = useApp()
  const [state, setState] = useState<DossierState>(LOADING)
  const [asked, setAsked] = useState(0)
  const load = useCallback(() => setAsked((times) => times + 1), [])
  useEffect(() => client.on('desk.changed', load), [client, load])
  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` asks again
  useEffect(() => {
    if (id === null) return setState(LOADING)
    let current = true
    void client.call('claim.dossier', { id }).then((result) => {
      if (!current) return
      setState(result.ok ? { state: 'ready', value: result.value } : { state: 'failed', error: result.error })
    })
    return () => {
      current = false
    }
  }, [client, id, asked])
  return { state, load }
}
