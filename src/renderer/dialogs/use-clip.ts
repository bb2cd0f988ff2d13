import { useCallback, useRef, useState } from 'react'
import { textOf } from '#annotations/model/article'
import type { ArticleDraft } from '#annotations/model/article-draft'
import { useApp } from '../state/app-context'
import type { Clip } from './clipboard'

/** A copied passage as it was read with its headings, emphasis and links, and as the text that a field shows of it. */
export type RichClip = { readonly text: string; readonly draft: ArticleDraft }

/**
 * Has the desk read what was pasted, its HTML first. `take` answers the text to show: the plain one where there is no HTML, or where
 * nothing could be read in it.
 */
export function useClip(): {
  readonly rich: RichClip | null
  readonly take: (clip: Clip) => Promise<string>
  /** Shows what was read elsewhere, in a file or a page. */
  readonly show: (draft: ArticleDraft) => string
} {
  const { client } = useApp()
  const [rich, setRich] = useState<RichClip | null>(null)
  const newest = useRef(0)
  const take = useCallback(
    async ({ html, text }: Clip) => {
      const turn = ++newest.current
      if (html === null) return text
      const id = crypto.randomUUID()
      const answer = await client.call('import.read', { id, items: [{ kind: 'clip', html }] })
      void client.call('import.cancel', { id })
      const draft = answer.ok ? answer.value.drafts[0]?.draft : undefined
      if (draft === undefined) return text
      const shown = shownText(draft)
      if (turn === newest.current) setRich({ text: shown, draft })
      return shown
    },
    [client],
  )
  const show = useCallback((draft: ArticleDraft) => {
    newest.current++
    const text = shownText(draft)
    setRich({ text, draft })
    return text
  }, [])
  return { rich, take, show }
}

function shownText(draft: ArticleDraft): string {
  return textOf(draft.blocks).replaceAll('\n', '\n\n')
}
