import { ok } from '#annotations/model/result'
import type { TextSearch } from '../search/full-text/text-search'
import type { HandlersOf } from './handlers-of'

/** One box over every text, highlight and link. */
export function searchHandlers(search: TextSearch): HandlersOf<'search'> {
  return {
    'search.find': async ({ query, offset, limit }) => ok(await search.find(query, offset, limit)),
  }
}
