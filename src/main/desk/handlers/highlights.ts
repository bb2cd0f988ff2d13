import {
  addHighlight,
  editHighlight,
  removeHighlights,
  resizeHighlight,
} from '#annotations/changes/actions/highlight-actions'
import { ok } from '#annotations/model/result'
import type { Desk } from '../desk'
import type { HighlightSearch } from '../search/search-highlights'
import { briefsOf } from './briefs'
import { toDone } from './done'
import type { HandlersOf } from './handlers-of'

export function highlightHandlers(desk: Desk, search: HighlightSearch): HandlersOf<'highlight'> {
  return {
    'highlight.add': async (passage) => toDone(await desk.act(addHighlight(passage)), ({ id }) => ({ id })),
    'highlight.edit': async ({ id, patch }) => toDone(await desk.act(editHighlight(id, patch))),
    'highlight.resize': async ({ id, start, end }) => toDone(await desk.act(resizeHighlight(id, { start, end }))),
    'highlight.remove': async ({ ids }) => toDone(await desk.act(removeHighlights(ids))),
    'highlight.search'(query) {
      const { ids, total } = search.find(query)
      return ok({ hits: briefsOf(desk.records, ids), total })
    },
  }
}
