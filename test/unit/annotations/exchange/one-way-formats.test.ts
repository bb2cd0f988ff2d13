import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import { argdownOut } from '#annotations/exchange/argdown/write'
import type { CrossreadFile } from '#annotations/exchange/crossread-json/format'
import type { ExportFormat } from '#annotations/exchange/format'
import { gexfOut } from '#annotations/exchange/graph/gexf'
import { graphmlOut } from '#annotations/exchange/graph/graphml'
import { htmlOut } from '#annotations/exchange/html/write'
import { teiOut } from '#annotations/exchange/tei/write'
import { anyFile, filesOf, richFile, sampleFile } from './exchange-desks'
import { ID, smallFile } from './small-desk'

const only = (format: ExportFormat, file: CrossreadFile) => filesOf(format, file)[0]?.text ?? ''

type Element = { readonly name: string; readonly at: Readonly<Record<string, string>>; text: string }

/** Every element of a document, in order; throws where it is not well-formed. */
function elementsOf(xml: string): Element[] {
  const elements: Element[] = []
  const open: Element[] = []
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, at: attributes as Record<string, string>, text: '' }
    elements.push(element)
    open.push(element)
  })
  parser.on('text', (text) => {
    for (const element of open) element.text += text
  })
  parser.on('closetag', () => void open.pop())
  parser.write(xml).close()
  return elements
}

describe.each([graphmlOut, gexfOut, teiOut])('$title', (format) => {
  test('is well-formed XML for any desk, with each id once and no reference to nothing', () => {
    fc.assert(
      fc.property(anyFile, (file) => {
        const elements = elementsOf(only(format, file))
        const ids = elements.flatMap(({ name, at }) =>
          name === 'key' || name === 'attribute' ? [] : (at['xml:id'] ?? at.id ?? []),
        )
        expect(new Set(ids).size).toBe(ids.length)
        const references = elements.flatMap(({ at }) =>
          [at.source, at.target, at.from, at.to].flatMap((value) => value?.split(' ') ?? []),
        )
        for (const reference of references) {
          if (!/^https?:/i.test(reference)) expect(ids).toContain(reference.replace('#', ''))
        }
      }),
      { numRuns: 40 },
    )
  })

  test('says which texts have characters that XML cannot hold', () => {
    const [first, ...rest] = smallFile.highlights
    if (!first) throw new Error('no highlight')
    const file = { ...smallFile, highlights: [{ ...first, note: 'a\u0001b\ud800' }, ...rest] }
    expect(elementsOf(only(format, file)).some(({ text, at }) => `${text}${at.value}`.includes('a\ufffdb\ufffd'))).toBe(
      true,
    )
    const { losses } = format.write(file, 'desk')
    expect(losses).toContainEqual(
      expect.objectContaining({ count: 1, sentence: expect.stringContaining('XML cannot hold') }),
    )
    expect(
      format
        .write(smallFile, 'desk')
        .losses.map(({ sentence }) => sentence)
        .join(),
    ).not.toContain('XML cannot hold')
  })
})

test('GraphML has a node a highlight, an edge a link, and says which links go either way', () => {
  const elements = elementsOf(only(graphmlOut, sampleFile()))
  const { highlights, links } = sampleFile()
  expect(elements.filter(({ name }) => name === 'node')).toHaveLength(highlights.length)
  const edges = elements.filter(({ name }) => name === 'edge')
  expect(edges).toHaveLength(links.length)
  const either = links.filter(({ relation }) => ['contradicts', 'repeats', 'relates'].includes(relation))
  expect(edges.filter(({ text }) => text.endsWith('Ztrue')).map(({ at }) => at.id)).toEqual(either.map(({ id }) => id))
  expect(only(graphmlOut, smallFile)).toContain(
    `<node id="${ID('hl', '11')}"><data key="node-tag">claim</data><data key="node-quote">No talks were held</data>` +
      '<data key="node-note">Says "no", twice</data><data key="node-article">Talks</data>' +
      '<data key="node-url">https://example.org/talks</data><data key="node-start">3</data><data key="node-end">21</data>',
  )
})

test('GEXF has attributes that are declared, and nothing else', () => {
  const elements = elementsOf(only(gexfOut, richFile()))
  const declared = new Set(elements.filter(({ name }) => name === 'attribute').map(({ at }) => at.id))
  for (const { at } of elements.filter(({ name }) => name === 'attvalue')) expect(declared).toContain(at.for)
  expect(only(gexfOut, smallFile)).toContain(
    `<edge id="${ID('lnk', '22')}" source="${ID('hl', '14')}" target="${ID('hl', '11')}" type="directed" label="denies">`,
  )
})

test('TEI keeps the text, and an anchor at each end of a passage', () => {
  const xml = only(teiOut, smallFile)
  expect(xml).toContain(
    `<ab type="paragraph">👍 <anchor xml:id="${ID('hl', '11')}.start"/>No talks were held<anchor xml:id="${ID('hl', '11')}.end"/>.</ab>`,
  )
  expect(xml).toContain(
    `<linkGrp type="denies">\n<link xml:id="${ID('lnk', '22')}" target="#${ID('hl', '14')} #${ID('hl', '11')}"/>`,
  )
  const texts = elementsOf(only(teiOut, richFile()))
    .filter(({ name }) => name === 'ab')
    .map(({ text }) => text)
  expect(texts).toEqual(
    richFile().articles.flatMap(({ revisions }) => revisions.flatMap(({ blocks }) => blocks.map(({ text }) => text))),
  )
})

test('Argdown says what denies what, and that the rest has no place', () => {
  expect(only(argdownOut, smallFile)).toBe(
    '===\ntitle: "Elections"\n===\n\n# Talks\n' +
      '\n[claim 1]: No talks were held #claim\n' +
      '\n[attribution 1]: The minister #attribution {speaker: "the minister"}\n' +
      '\n[denial 1]: denied it #denial\n' +
      '\n# وزیر\n\n[denial 2]: تردید #denial\n  -> [claim 1]\n',
  )
  expect(argdownOut.write(smallFile, 'desk').losses.map(({ sentence }) => sentence)).toContain(
    'The ends and the relation of 1 link of a kind other than denies, contradicts, supports.',
  )
})

test('Argdown gets no line, brace or space that would end a statement or its data', () => {
  const [article, ...others] = smallFile.articles
  if (!article) throw new Error('no article')
  const highlights = smallFile.highlights.map((one) =>
    one.tag === 'attribution' ? { ...one, speaker: 'the\u00a0{minister}\u2028' } : one,
  )
  const text = only(argdownOut, { ...smallFile, articles: [{ ...article, title: '\u00a0 ' }, ...others], highlights })
  expect(text).toContain('\n# …\n')
  expect(text).toContain('{speaker: "the\\u00a0\\u007bminister\\u007d\\u2028"}\n')
})

describe('the web page', () => {
  test('has every link lead somewhere in it, and loads nothing', () => {
    fc.assert(
      fc.property(anyFile, (file) => {
        const page = only(htmlOut, file)
        const ids = Array.from(page.matchAll(/ id="([^"]*)"/g), ([, id]) => id)
        expect(new Set(ids).size).toBe(ids.length)
        for (const [, to] of page.matchAll(/href="#([^"]*)"/g)) expect(ids).toContain(to)
        expect(page).not.toMatch(/<script|<img|<link|<iframe| src=| on\w+=|@import|url\(/i)
      }),
      { numRuns: 40 },
    )
  })

  test('shows overlapping highlights, links from both of their ends, and right-to-left articles', () => {
    const page = only(htmlOut, smallFile)
    expect(page).toContain(
      `<span id="${ID('hl', '11')}"></span><a class="mark claim" href="#card-${ID('hl', '11')}">No talks were held</a>`,
    )
    expect(page).toContain(
      `denies <a href="#card-${ID('hl', '11')}"><q dir="auto">No talks were held</q></a>, <cite dir="auto">Talks</cite>: across`,
    )
    expect(page).toContain(`denied by <a href="#card-${ID('hl', '14')}">`)
    expect(page).toContain('<div lang="ur" dir="rtl">')
    expect(only(htmlOut, richFile())).toContain('class="mark claim denial"')
  })

  test('writes out what looks like markup, wherever it comes from', () => {
    const bad = '<script>alert(1)</script>"&'
    const [article] = smallFile.articles
    const [highlight] = smallFile.highlights
    if (!article || highlight?.tag !== 'claim') throw new Error('no article')
    const file = {
      ...smallFile,
      desk: { ...smallFile.desk, name: bad },
      articles: [
        { ...article, title: bad, publisher: bad, byline: bad, language: '"><b>' },
        ...smallFile.articles.slice(1),
      ],
      highlights: [{ ...highlight, note: bad, annotator: bad }, ...smallFile.highlights.slice(1)],
      links: smallFile.links.map((link) => ({ ...link, note: bad })),
    }
    const page = only(htmlOut, file)
    expect(page).not.toContain('<script')
    expect(page).not.toContain('"><b>')
    expect(page.match(/&lt;script&gt;/g)?.length).toBeGreaterThan(8)
  })
})
