import type { CrossreadFile } from '../crossread-json/format'
import type { ExportFormat } from '../format'
import { lossesOf } from '../losses'
import { attributes, escapeText } from '../xml'
import { EDGE_FIELDS, edgesOf, GRAPH_LOSSES, NODE_FIELDS, nodesOf } from './graph'

/**
 * GraphML (graphml.graphdrawing.org): offsets are UTF-16 units, as numbers of the type int. All edges are directed, since
 * NetworkX and igraph know no graph with edges of both kinds; `symmetric` tells which of them go either way.
 */
export const graphmlOut: ExportFormat = {
  id: 'graphml',
  title: 'GraphML',
  hint: 'yEd, Cytoscape, igraph and NetworkX: highlights as nodes, links as edges.',
  write: (file, name) => ({
    files: [{ name: `${name}.graphml`, chunks: () => chunksOf(file) }],
    losses: lossesOf(file, GRAPH_LOSSES),
  }),
}

function* chunksOf(file: CrossreadFile): Iterable<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n'
  yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n'
  for (const field of NODE_FIELDS) yield keyOf('node', field, field === 'start' || field === 'end' ? 'int' : 'string')
  for (const field of EDGE_FIELDS) yield keyOf('edge', field, 'string')
  yield keyOf('edge', 'symmetric', 'boolean')
  yield `<graph${attributes({ id: file.desk.id, edgedefault: 'directed' })}>\n`
  for (const { id, values } of nodesOf(file)) yield `<node${attributes({ id })}>${dataOf('node', values)}</node>\n`
  for (const { id, from, to, directed, values } of edgesOf(file)) {
    const data = dataOf('edge', { ...values, symmetric: String(!directed) })
    yield `<edge${attributes({ id, source: from, target: to })}>${data}</edge>\n`
  }
  yield '</graph>\n</graphml>\n'
}

function keyOf(domain: string, field: string, type: string): string {
  return `<key${attributes({ id: `${domain}-${field}`, for: domain, 'attr.name': field, 'attr.type': type })}/>\n`
}

function dataOf(domain: string, values: Readonly<Record<string, string | null>>): string {
  return Object.entries(values)
    .map(([field, value]) =>
      value === null ? '' : `<data${attributes({ key: `${domain}-${field}` })}>${escapeText(value)}</data>`,
    )
    .join('')
}
