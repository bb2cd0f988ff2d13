import { z } from 'zod'
import type { DeskGraph } from '#annotations/graph/desk-graph'
import type { Method } from './methods'

const NOTHING = z.strictObject({})

/** What the timeline and the map are drawn from. */
const deskGraph: Method<typeof NOTHING, DeskGraph> = { kind: 'query', input: NOTHING, timeout: 120_000 }

export const graphMethods = { 'graph.desk': deskGraph } as const
