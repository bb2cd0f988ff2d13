import type { Action } from '#annotations/changes/action'
import {
  type Bulk,
  linkHighlights,
  nameSpeakers,
  noteHighlights,
  removeMany,
  tagHighlights,
} from '#annotations/changes/actions/bulk-actions'
import type { Result } from '#annotations/model/result'
import type { Desk } from '../desk'
import { toDone } from './done'
import type { HandlersOf } from './handlers-of'

/** Many highlights at once. */
export function bulkHandlers(desk: Desk): HandlersOf<'bulk'> {
  return {
    'bulk.tag': async ({ ids, tag }) => toBulk(await desk.act(tagHighlights(ids, tag))),
    'bulk.link': async ({ ids, to, relation }) => toBulk(await desk.act(linkHighlights(ids, to, relation))),
    'bulk.note': async ({ ids, note, how }) => toBulk(await desk.act(noteHighlights(ids, note, how))),
    'bulk.speaker': async ({ ids, speaker }) => toBulk(await desk.act(nameSpeakers(ids, speaker))),
    'bulk.remove': async ({ ids }) => toBulk(await desk.act(removeMany(ids))),
  }
}

function toBulk(done: Result<Action & Bulk>) {
  return toDone(done, ({ changed, skipped }) => ({ changed, skipped }))
}
