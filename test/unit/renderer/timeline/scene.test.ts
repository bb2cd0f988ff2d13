import { describe, expect, test } from 'vitest'
import type { DeskGraph } from '#annotations/graph/desk-graph'
import { type Form, layOutLanes } from '../../../../src/renderer/timeline/lanes'
import { drawScene, pxPerMs } from '../../../../src/renderer/timeline/scene'
import { shownOf } from '../../../../src/renderer/timeline/shown'
import { createSeededIds } from '../../../support/desk-generator'

const DAY = 86_400_000
const EVERYTHING = { tags: [], relations: [], publisher: null }

/** Articles of one paper, a day after the other, each with a claim that repeats the first one's. */
function graphOf(articles: number): DeskGraph {
  const ids = createSeededIds(3)
  return {
    articles: Array.from({ length: articles }, (_, at) => ({
      ...{ id: ids.article(), title: `Title ${at}`, publisher: 'Courier', direction: 'ltr' as const, revisions: 1 },
      published: new Date(at * DAY).toISOString(),
    })),
    highlights: Array.from({ length: articles }, (_, at) => ({
      ...{
        id: ids.highlight(),
        article: at,
        tag: 'claim' as const,
        exact: 'Words',
        speaker: null,
        start: 0,
        story: null,
      },
    })),
    links: Array.from({ length: articles - 1 }, (_, at) => ({
      ...{ id: ids.link(), from: at + 1, to: 0, relation: 'repeats' as const, note: '' },
    })),
  }
}

function sceneOf(graph: DeskGraph, form: Form) {
  const range = { from: 0, to: graph.articles.length * DAY }
  const shown = shownOf(graph, EVERYTHING, null, false)
  const width = 1_000
  const scale = { card: pxPerMs(range, width, false, 'card'), dot: pxPerMs(range, width, false, 'dot') }
  const lanes = layOutLanes({ articles: shown.articles, origin: 0, pxPerMs: scale, apart: new Set() })
  expect(lanes.form).toBe(form)
  return drawScene({ graph, shown, lanes, origin: 0, range, width, lit: null, window: null, keep: null })
}

/** How high a cubic curve between two ends of one height rises: three quarters of what its handles do. */
function topOf(path: string): number {
  const [, y = 0, , handle = 0] = (path.match(/-?[\d.]+/g) ?? []).map(Number)
  return y - (y - handle) * 0.75
}

describe('the curves of a timeline', () => {
  test.each([
    ['card', 4],
    ['dot', 200],
  ] as const)('stay below the axis over the marks of a single lane: %s', (form, articles) => {
    const { curves } = sceneOf(graphOf(articles), form)
    expect(curves.length).toBeGreaterThan(2)
    for (const { path } of curves) expect(topOf(path)).toBeGreaterThanOrEqual(0)
  })
})
