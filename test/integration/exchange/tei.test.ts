import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { at } from '../../../scripts/lib/project.mjs'
import { documentsOf, readGrammar, vocabularyOf } from '../../support/relax-ng'
import { danglingIn, faultsOf, TEI, teiOf, teiSchema, vocabularyIn } from '../../support/tei'
import {
  anyFile,
  awkwardFile,
  everyRecord,
  nothingFile,
  richFile,
  sampleFile,
} from '../../unit/annotations/exchange/exchange-desks'

describe('What Crossread writes of TEI', () => {
  test.each([
    ['the sample desk', sampleFile()],
    ['three scripts, formatting and notes', richFile()],
    ['every kind of record', everyRecord()],
    ['nothing', nothingFile()],
    ['what standards are stricter about than people', awkwardFile()],
  ])('is valid of a desk of %s, and every pointer has its target', async (_what, file) => {
    const document = teiOf(file)
    expect(await faultsOf([document])).toEqual([])
    expect(danglingIn(document)).toEqual([])
  })

  test('is valid of any desk, and every pointer has its target', async () => {
    const desks = fc.array(anyFile, { minLength: 12, maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(desks, async (files) => {
        const documents = files.map(teiOf)
        expect(await faultsOf(documents)).toEqual([])
        expect(documents.flatMap(danglingIn)).toEqual([])
      }),
      { numRuns: 5 },
    )
  })

  test('is all that the schema allows: it names no element and no attribute that is never written', () => {
    const written = vocabularyIn([sampleFile(), richFile(), nothingFile(), awkwardFile()].map(teiOf))
    expect(vocabularyOf(readGrammar(teiSchema))).toEqual(written)
  })
})

describe('The schema', () => {
  test.each<[string, (xml: string) => string]>([
    ['a corpus without a header', (xml) => xml.replace(/<teiHeader>.*<\/teiHeader>/, '')],
    ['a text without a header', (xml) => xml.replace(/(<TEI[^>]*>\n)<teiHeader>.*<\/teiHeader>/, '$1')],
    ['an element of another name', (xml) => xml.replaceAll('spanGrp', 'spanGroup')],
    [
      'an element of TEI that Crossread never writes',
      (xml) => xml.replaceAll('<ab ', '<p ').replaceAll('</ab>', '</p>'),
    ],
    ['a span without its from', (xml) => xml.replace(/ from="[^"]*"/, '')],
    ['a span without its to', (xml) => xml.replace(/ to="[^"]*"/, '')],
    ['an id that is there twice', (xml) => xml.replace(/\.end"\/>/, '.start"/>')],
    ['a tag that is none', (xml) => xml.replace('type="claim"', 'type="rumour"')],
    ['a speaker of a claim', (xml) => xml.replace(/(type="claim"[^>]*>)/, '$1<name type="speaker">X</name>')],
    ['a relation that is none', (xml) => xml.replace('type="denies"', 'type="rejects"')],
    ['a link with one end', (xml) => xml.replace(/target="(\S+) \S+"/, 'target="$1"')],
    ['a link to an anchor', (xml) => xml.replace(/target="(\S+) (\S+)"/, 'target="$1 $2.start"')],
    ['a date in words', (xml) => xml.replace(/when="[^"]*"/, 'when="May 4"')],
    ['a language by its name', (xml) => xml.replace(/xml:lang="[^"]*"/, 'xml:lang="English (UK)"')],
    ['words outside a line', (xml) => xml.replace('</ab>', '</ab>words')],
    ['an attribute of another name', (xml) => xml.replace('<spanGrp>', '<spanGrp rend="bold">')],
    ['a body of nothing', (xml) => xml.replace(/<ab .*<\/ab>\n/g, '')],
    ['another namespace', (xml) => xml.replace(TEI, 'http://www.tei-c.org/ns/2.0')],
  ])('refuses %s', async (_what, breakIt) => {
    const document = teiOf(richFile())
    const broken = breakIt(document)
    expect(broken).not.toBe(document)
    expect(await faultsOf([broken])).not.toEqual([])
  })

  test('leaves pointers to the test, which finds those to nothing and to another text', () => {
    const document = teiOf(richFile())
    const elsewhere = document.replace(/<anchor xml:id="[^"]*\.end"\/>/, '')
    expect(danglingIn(elsewhere)).toHaveLength(1)
    expect(danglingIn(document.replace(/target="#hl_.{26}/, `target="#hl_${'0'.repeat(26)}`))).not.toEqual([])
  })

  test('accepts whatever can be made of its own patterns, as the check against all of TEI needs it', async () => {
    const documents = fc.sample(documentsOf(readGrammar(teiSchema), TEI), { numRuns: 40, seed: 5 })
    expect(await faultsOf(documents)).toEqual([])
  })

  test('is in the package, under a name of its own', async () => {
    const { exports, files } = JSON.parse(await readFile(at('package.json'), 'utf8'))
    expect(exports['./schema/crossread-tei.rng']).toBe('./annotations/schema/crossread-tei.rng')
    expect(files).toContain('annotations/schema/*.rng')
    expect(await readFile(at('electron-builder.yml'), 'utf8')).toContain('- annotations/schema/*.rng')
  })
})
