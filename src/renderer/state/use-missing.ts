import { useEffect } from 'react'
import { useApp } from './app-context'
import { missingToast } from './toasts'

/** Says on arrival that what the address names is not there: what comes first is shown in its place. */
export function useMissing(what: string, id: string | null, isThere: boolean): void {
  const { toasts } = useApp()
  // Only who arrives is told: what is removed, merged or renamed later goes before one's eyes.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the address names at first is what counts
  useEffect(() => {
    if (id !== null && !isThere) toasts.show(missingToast(what))
  }, [])
}
