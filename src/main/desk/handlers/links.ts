import { addLink, editLink, removeLinks } from '#annotations/changes/actions/link-actions'
import type { Desk } from '../desk'
import { toDone } from './done'
import type { HandlersOf } from './handlers-of'

export function linkHandlers(desk: Desk): HandlersOf<'link'> {
  return {
    'link.add': async (link) => toDone(await desk.act(addLink(link)), ({ id }) => ({ id })),
    'link.edit': async ({ id, patch }) => toDone(await desk.act(editLink(id, patch))),
    'link.remove': async ({ ids }) => toDone(await desk.act(removeLinks(ids))),
  }
}
