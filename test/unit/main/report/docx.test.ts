import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'
import { expect, test } from 'vitest'
import { toDocx } from '#main/report/docx'
import { hostile } from '../../annotations/report/hostile'
import { plain, reportOf, textsIn } from '../../annotations/report/report-desk'

/** The parts of the archive, every one of which must be well-formed. */
function partsOf(file: Uint8Array): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(unzipSync(file))
      .filter(([name]) => /\.(xml|rels)$/.test(name))
      .map(([name, bytes]) => [name, strFromU8(bytes)]),
  )
}

/** The words of a part in their order, a space for each break; throws where it is not well-formed. */
function wordsOf(xml: string): { readonly text: string; readonly elements: ReadonlyMap<string, number> } {
  let text = ''
  let within = false
  const elements = new Map<string, number>()
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name }) => {
    elements.set(name, (elements.get(name) ?? 0) + 1)
    within = name === 'w:t'
    if (name === 'w:br' || name === 'w:p') text += ' '
  })
  parser.on('text', (words) => {
    if (within) text += words
  })
  parser.on('closetag', () => {
    within = false
  })
  parser.write(xml).close()
  return { text, elements }
}

test('a Word file is well-formed and shows any text as it is', async () => {
  await fc.assert(
    fc.asyncProperty(hostile, async (words) => {
      const document = reportOf(words)
      const parts = partsOf(await toDocx(document))
      const all = [...parts].map(([name, xml]) => [name, wordsOf(xml)] as const)
      const shown = plain(all.find(([name]) => name === 'word/document.xml')?.[1].text ?? '').replaceAll(' ', '')
      let at = 0
      for (const text of textsIn(document)) {
        const found = shown.indexOf(text.replaceAll(' ', ''), at)
        expect(found).toBeGreaterThanOrEqual(at)
        at = found
      }
    }),
    { numRuns: 25 },
  )
})

test('a passage in Urdu runs to the left, whole, and the text around it does not', async () => {
  const parts = partsOf(await toDocx(reportOf('وزیر نے تردید کی 👨‍👩‍👧۔', 'rtl')))
  const xml = parts.get('word/document.xml') ?? ''
  expect(xml).toContain('وزیر نے تردید کی 👨‍👩‍👧۔')
  const { elements } = wordsOf(xml)
  expect(elements.get('w:bidi')).toBeGreaterThan(0)
  expect(elements.get('w:rtl')).toBeGreaterThan(0)
  expect(elements.get('w:p')).toBeGreaterThan(elements.get('w:bidi') ?? 0)
})

test('a date after a name in Urdu is not read as a part of it', async () => {
  const xml = partsOf(await toDocx(reportOf('روزنامہ'))).get('word/document.xml') ?? ''
  expect(xml).toMatch(/روزنامہ<\/w:t><\/w:r><w:r>(?:(?!<w:rtl|<\/w:r>).)*\u200e<\/w:t>/)
})

test('the facts of a claim stand on the page of its passages', async () => {
  const xml = partsOf(await toDocx(reportOf('Some words.'))).get('word/document.xml') ?? ''
  const standing = /<w:p>(?:(?!<\/w:p>).)*>Standing<.*?<w:t[^>]*>Told once</.exec(xml)?.[0] ?? ''
  const paragraphs = standing.match(/<w:p>.*?(?=<w:p>|$)/g) ?? []
  expect(paragraphs.length).toBeGreaterThan(2)
  for (const paragraph of paragraphs.slice(0, -1)) expect(paragraph).toContain('<w:keepNext/>')
})
