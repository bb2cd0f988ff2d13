import { useEffect } from 'react'
import { useStore } from '../state/store'
import { drawChanges } from './change-marks'
import type { Parts } from './parts'

/** Shows what changed since the revision that was chosen for that. */
export function useChangeMarks({ app, article, view }: Parts): void {
  const since = useStore(app.reader.since, (value) => value)
  const { id } = article.article
  const { id: shown, blocks } = article.revision
  useEffect(() => {
    if (since === null) return drawChanges(view.editor, view.positions, blocks, null)
    let wanted = true
    void app.ask('revision.compare', { articleId: id, from: since, to: shown }).then((rows) => {
      if (wanted) drawChanges(view.editor, view.positions, blocks, rows)
    })
    return () => {
      wanted = false
    }
  }, [app, view, id, since, shown, blocks])
}
