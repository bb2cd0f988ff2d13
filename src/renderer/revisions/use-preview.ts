import { useEffect, useState } from 'react'
import type { Block, Source } from '#annotations/model/article'
import type { ArticleId } from '#annotations/model/ids'
import type { AppError } from '#annotations/model/result'
import type { CarryProgress, RevisionPreview } from '#contract/revision-views'
import { useApp } from '../state/app-context'

/** Milliseconds after the last key before the text is compared again. */
const PAUSE = 300

export type PreviewState =
  | { readonly state: 'none' }
  | { readonly state: 'comparing'; readonly progress: CarryProgress | null }
  | {
      readonly state: 'ready'
      readonly text: string
      readonly blocks: readonly Block[]
      readonly preview: RevisionPreview
    }
  | { readonly state: 'failed'; readonly error: AppError }

/** Has the desk read a text as one of the article's, and say what it would change; a moment after it stopped changing. */
export function usePreview(articleId: ArticleId, text: string, source: Source): PreviewState {
  const { client } = useApp()
  const [state, setState] = useState<PreviewState>({ state: 'none' })
  useEffect(() => {
    if (text.trim() === '') return setState({ state: 'none' })
    let wanted = true
    const compare = async () => {
      setState({ state: 'comparing', progress: null })
      const read = await client.call('article.read', { source, text })
      if (!wanted) return
      if (!read.ok) return setState({ state: 'failed', error: read.error })
      const { blocks } = read.value
      const preview = await client.call('revision.preview', { articleId, blocks })
      if (!wanted) return
      if (preview.ok) setState({ state: 'ready', text, blocks, preview: preview.value })
      else setState({ state: 'failed', error: preview.error })
    }
    const timer = setTimeout(compare, PAUSE)
    const stop = client.on('revision.progress', (progress) => {
      if (progress.articleId === articleId)
        setState((old) => (old.state === 'comparing' ? { state: 'comparing', progress } : old))
    })
    return () => {
      wanted = false
      clearTimeout(timer)
      stop()
    }
  }, [client, articleId, text, source])
  return state
}
