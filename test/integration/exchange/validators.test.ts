import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import jsonld from 'jsonld'
import type { JsonLdObj } from 'jsonld/jsonld-spec'
import { describe, expect, test } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { claimReviewOut } from '#annotations/exchange/claim-review/write'
import type { CrossreadFile } from '#annotations/exchange/crossread-json/format'
import { gexfOut } from '#annotations/exchange/graph/gexf'
import { graphmlOut } from '#annotations/exchange/graph/graphml'
import { qdpxOut } from '#annotations/exchange/qdpx/write'
import { webAnnotationOut } from '#annotations/exchange/web-annotation/write'
import { at } from '../../../scripts/lib/project.mjs'
import { filesOf, richFile, sampleFile } from '../../unit/annotations/exchange/exchange-desks'

const schema = (name: string) => readFile(at(`test/fixtures/schemas/${name}`), 'utf8')
const DESKS: readonly (readonly [string, CrossreadFile])[] = [
  ['the sample desk', sampleFile()],
  ['three scripts, formatting and verdicts', richFile()],
]

/** What a schema has against a document. `parts` are the schemas that it imports. */
async function faultsOf(xml: string, name: string, parts: readonly string[] = []): Promise<string[]> {
  const file = async (path: string) => ({ fileName: basename(path), contents: await schema(path) })
  const checked = await validateXML({
    xml: [{ fileName: 'document.xml', contents: xml }],
    schema: [await file(name)],
    preload: await Promise.all(parts.map(file)),
  })
  return checked.errors.map(({ message }) => message)
}

describe('REFI-QDA’s own XML schema', () => {
  const faults = (xml: string) => faultsOf(xml, 'refi-qda-project.xsd')

  test.each(DESKS)('accepts a project of %s', async (_what, file) => {
    expect(await faults(filesOf(qdpxOut, file)[0]?.text ?? '')).toEqual([])
  })

  test('accepts a project without an article, and refuses a broken one', async () => {
    const { verdicts: _, ...rich } = richFile()
    const empty = filesOf(qdpxOut, { ...rich, articles: [], highlights: [], links: [] })[0]?.text ?? ''
    expect(await faults(empty)).toEqual([])
    expect(await faults(empty.replace('isCodable', 'codable'))).not.toEqual([])
  })
})

describe('The XML schemas of GraphML and GEXF', () => {
  const graphml = (xml: string) => faultsOf(xml, 'graphs/graphml.xsd', ['graphs/xlink.xsd'])
  const gexf = (xml: string) => faultsOf(xml, 'graphs/gexf.xsd', ['graphs/viz.xsd'])

  test.each(DESKS)('accept the graphs of %s', async (_what, file) => {
    expect(await graphml(filesOf(graphmlOut, file)[0]?.text ?? '')).toEqual([])
    expect(await gexf(filesOf(gexfOut, file)[0]?.text ?? '')).toEqual([])
  })

  test('accept graphs of nothing, and refuse broken ones', async () => {
    const { verdicts: _, ...rich } = richFile()
    const empty = { ...rich, articles: [], highlights: [], links: [] }
    const [one, other] = [filesOf(graphmlOut, empty)[0]?.text ?? '', filesOf(gexfOut, empty)[0]?.text ?? '']
    expect([...(await graphml(one)), ...(await gexf(other))]).toEqual([])
    expect(await graphml(one.replace('edgedefault="directed"', 'edgedefault="both"'))).not.toEqual([])
    expect(await gexf(other.replace('class="node"', 'class="knot"'))).not.toEqual([])
  })
})

/** Contexts are read from here: a test asks no server for one. */
const documentLoader = async (url: string) => {
  const contexts = new Map<string, JsonLdObj>([
    ['http://www.w3.org/ns/anno.jsonld', JSON.parse(await schema('anno.jsonld'))],
    ['https://schema.org', { '@context': { '@vocab': 'https://schema.org/' } }],
  ])
  const document = contexts.get(url)
  if (!document) throw new Error(`There is no context ${url} here.`)
  return { documentUrl: url, document }
}

/** The statements of a document as N-Quads; refused where a JSON-LD reader would drop anything that has no meaning. */
async function statements(text: string): Promise<string> {
  const options = { documentLoader, safe: true, format: 'application/n-quads' } as const
  return String(await jsonld.toRDF(JSON.parse(text), options))
}

describe('jsonld', () => {
  test.each(DESKS)('finds a meaning for all of the Web Annotations of %s', async (_what, file) => {
    const quads = await statements(filesOf(webAnnotationOut, file)[0]?.text ?? '')
    const count = (what: string) => quads.split('\n').filter((quad) => quad.includes(what)).length
    expect(count('<http://www.w3.org/ns/oa#exact>')).toBe(file.highlights.length)
    expect(count('<http://www.w3.org/ns/oa#motivatedBy> <http://www.w3.org/ns/oa#linking>')).toBe(file.links.length)
  })

  test('finds a meaning for all of the reviews, and none for a word that the context lacks', async () => {
    const text = filesOf(claimReviewOut, richFile())[0]?.text ?? ''
    const quads = await statements(text)
    expect(quads).toContain('<https://schema.org/reviewRating>')
    expect(quads).toContain('"Disputed"')
    const [annotations] = filesOf(webAnnotationOut, richFile())
    await expect(statements(annotations?.text.replace('"motivation"', '"motive"') ?? '')).rejects.toThrow()
  })
})
