import type { DeskGraph } from '#annotations/graph/desk-graph'
import type { Client } from '#contract/client'
import { createLast, createLive, type Live } from './live'
import type { Router } from './route'
import type { Store } from './store'
import { type TimelinePlace, WHOLE_TIMELINE } from './timeline-route'

/** Highlights and links of the whole desk, and how the views of them were looked at last. */
export type Graph = Live<DeskGraph> & { readonly lastTimeline: Store<TimelinePlace> }

export function createGraph(client: Client, router: Router): Graph {
  return { ...createLive(client, 'graph.desk', {}), lastTimeline: createLast<'timeline'>(router, WHOLE_TIMELINE) }
}
