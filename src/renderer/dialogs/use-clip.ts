import { type ClipboardEvent, useCallback, useEffect, useRef, useState } from 'react'
import { textOf } from '#annotations/model/article'
import type { ArticleDraft } from '#annotations/model/article-draft'
import { useApp } from '../state/app-context'
import { type Clip, clipOfPaste, readClipboardQuietly } from './clipboard'

/** A copied passage as it was read with its headings, emphasis and links, and as the text that a field shows of it. */
export type RichClip = { readonly text: string; readonly draft: ArticleDraft }

/** The text of a field that takes articles: typed, pasted, or read elsewhere. `rich` is what was read with the text it shows. */
export type ClipText = {
  readonly text: string
  readonly setText: (text: string) => void
  readonly rich: RichClip | null
  readonly onPaste: (event: ClipboardEvent<HTMLElement>) => void
  /** Shows what was read elsewhere, in a file or a page. */
  readonly show: (draft: ArticleDraft) => void
}

/**
 * Begins with what is on the clipboard, if the browser tells without asking, and has the desk read what is pasted, its HTML first;
 * its plain text where there is no HTML, or where nothing could be read in it.
 */
export function useClipText(): ClipText {
  const { client } = useApp()
  const [text, setText] = useState('')
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
  useEffect(() => {
    let wanted = true
    void readClipboardQuietly().then(async (clip) => {
      const shown = wanted && clip !== null ? await take(clip) : ''
      if (wanted && shown !== '') setText((old) => old || shown)
    })
    return () => {
      wanted = false
    }
  }, [take])
  return {
    text,
    setText,
    rich,
    onPaste(event) {
      // Into what is there already, plain text is pasted as in any field.
      const clip = text.trim() === '' ? clipOfPaste(event.clipboardData) : null
      if (clip === null || clip.html === null) return
      event.preventDefault()
      void take(clip).then(setText)
    },
    show(draft) {
      newest.current++
      const shown = shownText(draft)
      setRich({ text: shown, draft })
      setText(shown)
    },
  }
}

function shownText(draft: ArticleDraft): string {
  return textOf(draft.blocks).replaceAll('\n', '\n\n')
}
