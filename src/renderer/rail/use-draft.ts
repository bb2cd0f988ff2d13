import { useCallback, useEffect, useRef, useState } from 'react'

export type Draft = {
  readonly text: string
  readonly write: (text: string) => void
  /** Saves what was written, if it is new. */
  readonly save: () => void
  /** Drops what was written. */
  readonly revert: () => void
}

/**
 * Text that is being written, apart from what is stored: changes from elsewhere (undo, another window) show as long as nothing
 * was written here. What was written is saved even when the field goes away under it.
 */
export function useDraft(stored: string, onSave: (text: string) => void): Draft {
  const [written, setWritten] = useState<string | null>(null)
  const latest = useRef({ written, stored, onSave })
  useEffect(() => {
    latest.current = { written, stored, onSave }
  })
  const save = useCallback(() => {
    const { written, stored, onSave } = latest.current
    latest.current = { ...latest.current, written: null }
    setWritten(null)
    if (written !== null && written !== stored) onSave(written)
  }, [])
  useEffect(() => save, [save])
  return {
    text: written ?? stored,
    write: (text) => {
      latest.current = { ...latest.current, written: text }
      setWritten(text)
    },
    save,
    revert: () => {
      latest.current = { ...latest.current, written: null }
      setWritten(null)
    },
  }
}
