import { useEffect, useState } from 'react'
import type { OrphanView } from '#contract/revision-views'
import { useApp } from '../state/app-context'
import { type OpenArticle, orphansOf } from '../state/open-article'

/** The highlights of an article that wait for a place, with the places they may have; null until the desk has answered. */
export function useOrphans(article: OpenArticle): readonly OrphanView[] | null {
  const app = useApp()
  const [orphans, setOrphans] = useState<readonly OrphanView[] | null>(null)
  const { id } = article.article
  const waiting = orphansOf(article)
    .map((highlight) => `${highlight.id} ${highlight.modified}`)
    .join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when another highlight waits, or one no longer does
  useEffect(() => {
    let wanted = true
    void app.ask('orphan.list', { articleId: id }).then((found) => {
      if (wanted) setOrphans(found ?? [])
    })
    return () => {
      wanted = false
    }
  }, [app, id, article.revision.id, waiting])
  return orphans
}
