import { useEffect, useState } from 'react'
import type { ArticleDraft } from '#annotations/model/article-draft'
import type { AppError } from '#annotations/model/result'
import { useApp } from '../state/app-context'
import type { RichClip } from './use-clip'

/** Milliseconds after the last key before the text is read again. */
const PAUSE = 250

export type Reading =
  | { readonly state: 'none' }
  | { readonly state: 'read'; readonly text: string; readonly draft: ArticleDraft }
  | { readonly state: 'failed'; readonly error: AppError }

/** What the desk recognises in a text, a moment after it stopped changing; of a copied passage or a file, what was read with it. */
export function useReading(text: string, rich: RichClip | null): Reading {
  const { client } = useApp()
  const [reading, setReading] = useState<Reading>({ state: 'none' })
  useEffect(() => {
    if (text.trim() === '') return setReading({ state: 'none' })
    if (text === rich?.text) return setReading({ state: 'read', text, draft: rich.draft })
    let wanted = true
    const timer = setTimeout(async () => {
      const result = await client.call('article.read', { source: { kind: 'paste' }, text })
      if (!wanted) return
      setReading(result.ok ? { state: 'read', text, draft: result.value } : { state: 'failed', error: result.error })
    }, PAUSE)
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [client, text, rich])
  return reading
}
