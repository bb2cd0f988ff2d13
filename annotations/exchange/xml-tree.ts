import { SaxesParser } from 'saxes'
import { ok, type Result } from '../model/result'
import { badFile, GET_ANEW, type OnFault } from './bad-file'
import { standing } from './whole-json'

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

/** What an XML text says; `isWhole` is false where it is cut off or damaged, and only what stands before that is there. */
export type XmlText = { readonly root: XmlElement; readonly isWhole: boolean }

/**
 * What an XML text says. Fails with the first thing that makes it no XML, such as an end that is missing, or, where faults
 * are told, gives all that stands before it: of `records`, the names of elements that say nothing in parts, the one that it
 * is in is left out. Entities that the text declares itself are not expanded, and nothing that it refers to is loaded.
 */
export function readXml(text: string, name: string, records: ReadonlySet<string>, onFault?: OnFault): Result<XmlText> {
  const parser = new SaxesParser()
  const open: Open[] = []
  let root: XmlElement | null = null
  let wrong: string | null = null
  let whole = 0
  let isCut = false
  const fault = (why: string) => {
    const { line, columnIndex } = parser
    wrong ??= `${isCut ? 'breaks off' : 'is damaged'} at line ${line}, column ${columnIndex + 1} (${why.replace(/\.$/, '')})`
  }
  parser.on('error', ({ message }) => fault(message.replace(/^\d+:\d+: /, '')))
  parser.on('opentag', ({ name: tag, attributes }) => {
    if (open.length >= MOST_DEPTH) fault(`elements are nested more than ${MOST_DEPTH} deep`)
    if (wrong !== null) return
    const element: Open = { name: local(tag), attributes: byLocalName(attributes), children: [], text: '' }
    open.at(-1)?.children.push(element)
    root ??= element
    open.push(element)
  })
  const add = (found: string) => {
    const here = open.at(-1)
    if (here && wrong === null) here.text += found
  }
  parser.on('text', add)
  parser.on('cdata', add)
  parser.on('closetag', () => {
    if (wrong !== null) return
    const closed = open.pop()
    if (closed && records.has(closed.name)) whole++
  })
  parser.write(text.replace(/^\ufeff/, ''))
  isCut = true
  parser.close()
  if (wrong === null && root !== null) return ok({ root, isWhole: true })
  if (wrong === null || root === null) return badFile(`${name} is not valid XML: it has no element.`)
  const sentence = `${name} ${wrong}: ${standing(whole)} before it.`
  if (!onFault) return badFile(sentence, GET_ANEW)
  onFault(sentence, 'part')
  const part = open.findIndex((element) => records.has(element.name))
  open[part - 1]?.children.pop()
  return ok({ root, isWhole: false })
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
