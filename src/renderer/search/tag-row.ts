import type { Tag } from '#annotations/model/highlight'
import type { AppModel } from '../state/app-model'
import type { SearchRow } from './rows'

/** Tags the passage of a row, or changes the tag of the highlight that it is: one action. */
export async function tagRow(app: AppModel, row: SearchRow, tag: Tag): Promise<void> {
  if (row.kind !== 'passage') {
    app.announcement.set('Only a passage can be tagged: go to one of those below.')
    return
  }
  const { articleId, revisionId } = row.group
  const { start, end, highlight } = row.hit
  if (highlight) await app.act('highlight.edit', { id: highlight.id, patch: { tag } }, 'toast')
  else await app.act('highlight.add', { articleId, revisionId, start, end, tag }, 'toast')
}
