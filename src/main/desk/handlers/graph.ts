import { deskGraph } from '#annotations/graph/desk-graph'
import { ok } from '#annotations/model/result'
import type { Desk } from '../desk'
import type { HandlersOf } from './handlers-of'

/** Highlights and links of the whole desk, for the views that show them at once. */
export function graphHandlers({ records }: Desk): HandlersOf<'graph'> {
  return { 'graph.desk': () => ok(deskGraph(records)) }
}
