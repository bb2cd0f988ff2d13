import type { CrossreadFile } from '../crossread-json/format'
import type { ExportFormat } from '../format'
import { lossesOf } from '../losses'
import { attributes } from '../xml'
import { EDGE_FIELDS, edgesOf, GRAPH_LOSSES, NODE_FIELDS, nodesOf } from './graph'

/** GEXF 1.2 (gexf.net): 1.3 has nothing that we need, and readers of years past know only 1.2. */
export const gexfOut: ExportFormat = {
  id: 'gexf',
  title: 'GEXF',
  hint: 'Gephi: highlights as nodes, links as edges.',
  write: (file, name) => ({
    files: [{ name: `${name}.gexf`, chunks: () => chunksOf(file) }],
    losses: lossesOf(file, GRAPH_LOSSES),
  }),
}

function* chunksOf(file: CrossreadFile): Iterable<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">\n'
  yield '<graph defaultedgetype="directed" mode="static">\n'
  yield declared('node', NODE_FIELDS)
  yield declared('edge', EDGE_FIELDS)
  yield '<nodes>\n'
  for (const { id, label, values } of nodesOf(file))
    yield `<node${attributes({ id, label })}>${valuesOf(values)}</node>\n`
  yield '</nodes>\n<edges>\n'
  for (const { id, from, to, directed, values } of edgesOf(file)) {
    // NetworkX refuses a graph with directed and undirected edges; "mutual" goes both ways for all readers.
    const type = directed ? 'directed' : 'mutual'
    const tag = attributes({ id, source: from, target: to, type, label: values.relation })
    yield `<edge${tag}>${valuesOf(values)}</edge>\n`
  }
  yield '</edges>\n</graph>\n</gexf>\n'
}

function declared(domain: 'node' | 'edge', fields: readonly string[]): string {
  const lines = fields.map((field) => {
    const type = field === 'start' || field === 'end' ? 'integer' : 'string'
    return `<attribute${attributes({ id: field, title: field, type })}/>\n`
  })
  return `<attributes${attributes({ class: domain })}>\n${lines.join('')}</attributes>\n`
}

function valuesOf(values: Readonly<Record<string, string | null>>): string {
  const lines = Object.entries(values).map(([field, value]) =>
    value === null ? '' : `<attvalue${attributes({ for: field, value })}/>`,
  )
  return `<attvalues>${lines.join('')}</attvalues>`
}
