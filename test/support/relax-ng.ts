import fc from 'fast-check'
import { escapeText } from '#annotations/exchange/xml'
import { readXml, type XmlElement } from '#annotations/exchange/xml-tree'
import { must } from '../unit/annotations/model-desk'

/** A RELAX NG schema in its XML syntax, with what it names. */
export type Grammar = { readonly start: XmlElement; readonly defines: ReadonlyMap<string, XmlElement> }

export function readGrammar(schema: string): Grammar {
  const { root } = must(readXml(schema, 'The schema', new Set()))
  const start = root.children.find(({ name }) => name === 'start')
  if (!start) throw new Error('The schema has no start.')
  const named = root.children.filter(({ name }) => name === 'define')
  return { start, defines: new Map(named.map((one) => [one.attributes.name ?? '', one])) }
}

/** Each element of a schema with each attribute that it may have, as `span type`, and without one, as `span`. */
export function vocabularyOf({ start, defines }: Grammar): ReadonlySet<string> {
  const found = new Set<string>()
  const visit = (pattern: XmlElement, element: string): void => {
    const { name, attributes, children } = pattern
    const own = attributes.name ?? ''
    if (name === 'ref') visit(defined(defines, own), element)
    if (name === 'attribute') found.add(`${element} ${own.replace('xml:', '')}`)
    if (name === 'element') found.add(own)
    for (const child of children) visit(child, name === 'element' ? own : element)
  }
  visit(start, '')
  return found
}

/** Any document that a schema allows: its root as text. Only the patterns that our schemas have. */
export function documentsOf({ start, defines }: Grammar, namespace: string): fc.Arbitrary<string> {
  const all = (patterns: readonly XmlElement[]): fc.Arbitrary<Part> =>
    fc.tuple(...patterns.filter(({ name }) => name !== 'documentation').map(anyOf)).map((parts) => joined(parts))
  const anyOf = (pattern: XmlElement): fc.Arbitrary<Part> => {
    const { name, attributes, children, text } = pattern
    const own = attributes.name ?? ''
    const patterns = children.filter((child) => child.name !== 'documentation')
    switch (name) {
      case 'element':
        return all(patterns).map((inner) => ({ head: '', body: `<${own}${inner.head}>${inner.body}</${own}>` }))
      case 'attribute':
        return all(patterns).map(({ body }) => ({
          head: ` ${own}="${body.trim().replaceAll('"', '&quot;')}"`,
          body: '',
        }))
      case 'optional':
        return fc.oneof(fc.constant(EMPTY), all(patterns))
      case 'zeroOrMore':
        return fc.array(all(patterns), { maxLength: 3 }).map(joined)
      case 'oneOrMore':
        return fc.array(all(patterns), { minLength: 1, maxLength: 3 }).map(joined)
      case 'mixed':
        return fc.tuple(TEXT, all(patterns), TEXT).map(joined)
      case 'choice':
        return fc.oneof(...patterns.map(anyOf))
      case 'list':
        return fc
          .tuple(...patterns.map(anyOf))
          .map((parts) => ({ head: '', body: parts.map(({ body }) => body).join(' ') }))
      case 'start':
      case 'define':
        return all(patterns)
      case 'ref':
        return anyOf(defined(defines, own))
      case 'text':
        return TEXT
      case 'empty':
        return fc.constant(EMPTY)
      case 'value':
        return fc.constant({ head: '', body: text })
      case 'data':
        return dataOf(attributes.type ?? '', patterns[0]?.text).map((body) => ({ head: '', body: escapeText(body) }))
      default:
        throw new Error(`The generator knows no ${name}.`)
    }
  }
  return anyOf(start).map(({ body }) => body.replace(/^<\w+/, (tag) => `${tag} xmlns="${namespace}"`))
}

/** What stands in the start tag, and what stands after it. */
type Part = { readonly head: string; readonly body: string }
const EMPTY: Part = { head: '', body: '' }
const TEXT: fc.Arbitrary<Part> = fc
  .string({ unit: 'grapheme', maxLength: 8 })
  .map((text) => ({ head: '', body: escapeText(text) }))

function joined(parts: readonly Part[]): Part {
  return { head: parts.map(({ head }) => head).join(''), body: parts.map(({ body }) => body).join('') }
}

function defined(defines: Grammar['defines'], name: string): XmlElement {
  const found = defines.get(name)
  if (!found) throw new Error(`The schema defines no ${name}.`)
  return found
}

function dataOf(type: string, pattern: string | undefined): fc.Arbitrary<string> {
  if (type === 'anyURI' && pattern?.endsWith('\\S+'))
    return fc.webUrl({ withFragments: true, withQueryParameters: true })
  if (pattern !== undefined) return fc.stringMatching(new RegExp(`^${pattern}$`, 'u'))
  const day = fc.date({ min: new Date('1600-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  switch (type) {
    case 'language':
      return fc.stringMatching(/^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8}){0,2}$/)
    case 'date':
      return day.map((date) => date.toISOString().slice(0, 10))
    case 'dateTime':
      return day.map((date) => date.toISOString())
    default:
      throw new Error(`The generator knows no ${type}.`)
  }
}
