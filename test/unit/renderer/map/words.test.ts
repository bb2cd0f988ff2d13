import { describe, expect, test } from 'vitest'
import { fitted, placeAt, toScreen, zoomAt } from '../../../../src/renderer/map/camera'
import { clustersOf } from '../../../../src/renderer/map/clusters'
import { createLayout } from '../../../../src/renderer/map/layout'
import type { MapNodes } from '../../../../src/renderer/map/map-nodes'
import { type Scene, shownRadius, type View } from '../../../../src/renderer/map/paint'
import { nameInPicture } from '../../../../src/renderer/map/picture-words'
import { clusterMore, LINE, layOutWords, type Measure, type Word } from '../../../../src/renderer/map/words'

/** Every letter is 6 px wide. */
const measure: Measure = {
  width: (text) => text.replace(/[\u2068\u2069]/g, '').length * 6,
  cut: (text, _kind, width) => (text.length * 6 <= width ? text : `${text.slice(0, Math.floor(width / 6) - 1)}…`),
}
const size = { width: 900, height: 700 }
const wordsOf = (node: number) => `The words of highlight ${node}, which go on`
const nobody = { chosen: null, hovered: null, focused: false }

function sceneOf(nodes: number, perCluster: number): Scene & { readonly nodes: MapNodes } {
  const clusters = Array.from({ length: nodes }, (_, at) => Math.floor(at / perCluster))
  const links = clusters.map((_, at) => ({ at, from: at, to: (at * 7 + 3) % nodes, relation: 'repeats' as const }))
  const graph: MapNodes = {
    highlights: [...clusters.keys()],
    tags: clusters.map(() => 'claim'),
    clusters,
    clusterNames: [...new Set(clusters)].map((at) => ({ title: `Title of article ${at}`, paper: 'P', date: '4 May' })),
    links,
    linksOf: clusters.map((_, node) => links.flatMap(({ at, from, to }) => (from === node || to === node ? [at] : []))),
  }
  const layout = createLayout(graph)
  while (layout.tick());
  const positions = layout.positions()
  return { nodes: graph, positions, moving: false, ...clustersOf(graph, positions), palette: {} as Scene['palette'] }
}

function viewOf({ bounds }: Scene, closer = 1): View {
  return { camera: zoomAt(fitted(bounds, size), closer, { x: 450, y: 350 }), size, spare: 0, density: 1 }
}

const boxOf = ({ text, kind, x, y }: Word) => {
  const half = measure.width(text, kind) / 2
  return { left: x - half, right: x + half, top: y, bottom: y + LINE }
}
const overlap = (a: ReturnType<typeof boxOf>, b: ReturnType<typeof boxOf>) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

describe('the words of the map', () => {
  test('wait until the map has come to rest, but for what is chosen', () => {
    const scene = { ...sceneOf(24, 4), moving: true }
    expect(layOutWords(scene, viewOf(scene, 6), nobody, wordsOf, measure)).toEqual([])
    const words = layOutWords(scene, viewOf(scene), { ...nobody, chosen: 0 }, wordsOf, measure)
    expect(words).toContainEqual(expect.objectContaining({ kind: 'title', text: 'Title of article 0' }))
  })

  test.each([
    { nodes: 6, perCluster: 2, closer: 1 },
    { nodes: 200, perCluster: 8, closer: 1 },
    { nodes: 200, perCluster: 8, closer: 6 },
  ])('do not fall on each other: $nodes nodes, $closer times as near', ({ nodes, perCluster, closer }) => {
    const scene = sceneOf(nodes, perCluster)
    const boxes = layOutWords(scene, viewOf(scene, closer), { ...nobody, chosen: 1 }, wordsOf, measure).map(boxOf)
    expect(boxes.length).toBeGreaterThan(3)
    for (const [at, box] of boxes.entries())
      for (const other of boxes.slice(at + 1)) expect(overlap(box, other)).toBe(false)
  })

  test('name nodes from near, and cover none with a name', () => {
    const scene = sceneOf(200, 8)
    const view = viewOf(scene, 6)
    const named = layOutWords(scene, view, nobody, wordsOf, measure).filter(({ kind }) => kind === 'node')
    expect(named.length).toBeGreaterThan(2)
    for (const box of named.map(boxOf)) {
      for (const node of scene.nodes.tags.keys()) {
        const { x, y } = toScreen(view.camera, placeAt(scene.positions, node))
        const radius = shownRadius(scene.nodes, node, view.camera)
        expect(overlap(box, { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius })).toBe(false)
      }
    }
  })

  test('name what is chosen and what it is linked with from any distance; what it has nothing to do with steps back', () => {
    const scene = sceneOf(200, 8)
    const words = layOutWords(scene, viewOf(scene), { ...nobody, chosen: 40 }, wordsOf, measure)
    const node = words.find(({ text }) => text.startsWith('The words of highlight 40'))
    expect(node?.stress).toBe('near')
    expect(words.filter(({ kind }) => kind === 'node').length).toBeGreaterThan(1)
    expect(words.find(({ text }) => text === 'Title of article 5')?.stress).toBe('near')
    expect(words.some(({ stress }) => stress === 'far')).toBe(true)
    expect(layOutWords(scene, viewOf(scene), nobody, wordsOf, measure).some(({ kind }) => kind === 'node')).toBe(false)
  })

  test.each([1, 2, 3, 5, 8])('of %i clusters that are seen whole are not cut off by an edge', (many) => {
    const made = sceneOf(many, 1)
    const title = 'A title as long as those of articles often are'
    const scene = { ...made, clusters: made.clusters.map((cluster) => ({ ...cluster, title })) }
    const small = { width: 360, height: 360 }
    const view = { camera: fitted(scene.bounds, small), size: small, spare: 0, density: 1 }
    const words = layOutWords(scene, view, { ...nobody, chosen: 0 }, wordsOf, measure)
    expect(words.some(({ kind }) => kind === 'title') && words.some(({ kind }) => kind === 'node')).toBe(true)
    for (const { left, top, right, bottom } of words.map(boxOf)) {
      expect(Math.min(left, top, small.width - right, small.height - bottom)).toBeGreaterThanOrEqual(0)
    }
  })

  test('in a picture do not fall on each other', () => {
    const { clusters } = sceneOf(300, 2)
    const names = nameInPicture(clusters, [], measure)
    expect(names.length).toBeGreaterThan(100)
    const boxes = names.map(({ box }) => box)
    for (const [at, box] of boxes.entries())
      for (const other of boxes.slice(at + 1)) expect(overlap(box, other)).toBe(false)
  })

  test('in a picture are clear of nodes where they can be', () => {
    const cluster = { at: 0, title: 'Ministers meet', paper: 'P', date: '4 May', x: 0, y: 0, radius: 20, size: 1 }
    const above = { left: -5, top: -40, right: 5, bottom: -30 }
    const below = { left: -5, top: 30, right: 5, bottom: 40 }
    const topOf = (nodes: readonly (typeof above)[]) => nameInPicture([cluster], nodes, measure)[0]?.box.top
    expect(topOf([])).toBeLessThan(-20)
    expect(topOf([above])).toBeGreaterThan(20)
    expect(topOf([above, below])).toBeLessThan(-20)
  })

  test('cut the name of a paper, never its date', () => {
    expect(clusterMore({ paper: 'Courier', date: '4 May 2023' }, 200, measure)).toBe('\u2068Courier\u2069 · 4 May 2023')
    expect(clusterMore({ paper: 'A paper of a very long name', date: '4 May 2023' }, 140, measure)).toBe(
      '\u2068A paper o…\u2069 · 4 May 2023',
    )
    expect(clusterMore({ paper: '', date: 'No date' }, 140, measure)).toBe('No date')
  })
})
