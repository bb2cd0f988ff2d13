import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  bringIntoView,
  cameraOf,
  fitted,
  isWornOut,
  moveDrawing,
  pan,
  placeAt,
  sightOf,
  toScreen,
  zoomAt,
} from '../../../../src/renderer/map/camera'
import { boundsOf, clusterCircles } from '../../../../src/renderer/map/clusters'
import { nodeAt, step } from '../../../../src/renderer/map/find-node'
import { createLayout, type LayoutInput, type Positions } from '../../../../src/renderer/map/layout'
import type { MapNodes } from '../../../../src/renderer/map/map-nodes'
import { type ClusterTie, type SeedPlace, seedClusters } from '../../../../src/renderer/map/seed'
import { createRandom } from '../../../support/desk-generator'

function graphOf(seed: number, nodes: number, clusters: number, links: number): LayoutInput {
  const random = createRandom(seed)
  const pick = (most: number) => Math.floor(random() * most)
  return {
    clusters: Array.from({ length: nodes }, (_, at) => at % clusters),
    links: Array.from({ length: links }, () => ({ from: pick(nodes), to: pick(nodes) })),
  }
}

function settle(input: LayoutInput): Positions {
  const layout = createLayout(input)
  while (layout.tick());
  return layout.positions()
}

function nodesOf({ clusters, links }: LayoutInput): MapNodes {
  return {
    highlights: [...clusters.keys()],
    tags: clusters.map(() => 'claim'),
    clusters,
    clusterNames: [...new Set(clusters)].map((at) => ({ title: `Cluster ${at}`, paper: '', date: '' })),
    links: links.map((link, at) => ({ ...link, at, relation: 'repeats' })),
    linksOf: clusters.map((_, node) => links.flatMap(({ from, to }, at) => (from === node || to === node ? [at] : []))),
  }
}

const distance = (places: Positions, a: number, b: number) => {
  const [one, other] = [placeAt(places, a), placeAt(places, b)]
  return Math.hypot(one.x - other.x, one.y - other.y)
}

describe('the layout', () => {
  test('is the same for the same graph, and finite for any', () => {
    fc.assert(
      fc.property(
        fc.nat(999),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 8 }),
        fc.nat(80),
        (...size) => {
          const input = graphOf(...size)
          const places = settle(input)
          expect(places.every(Number.isFinite)).toBe(true)
          expect(settle(input)).toEqual(places)
        },
      ),
      { numRuns: 8 },
    )
  })

  test('keeps nodes off each other, and each in its own cluster', () => {
    const input = graphOf(3, 120, 6, 90)
    const places = settle(input)
    const circles = clusterCircles(nodesOf(input), places)
    for (let a = 0; a < 120; a++) {
      for (let b = a + 1; b < 120; b++) expect(distance(places, a, b)).toBeGreaterThan(14)
      const own = circles.find(({ title }) => title === `Cluster ${input.clusters[a]}`)
      const home = ({ x, y }: { readonly x: number; readonly y: number }) =>
        Math.hypot(placeAt(places, a).x - x, placeAt(places, a).y - y)
      for (const circle of circles) if (own && circle !== own) expect(home(own)).toBeLessThan(home(circle))
    }
  })

  test('has places at once, and says truly how far it is', () => {
    const layout = createLayout(graphOf(4, 90, 30, 60))
    const first = layout.positions()
    for (let a = 0; a < 90; a++) for (let b = a + 1; b < 90; b++) expect(distance(first, a, b)).toBeGreaterThan(1)
    const told = [layout.progress()]
    while (layout.tick()) told.push(layout.progress())
    expect(told[0]).toBe(0)
    expect(told).toEqual(told.toSorted((a, b) => a - b))
    expect(told.at(-1)).toBeLessThan(1)
    expect(layout.progress()).toBe(1)
  })

  test('takes fewer steps for a large graph, but never so few that it is left as it begins', () => {
    const stepsOf = (nodes: number) => {
      const layout = createLayout(graphOf(1, nodes, 1, 0))
      layout.tick()
      return 1 / layout.progress()
    }
    expect(stepsOf(100)).toBeGreaterThan(2 * stepsOf(4_000))
    expect(stepsOf(4_000)).toBeGreaterThan(29)
  })

  test('draws linked nodes of a cluster nearer to each other than others', () => {
    const clusters = Array.from({ length: 40 }, () => 0)
    const links = Array.from({ length: 20 }, (_, at) => ({ from: at, to: at + 20 }))
    const places = settle({ clusters, links })
    const mean = (pairs: readonly (readonly [number, number])[]) =>
      pairs.reduce((sum, [a, b]) => sum + distance(places, a, b), 0) / pairs.length
    const linked = links.map(({ from, to }) => [from, to] as const)
    const others = links.map(({ from }) => [from, ((from + 7) % 20) + 20] as const)
    expect(mean(linked)).toBeLessThan(mean(others) * 0.7)
  })
})

describe('where clusters begin', () => {
  const between = (a: SeedPlace | undefined, b: SeedPlace | undefined) =>
    Math.hypot((a?.x ?? 0) - (b?.x ?? 0), (a?.y ?? 0) - (b?.y ?? 0))

  test('what is tied is near, whatever the ties', () => {
    fc.assert(
      fc.property(fc.nat(999), fc.integer({ min: 40, max: 300 }), (seed, count) => {
        const random = createRandom(seed)
        const radii = Array.from({ length: count }, () => 50 + 80 * random())
        const ties = radii.slice(1).map((_, at) => ({ source: at + 1, target: Math.floor(random() * (at + 1)) }))
        const places = seedClusters(radii, ties)
        const mean = (pairs: readonly ClusterTie[]) =>
          pairs.reduce((sum, { source, target }) => sum + between(places[source], places[target]), 0) / pairs.length
        expect(mean(ties)).toBeLessThan(mean(ties.map(({ source }) => ({ source, target: (source * 7 + 3) % count }))))
        expect(new Set(places.map(({ x, y }) => `${x} ${y}`)).size).toBe(count)
      }),
      { numRuns: 30 },
    )
  })

  test('what nothing ties to the largest part stands outside of it', () => {
    const radii = Array.from({ length: 25 }, () => 60)
    const ties = Array.from({ length: 19 }, (_, at) => ({ source: at, target: at + 1 }))
    const places = seedClusters(radii, ties)
    const far = places.map((place) => between(place, { x: 0, y: 0 }))
    expect(Math.min(...far.slice(20))).toBeGreaterThan(far.slice(0, 20).reduce((sum, each) => sum + each, 0) / 20)
  })
})

describe('the camera', () => {
  const size = { width: 800, height: 600 }
  const places = settle(graphOf(1, 80, 5, 40))

  test('shows everything at first', () => {
    const nodes = Array.from({ length: 80 }, (_, node) => ({ ...placeAt(places, node), radius: 0 }))
    const camera = fitted(boundsOf(nodes), size)
    for (let node = 0; node < 80; node++) {
      const { x, y } = toScreen(camera, placeAt(places, node))
      expect(Math.min(x, y)).toBeGreaterThan(0)
      expect(x < size.width && y < size.height).toBe(true)
    }
  })

  test('keeps what is under the pointer where it is while it zooms', () => {
    const at = { x: 200, y: 450 }
    const near = zoomAt({ x: 10, y: 20, scale: 0.5 }, 3, at)
    expect((at.x - near.x) / near.scale).toBeCloseTo((at.x - 10) / 0.5)
    expect((at.y - near.y) / near.scale).toBeCloseTo((at.y - 20) / 0.5)
  })

  test('has the same in its middle in a window of any size', () => {
    const camera = { x: 30, y: -20, scale: 1.5 }
    const sight = sightOf(camera, size)
    const again = cameraOf(sight, size)
    expect([again.x, again.y, again.scale]).toEqual([expect.closeTo(30), expect.closeTo(-20), 1.5])
    const smaller = { width: 300, height: 200 }
    expect(toScreen(cameraOf(sight, smaller), sight)).toEqual({ x: expect.closeTo(150), y: expect.closeTo(100) })
  })

  test('moves no further than it must to bring a node into view', () => {
    const camera = { x: 0, y: 0, scale: 1 }
    expect(bringIntoView(camera, { x: 300, y: 300 }, size)).toEqual(camera)
    expect(bringIntoView(camera, { x: 900, y: 300 }, size)).toEqual(pan(camera, -156, 0))
  })
})

describe('a drawing that is only moved', () => {
  const size = { width: 800, height: 600 }
  const painted = { x: 50, y: 60, scale: 1 }

  test('puts every place where a new one would', () => {
    const now = zoomAt(pan(painted, 40, -30), 1.2, { x: 300, y: 200 })
    const moved = moveDrawing(painted, now)
    const [old, fresh] = [toScreen(painted, { x: 77, y: 99 }), toScreen(now, { x: 77, y: 99 })]
    expect(toScreen(moved, old).x).toBeCloseTo(fresh.x)
    expect(toScreen(moved, old).y).toBeCloseTo(fresh.y)
  })

  test('is followed by a new one while half of what it has to spare is left, and before it looks coarse', () => {
    const wornOut = (now: typeof painted) => isWornOut(moveDrawing(painted, now), size, 240)
    expect(wornOut(painted)).toBe(false)
    expect(wornOut(pan(painted, 120, 0))).toBe(false)
    expect(wornOut(pan(painted, 121, 0))).toBe(true)
    expect(wornOut(pan(painted, 0, -121))).toBe(true)
    expect(wornOut(zoomAt(painted, 1.3, { x: 400, y: 300 }))).toBe(false)
    expect(wornOut(zoomAt(painted, 1.4, { x: 400, y: 300 }))).toBe(true)
    expect(wornOut(zoomAt(painted, 0.7, { x: 400, y: 300 }))).toBe(true)
  })
})

describe('finding nodes', () => {
  //   0 — 1   2
  //       |
  //       3       0 and 3 are linked with 1; 2 is not.
  const places = new Float32Array([0, 0, 100, 0, 160, 0, 100, 100])
  const nodes = nodesOf({
    clusters: [0, 0, 0, 0],
    links: [
      { from: 1, to: 0 },
      { from: 1, to: 3 },
    ],
  })

  test('by pointer takes the nearest within reach', () => {
    expect([nodeAt(places, { x: 97, y: 4 }, 10), nodeAt(places, { x: 50, y: 50 }, 10)]).toEqual([1, null])
  })

  test('by arrows goes along links, then to the nearest that way, and stays at the edge', () => {
    expect(step(nodes, places, 1, 'ArrowLeft')).toBe(0)
    expect(step(nodes, places, 1, 'ArrowDown')).toBe(3)
    expect(step(nodes, places, 1, 'ArrowRight')).toBe(2)
    expect(step(nodes, places, 1, 'ArrowUp')).toBe(1)
    expect(step(nodes, places, 2, 'ArrowLeft')).toBe(1)
  })

  test('by arrows prefers a linked node to a nearer one', () => {
    const far = nodesOf({ clusters: [0, 0, 0, 0], links: [{ from: 0, to: 2 }] })
    expect(step(far, places, 0, 'ArrowRight')).toBe(2)
  })
})
