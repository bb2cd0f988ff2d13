import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Graph from 'graphology'
import gexf from 'graphology-gexf'
import graphml from 'graphology-graphml'
import { JSDOM } from 'jsdom'
import readWorkbook from 'read-excel-file/node'
import { afterAll, describe, expect, test, vi } from 'vitest'
import type { CrossreadFile } from '#annotations/exchange/crossread-json/format'
import type { ExportFormat } from '#annotations/exchange/format'
import { gexfOut } from '#annotations/exchange/graph/gexf'
import { graphmlOut } from '#annotations/exchange/graph/graphml'
import { teiOut } from '#annotations/exchange/tei/write'
import { webAnnotationOut } from '#annotations/exchange/web-annotation/write'
import { xlsxOut } from '#annotations/exchange/xlsx/write'
import { isSymmetric } from '#annotations/model/relation'
import { toOneFile } from '#main/desk/handlers/one-file'
import { filesOf, richFile, sampleFile } from '../../unit/annotations/exchange/exchange-desks'

/** Exports, opened in programs of other people: what they find must be what the desk has. */
const DESKS: readonly (readonly [string, CrossreadFile])[] = [
  ['the sample desk', sampleFile()],
  ['three scripts, formatting and verdicts', richFile()],
]
const textOf = (format: ExportFormat, file: CrossreadFile) => filesOf(format, file)[0]?.text ?? ''
const quotesOf = ({ highlights }: CrossreadFile) => highlights.map(({ anchor }) => anchor.quote.exact)

/** What both graph formats say of a desk. */
function graphOf({ highlights, links }: CrossreadFile) {
  return {
    nodes: highlights.map(({ id, tag, anchor: { start, end, quote } }) => [id, tag, quote.exact, start, end]),
    edges: links.map(({ id, from, to, relation }) => [id, from, to, relation, isSymmetric(relation)]),
  }
}

describe('graphology', () => {
  const nodesOf = (graph: Graph) =>
    graph.mapNodes((id, { tag, quote, start, end }) => [id, tag, quote, Number(start), Number(end)])

  test.each(DESKS)('finds each highlight and link of %s in GraphML', (_what, file) => {
    const graph = graphml.parse(Graph, textOf(graphmlOut, file))
    const edges = graph.mapEdges((id, { relation, symmetric }, from, to) => [id, from, to, relation, symmetric])
    expect({ nodes: nodesOf(graph), edges }).toEqual(graphOf(file))
  })

  test.each(DESKS)('finds those of %s in GEXF, and draws what goes either way without an arrow', (_what, file) => {
    const graph = gexf.parse(Graph, textOf(gexfOut, file))
    const edges = graph.mapEdges((id, { relation }, from, to, _from, _to, undirected) => {
      return [id, from, to, relation, undirected]
    })
    const { nodes, edges: expected } = graphOf(file)
    expect(nodesOf(graph)).toEqual(nodes)
    expect(new Map(edges.map((edge) => [edge[0], edge]))).toEqual(new Map(expected.map((edge) => [edge[0], edge])))
  })
})

const NETWORKX = `
import json, sys, networkx
said = {}
for name, read in (('graphml', networkx.read_graphml), ('gexf', networkx.read_gexf)):
    graph = read(sys.argv[1] + '/desk.' + name)
    said[name] = {
        'nodes': [[id, at['tag'], at['quote'], at['start'], at['end']] for id, at in graph.nodes(data=True)],
        'edges': [[at['id'], a, b, at['relation']] for a, b, at in graph.edges(data=True)],
    }
print(json.dumps(said))
`
const hasNetworkx = spawnSync('python3', ['-c', 'import networkx']).status === 0

/** Skipped where Python or its package networkx is not installed. */
describe.skipIf(!hasNetworkx)('NetworkX', () => {
  const folder = mkdtempSync(join(tmpdir(), 'crossread-graphs-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test.each(DESKS)(
    'finds the same nodes and edges of %s in both formats',
    (_what, file) => {
      for (const format of [graphmlOut, gexfOut]) writeFileSync(join(folder, `desk.${format.id}`), textOf(format, file))
      const run = spawnSync('python3', ['-c', NETWORKX, folder], { encoding: 'utf8' })
      expect(run.stderr).toBe('')
      const said = JSON.parse(run.stdout)
      const { nodes, edges } = graphOf(file)
      const oneWay = edges.map(([id, from, to, relation]) => [id, from, to, relation])
      const backAgain = edges
        .filter(([, , , , symmetric]) => symmetric)
        .map(([id, a, b, relation]) => [id, b, a, relation])
      expect(said.graphml.nodes).toEqual(nodes)
      expect(said.gexf.nodes).toEqual(nodes)
      expect(said.graphml.edges.sort()).toEqual(oneWay.sort())
      expect(said.gexf.edges.sort()).toEqual([...oneWay, ...backAgain].sort())
    },
    60_000,
  )
})

/** A page as those two libraries expect it around them. */
function page(): Document {
  const { window } = new JSDOM('<!doctype html><title>Reader</title>', { url: 'https://reader.example/' })
  const { document, DOMParser, HTMLElement, Element, Node, NodeFilter, Range, Event } = window
  const names = { window, document, DOMParser, HTMLElement, Element, Node, NodeFilter, Range, Event }
  for (const [name, value] of Object.entries(names)) vi.stubGlobal(name, value)
  return document
}

describe('CETEIcean', () => {
  test.each(DESKS)('shows each passage of %s between its anchors, and the links between them', async (_what, file) => {
    const document = page()
    const { default: CETEI } = await import('CETEIcean')
    document.body.append(new CETEI({ documentObject: document }).makeHTML5(textOf(teiOut, file)))
    const all = (name: string) => [...document.querySelectorAll(name)]
    const anchor = (span: Element, end: 'from' | 'to') => {
      const found = document.getElementById(span.getAttribute(end)?.slice(1) ?? '')
      if (found?.localName !== 'tei-anchor') throw new Error(`No anchor for the ${end} of ${span.id}.`)
      return found
    }
    const between = (span: Element) => {
      const range = document.createRange()
      range.setStartAfter(anchor(span, 'from'))
      range.setEndBefore(anchor(span, 'to'))
      return range.toString()
    }
    const spans = new Map(all('tei-span').map((span) => [span.id, [span.getAttribute('type'), between(span)]]))
    const passages = file.highlights.map(({ id, tag, anchor: { quote } }) => [id, [tag, quote.exact]] as const)
    expect(spans).toEqual(new Map(passages))
    const links = all('tei-link').map((link) => [
      link.id,
      link.parentElement?.getAttribute('type'),
      ...(link.getAttribute('target')?.replaceAll('#', '').split(' ') ?? []),
    ])
    expect(links.sort()).toEqual(file.links.map(({ id, relation, from, to }) => [id, relation, from, to]).sort())
    vi.unstubAllGlobals()
  })
})

describe('Recogito’s text annotator', () => {
  test('finds each passage of the sample desk in its text, with its tag and note', async () => {
    const file = sampleFile()
    const document = page()
    const { reviveAnnotation, W3CTextFormat } = await import('@recogito/text-annotator')
    const { items, crossreadTexts } = JSON.parse(textOf(webAnnotationOut, file))
    const texts = new Map<string, HTMLElement>()
    for (const { id, value } of crossreadTexts) {
      const place = document.createElement('article')
      place.textContent = value
      document.body.append(place)
      texts.set(id, place)
    }
    const found = items.flatMap((item: { motivation: string; target: { source: string } }) => {
      const text = texts.get(item.target.source)
      if (item.motivation === 'linking' || !text) return []
      const { parsed, error } = W3CTextFormat(item.target.source, text).parse(item as never)
      if (!parsed) throw error
      const { id, bodies, target } = reviveAnnotation(parsed, text)
      const words = (purpose: string) => bodies.find((body) => body.purpose === purpose)?.value ?? ''
      return [[id, target.selector[0]?.range.toString(), words('tagging'), words('commenting')]]
    })
    expect(found).toEqual(
      file.highlights.map(({ id, anchor, tag, note }) => [`urn:crossread:${id}`, anchor.quote.exact, tag, note]),
    )
    vi.unstubAllGlobals()
  })
})

describe('read-excel-file', () => {
  test.each(DESKS)('finds a row a highlight and a row a link of %s', async (_what, file) => {
    const bytes = Buffer.from(toOneFile(xlsxOut.write(file, 'desk'), 'desk').contents, 'base64')
    const sheets = await readWorkbook(bytes)
    const column = (sheet: string, name: string) => {
      const [head, ...rows] = sheets.find((one) => one.sheet === sheet)?.data ?? []
      return rows.map((row) => row[head?.indexOf(name) ?? -1])
    }
    expect(column('Highlights', 'quote')).toEqual(quotesOf(file))
    expect(column('Highlights', 'start_utf16')).toEqual(file.highlights.map(({ anchor }) => anchor.start))
    expect(column('Links', 'relation')).toEqual(file.links.map(({ relation }) => relation))
    expect(column('Links', 'to')).toEqual(file.links.map(({ to }) => to))
  })
})
