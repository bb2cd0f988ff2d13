import { describe, expect, test } from 'vitest'
import { csvIn } from '#annotations/exchange/csv/read'
import { csvOut } from '#annotations/exchange/csv/write'
import type { ImportFormat, InFile } from '#annotations/exchange/format'
import { hypothesisIn } from '#annotations/exchange/hypothesis/read'
import { hypothesisOut } from '#annotations/exchange/hypothesis/write'
import { webAnnotationIn } from '#annotations/exchange/web-annotation/read'
import { webAnnotationOut } from '#annotations/exchange/web-annotation/write'
import { revisionSchema } from '#annotations/model/article'
import { must } from '../model-desk'
import { filesOf, readContext, recordsOf, whyNot } from './exchange-desks'
import { ID, smallFile } from './small-desk'

const read = (format: ImportFormat, files: readonly InFile[], more = {}) => format.read(files, readContext(more))
const json = (value: unknown): InFile => ({ name: 'other.json', text: JSON.stringify(value) })

/** The desk that another tool's annotations of example.org/talks are read into. */
function known() {
  const [first] = smallFile.articles
  if (!first) throw new Error('no article')
  const { revisions, ...article } = first
  return [
    {
      article: { ...article, revisions: revisions.map(({ id }) => id) },
      revisions: revisions.map(({ text: _, ...rest }) => revisionSchema.parse({ ...rest, articleId: article.id })),
    },
  ]
}

describe('W3C Web Annotation', () => {
  const page = () => JSON.parse(filesOf(webAnnotationOut, smallFile)[0]?.text ?? '')

  test('has both selectors, the position in code points as the recommendation demands', () => {
    expect(page().items[0]).toEqual({
      id: `urn:crossread:${ID('hl', '11')}`,
      type: 'Annotation',
      motivation: ['tagging', 'commenting'],
      creator: { type: 'Person', name: 'Ada' },
      created: '2024-02-20T09:00:00.000Z',
      modified: '2024-02-21T09:00:00.000Z',
      body: [
        { type: 'TextualBody', purpose: 'tagging', value: 'claim', format: 'text/plain' },
        { type: 'TextualBody', purpose: 'commenting', value: 'Says "no", twice', format: 'text/plain' },
      ],
      target: {
        source: `urn:crossread:${ID('rev', '01')}`,
        selector: [
          {
            type: 'TextQuoteSelector',
            exact: 'No talks were held',
            prefix: '👍 ',
            suffix: '.\nThe minister denied it.',
          },
          { type: 'TextPositionSelector', start: 2, end: 20 },
        ],
      },
    })
  })

  test('writes a link as an annotation that links two targets', () => {
    expect(page().items.at(-1)).toMatchObject({
      motivation: 'linking',
      body: [
        { purpose: 'classifying', value: 'denies' },
        { purpose: 'commenting', value: 'across' },
      ],
      target: [`urn:crossread:${ID('hl', '14')}`, `urn:crossread:${ID('hl', '11')}`],
      crossreadFrom: `urn:crossread:${ID('hl', '14')}`,
    })
  })

  const foreign = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: 'https://tool.example/1',
    type: 'Annotation',
    motivation: 'tagging',
    body: { type: 'TextualBody', value: 'Checkable' },
    target: {
      source: 'https://example.org/talks',
      selector: { type: 'TextQuoteSelector', exact: 'denied it', prefix: 'The minister ', suffix: '.' },
    },
  }

  test('of another tool finds its article by address, its passage by quote, and its tag as the user says', () => {
    const tags = new Map([['Checkable', 'claim' as const]])
    const { file, notes } = must(read(webAnnotationIn, [json(foreign)], { known: known(), tags }))
    expect(recordsOf(file).articles).toEqual(smallFile.articles.slice(0, 1))
    expect(file.highlights).toMatchObject([{ tag: 'claim', annotator: 'Reader', anchor: { start: 36, end: 45 } }])
    expect(notes).toEqual(['1 highlight found by the quote, because the offsets did not fit it.'])
  })

  test('with a label that nobody explained, or of a page that is not in the desk, is left out and said', () => {
    const unexplained = must(read(webAnnotationIn, [json(foreign)], { known: known() }))
    expect(unexplained.notes).toEqual(['Left out: 1 highlight labelled “Checkable”.'])
    expect(unexplained.unknown.tags).toEqual(['Checkable'])
    expect(must(read(webAnnotationIn, [json([foreign])])).notes[0]).toBe(
      'Left out: 1 highlight of https://example.org/talks, which has no text here and is not in the desk.',
    )
  })

  test.each([
    [
      'no target',
      (items: Item[]) => delete items[0]?.target,
      /^Annotation urn:crossread:hl_\w+ \(number 1\), target: /,
    ],
    ['an id twice', (items: Item[]) => items.push({ ...items[0] }), /its id urn:crossread:hl_\w+11 is used twice\.$/],
    [
      'a link to nothing',
      (items: Item[]) => items.splice(0, 1),
      /: its end urn:crossread:hl_\w+11 is not in the file\.$/,
    ],
    [
      'one target',
      (items: Item[]) => ((items.at(-1) ?? {}).target = ['urn:a']),
      /a link needs two different targets\.$/,
    ],
  ])('refuses %s, and names the annotation', (_what, change, message) => {
    const value = page()
    change(value.items)
    if (value.items.at(-1).target?.[0] === 'urn:a') delete value.items.at(-1).crossreadFrom
    expect(whyNot(read(webAnnotationIn, [json(value)]))).toMatch(message)
  })
})

type Item = { target?: unknown; id?: string }

describe('CSV', () => {
  test('is a table a kind of record, as RFC 4180 has it', () => {
    const files = filesOf(csvOut, smallFile)
    expect(files.map(({ name }) => name)).toEqual([
      'desk-articles.csv',
      'desk-revisions.csv',
      'desk-highlights.csv',
      'desk-links.csv',
    ])
    expect(files[3]?.text).toBe(
      '\ufeffid,from,relation,to,note,annotator,created,modified\r\n' +
        `${ID('lnk', '21')},${ID('hl', '12')},attributes,${ID('hl', '13')},"",Ada,2024-02-20T09:00:00.000Z,2024-02-21T09:00:00.000Z\r\n` +
        `${ID('lnk', '22')},${ID('hl', '14')},denies,${ID('hl', '11')},across,Ada,2024-02-20T09:00:00.000Z,2024-02-21T09:00:00.000Z\r\n`,
    )
    expect(files[2]?.text).toContain(',claim,No talks were held,,"Says ""no"", twice",3,21,"👍 ",')
  })

  test('disarms what a spreadsheet would run as a formula, and restores it', () => {
    const [first, ...rest] = smallFile.highlights
    if (!first) throw new Error('no highlight')
    for (const note of ['=1+1', '+1', '-1', '@SUM(A1)', "'=1", "'fine'"]) {
      const file = { ...smallFile, highlights: [{ ...first, note }, ...rest] }
      const files = filesOf(csvOut, file)
      expect(files[2]?.text).not.toMatch(/,[=+@-]/)
      expect(must(read(csvIn, files)).file.highlights[0]?.note).toBe(note)
    }
  })

  test('is read again after a spreadsheet wrote it with semicolons, and columns in another order', () => {
    const files = filesOf(csvOut, smallFile)
    const links = `to;from;relation;id;mine\n${ID('hl', '11')};${ID('hl', '14')};denies;${ID('lnk', '22')};x\n`
    const { file } = must(read(csvIn, [...files.slice(0, 3), { name: 'links.csv', text: links }]))
    expect(file.links).toMatchObject([{ id: ID('lnk', '22'), relation: 'denies', note: '', annotator: 'Reader' }])
  })

  test('finds a passage by its quote when the offsets are outside the text, and says so', () => {
    const files = filesOf(csvOut, smallFile).map((one) => ({ ...one, text: one.text.replace(',3,21,', ',3,99,') }))
    const { file, notes } = must(read(csvIn, files))
    expect(recordsOf(file)).toEqual(recordsOf(smallFile))
    expect(notes).toEqual(['1 highlight found by the quote, because the offsets did not fit it.'])
  })

  test.each([
    [
      'an offset that is no number',
      2,
      ',3,21,',
      ',three,21,',
      /^desk-highlights\.csv, line 2, start_utf16: it is not a number\.$/,
    ],
    [
      'an end that is not there',
      3,
      ID('hl', '11'),
      ID('hl', '99'),
      /^desk-links\.csv, line 3: its end hl_\w+99 is not in the file\.$/,
    ],
    [
      'an id twice',
      2,
      ID('hl', '12'),
      ID('hl', '11'),
      /^desk-highlights\.csv, line 4: its id hl_\w+11 is used twice\.$/,
    ],
    ['a quote that is not closed', 2, 'twice"', 'twice', /^desk-highlights\.csv, line 2: a quoted field is not closed/],
    ['another header', 0, 'title', 'headline', /^desk-articles\.csv: its first line has not the columns/],
    ['an article without its text', 1, `,${ID('art', '02')},`, `,${ID('art', '01')},`, /has no text in the files\.$/],
  ] as const)('refuses %s, and names the line', (_what, index, before, after, message) => {
    const files = filesOf(csvOut, smallFile)
    const changed = files.map((file, at) => (at === index ? { ...file, text: file.text.replace(before, after) } : file))
    expect(changed).not.toEqual(files)
    expect(whyNot(read(csvIn, changed))).toMatch(message)
  })
})

describe('Hypothesis', () => {
  const written = () => JSON.parse(filesOf(hypothesisOut, smallFile)[0]?.text ?? '')

  test('writes what its sidebar imports', () => {
    expect(written()).toMatchObject({ export_date: '2024-02-21T09:00:00.000Z', annotations: { length: 4 } })
    expect(written().annotations[0]).toMatchObject({
      uri: 'https://example.org/talks',
      user: 'acct:ada@crossread',
      text: 'Says "no", twice',
      tags: ['claim'],
      document: { title: ['Talks'] },
      target: [
        {
          source: 'https://example.org/talks',
          selector: [
            { type: 'TextPositionSelector', start: 3, end: 21 },
            { type: 'TextQuoteSelector', exact: 'No talks were held' },
          ],
        },
      ],
    })
  })

  const annotation = {
    id: 'abc123',
    created: '2024-03-03T10:00:00.123456+00:00',
    updated: '2024-03-03T10:00:00.123456+00:00',
    user: 'acct:eve@hypothes.is',
    uri: 'https://example.org/talks',
    text: 'Really?',
    tags: ['todo', 'Denial'],
    target: [
      {
        selector: [
          { type: 'RangeSelector', startContainer: '/p[1]', startOffset: 0, endContainer: '/p[1]', endOffset: 9 },
          { type: 'TextPositionSelector', start: 4_000, end: 4_009 },
          { type: 'TextQuoteSelector', exact: 'denied it', prefix: 'The minister ', suffix: '.' },
        ],
      },
    ],
  }
  const exported = (...annotations: unknown[]) => json({ export_userid: 'acct:eve@hypothes.is', annotations })

  test('of the web finds its passage by the quote, since its offsets are those of the page', () => {
    const page = { ...annotation, id: 'page', target: [{}] }
    const { file, notes } = must(read(hypothesisIn, [exported(annotation, page)], { known: known() }))
    expect(file.highlights).toMatchObject([
      { tag: 'denial', annotator: 'eve', note: 'Really?', created: '2024-03-03T10:00:00.123Z', anchor: { start: 36 } },
    ])
    expect(notes[0]).toMatch(/^Left out: 1 of the annotations, which are page notes or replies/)
  })

  test('with words that the article does not have is left out and said', () => {
    const selector = [{ type: 'TextQuoteSelector', exact: 'a wholly different sentence about trains' }]
    const file = exported({ ...annotation, target: [{ selector }] })
    expect(must(read(hypothesisIn, [file], { known: known() })).notes).toEqual([
      'Left out: 1 highlight whose words do not stand in the text (Annotation abc123 (number 1)).',
    ])
  })

  test('refuses an annotation that is none, and an id used twice', () => {
    expect(whyNot(read(hypothesisIn, [exported(annotation, { id: 'x', uri: 7 })]))).toMatch(
      /^Annotation x \(number 2\), uri: /,
    )
    expect(whyNot(read(hypothesisIn, [exported(annotation, annotation)], { known: known() }))).toBe(
      'Annotation abc123 (number 2): its id abc123 is used twice.',
    )
  })
})
