import { SaxesParser } from 'saxes'
import { ok, type Result } from '../model/result'
import { badFile } from './bad-file'

/** An element with its name, without its prefix; `text` is what stands in it itself, not in its children. */
export type XmlElement = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  readonly text: string
}

type Open = { name: string; attributes: Record<string, string>; children: XmlElement[]; text: string }

/** Levels of elements within one another; no program writes a tenth of it. */
const MOST_DEPTH = 500

/**
 * The root of an XML text. Fails with the first thing that makes it no XML, such as an end that is missing. Entities that
 * it declares itself are not expanded, and nothing that it refers to is loaded.
 */
export function parseXml(text: string, name: string): Result<XmlElement> {
  const parser = new SaxesParser()
  const open: Open[] = []
  let root: XmlElement | null = null
  let wrong: string | null = null
  parser.on('error', (error) => {
    wrong ??= error.message
  })
  parser.on('opentag', ({ name: tag, attributes }) => {
    if (open.length >= MOST_DEPTH) wrong ??= `elements are nested more than ${MOST_DEPTH} deep`
    const element: Open = { name: local(tag), attributes: byLocalName(attributes), children: [], text: '' }
    open.at(-1)?.children.push(element)
    root ??= element
    open.push(element)
  })
  const add = (found: string) => {
    const here = open.at(-1)
    if (here) here.text += found
  }
  parser.on('text', add)
  parser.on('cdata', add)
  parser.on('closetag', () => void open.pop())
  try {
    parser.write(text.replace(/^\ufeff/, '')).close()
  } catch (error) {
    wrong ??= error instanceof Error ? error.message : String(error)
  }
  if (wrong !== null) return badFile(`${name} is not valid XML (${wrong}).`, 'It may be cut off: copy it anew.')
  return root === null ? badFile(`${name} is not valid XML: it has no element.`) : ok(root)
}

/** The children of one name. */
export function childrenOf({ children }: XmlElement, name: string): readonly XmlElement[] {
  return children.filter((child) => child.name === name)
}

/** The elements of one name, wherever they are, in the order of the document. */
export function* elementsOf(element: XmlElement, name: string): Generator<XmlElement> {
  for (const child of element.children) {
    if (child.name === name) yield child
    yield* elementsOf(child, name)
  }
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

/** Tools choose their own prefixes, and no attribute that is read has two meanings. */
function byLocalName(attributes: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [local(name), String(value)]))
}
