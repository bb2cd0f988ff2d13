import { readFileSync } from 'node:fs'
import { memoryPages, validateXML } from 'xmllint-wasm'
import type { CrossreadFile } from '#annotations/exchange/crossread-json/format'
import { textOfFile } from '#annotations/exchange/format'
import { teiOut } from '#annotations/exchange/tei/write'
import { elementsOf, readXml, type XmlElement } from '#annotations/exchange/xml-tree'
import { at } from '../../scripts/lib/project.mjs'
import { must } from '../unit/annotations/model-desk'

export const TEI = 'http://www.tei-c.org/ns/1.0'

/** The schema that is published: what of TEI Crossread writes. */
export const teiSchema = readFileSync(at('annotations/schema/crossread-tei.rng'), 'utf8')

export function teiOf(file: CrossreadFile): string {
  return teiOut.write(file, 'desk').files.map(textOfFile).join('')
}

/** What a RELAX NG schema has against some documents, each sentence with the number of its document. The schema is read once. */
export async function faultsOf(documents: readonly string[], schema = teiSchema): Promise<readonly string[]> {
  const checked = await validateXML({
    xml: documents.map((contents, index) => ({ fileName: `${index}.xml`, contents })),
    schema: [{ fileName: 'schema.rng', contents: schema }],
    extension: 'relaxng',
    maxMemoryPages: 1024 * memoryPages.MiB,
  })
  if (checked.valid) return []
  return checked.errors.map(({ rawMessage }) => rawMessage)
}

/** What no RELAX NG schema can say: pointers to nothing, to the wrong thing, or to another text. */
export function danglingIn(document: string): readonly string[] {
  const { root } = must(readXml(document, 'The document', new Set()))
  const spans = new Set([...elementsOf(root, 'span')].map(({ attributes }) => `#${attributes.id}`))
  const texts = root.children.filter(({ name }) => name === 'TEI')
  const ends = texts.flatMap((text) => {
    const anchors = [...elementsOf(text, 'anchor')].map(({ attributes }) => `#${attributes.id}`)
    return [...elementsOf(text, 'span')].flatMap(({ attributes: { id, from = '', to = '' } }) => {
      const [start, end] = [anchors.indexOf(from), anchors.indexOf(to)]
      return start >= 0 && start < end && from === `#${id}.start` && to === `#${id}.end` ? [] : [`${id}: ${from} ${to}`]
    })
  })
  const targets = [...elementsOf(root, 'link')].flatMap(({ attributes: { target = '' } }) =>
    target.split(' ').filter((one) => !spans.has(one)),
  )
  return [...ends, ...targets]
}

/** Each element of some documents with each attribute that it has, as `span type`, and by itself. */
export function vocabularyIn(documents: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>()
  const visit = ({ name, attributes, children }: XmlElement): void => {
    found.add(name)
    for (const attribute of Object.keys(attributes)) if (attribute !== 'xmlns') found.add(`${name} ${attribute}`)
    children.forEach(visit)
  }
  for (const document of documents) visit(must(readXml(document, 'The document', new Set())).root)
  return found
}
