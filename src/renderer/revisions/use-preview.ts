import { useEffect, useState } from 'react'
import type { Block } from '#annotations/model/article'
import type { ArticleId } from '#annotations/model/ids'
import type { AppError } from '#annotations/model/result'
import type { CarryProgress, RevisionPreview } from '#contract/revision-views'
import { useApp } from '../state/app-context'

export type PreviewState =
  | { readonly state: 'none' }
  | { readonly state: 'comparing'; readonly progress: CarryProgress | null }
  | { readonly state: 'ready'; readonly blocks: readonly Block[]; readonly preview: RevisionPreview }
  | { readonly state: 'failed'; readonly error: AppError }

/** Has the desk say what a text would change as the newest one of an article; nothing while there is no text. */
export function usePreview(articleId: ArticleId, blocks: readonly Block[] | null): PreviewState {
  const { client } = useApp()
  const [state, setState] = useState<PreviewState>({ state: 'none' })
  useEffect(() => {
    if (blocks === null) return setState({ state: 'none' })
    let wanted = true
    setState({ state: 'comparing', progress: null })
    const stop = client.on('revision.progress', (progress) => {
      if (progress.articleId === articleId)
        setState((old) => (old.state === 'comparing' ? { state: 'comparing', progress } : old))
    })
    void client.call('revision.preview', { articleId, blocks }).then((preview) => {
      if (!wanted) return
      if (preview.ok) setState({ state: 'ready', blocks, preview: preview.value })
      else setState({ state: 'failed', error: preview.error })
    })
    return () => {
      wanted = false
      stop()
    }
  }, [client, articleId, blocks])
  return state
}
