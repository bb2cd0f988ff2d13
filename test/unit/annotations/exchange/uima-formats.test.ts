import { describe, expect, test } from 'vitest'
import { describePassage } from '#annotations/anchoring/describe'
import { casJsonIn } from '#annotations/exchange/cas-json/read'
import { casJsonOut } from '#annotations/exchange/cas-json/write'
import type { ImportFormat, InFile } from '#annotations/exchange/format'
import { webannoTsvIn } from '#annotations/exchange/webanno-tsv/read'
import { webannoTsvOut } from '#annotations/exchange/webanno-tsv/write'
import { must } from '../model-desk'
import { filesOf, readContext, whyNot } from './exchange-desks'
import { ID, smallFile } from './small-desk'

const read = (format: ImportFormat, files: readonly InFile[], more = {}) => format.read(files, readContext(more))

describe('WebAnno TSV 3.3', () => {
  test('has a line a token, UTF-16 offsets, and a relation where it arrives', () => {
    const [file] = filesOf(webannoTsvOut, smallFile)
    const lines = file?.text.split('\n') ?? []
    expect(file?.name).toBe('talks.tsv')
    expect(lines.slice(0, 6)).toEqual([
      '#FORMAT=WebAnno TSV 3.3',
      '#T_SP=webanno.custom.Crossread|annotator|created|modified|note|ref|speaker|tag',
      '#T_RL=webanno.custom.CrossreadLink|annotator|created|modified|note|ref|relation|BT_webanno.custom.Crossread',
      '',
      '',
      '#Text=👍 No talks were held.',
    ])
    expect(lines[6]?.split('\t')).toEqual(['1-1', '0-2', '👍', ...Array(14).fill('_'), ''])
    const claim = [
      'Ada[1]',
      '2024-02-20T09:00:00.000Z[1]',
      '2024-02-21T09:00:00.000Z[1]',
      'Says "no", twice[1]',
      `hl\\_${ID('hl', '11').slice(3)}[1]`,
      '*[1]',
      'claim[1]',
    ]
    expect(lines[7]?.split('\t')).toEqual(['1-2', '3-5', 'No', ...claim, ...Array(7).fill('_'), ''])
    const denied = lines.find((line) => line.startsWith('2-3\t'))?.split('\t')
    expect(denied?.slice(0, 3)).toEqual(['2-3', '36-42', 'denied'])
    expect(denied?.slice(-3)).toEqual(['attributes', '2-1[2_3]', ''])
  })

  test('writes a passage that begins or ends in a word at a part of its token', () => {
    const [first, ...rest] = smallFile.highlights
    const text = smallFile.articles[0]?.revisions[0]?.text ?? ''
    if (!first) throw new Error('no highlight')
    const desk = { ...smallFile, highlights: [{ ...first, anchor: describePassage(text, 8, 13) }, ...rest] }
    const rows =
      filesOf(webannoTsvOut, desk)[0]
        ?.text.split('\n')
        .map((line) => line.split('\t')) ?? []
    const marked = rows.filter((row) => row[9] === 'claim[1]').map((row) => row.slice(0, 3))
    expect(marked).toEqual([
      ['1-3.1', '8-11', 'lks'],
      ['1-4.1', '12-13', 'w'],
    ])
    expect(must(read(webannoTsvIn, filesOf(webannoTsvOut, desk))).file.highlights).toEqual(desk.highlights)
  })

  const foreign = [
    '#FORMAT=WebAnno TSV 3.3',
    '#T_SP=webanno.custom.Statement|kind',
    '#T_RL=webanno.custom.Tie|role|BT_webanno.custom.Statement',
    '',
    '',
    '#Text=It rained 👍 .',
    '1-1\t0-2\tIt\tclaim[1]\t_\t_\t',
    '1-2\t3-9\trained\tclaim[1]\t_\t_\t',
    '1-3\t10-12\t👍\t_\t_\t_\t',
    '1-4\t13-14\t.\t_\t_\t_\t',
    '',
    '#Text=Bo denied\\tit',
    '2-1\t16-18\tBo\t_\t_\t_\t',
    '2-2\t19-25\tdenied\tdenial|odd\\|one\tdenies\t1-1[1_0]\t',
    '2-2.1\t19-22\tden\tclaim\t_\t_\t',
    '2-3\t26-28\tit\t_\t_\t_\t',
    '',
  ]

  test('of another project reads stacked, multi-token and sub-token annotations, and rebuilds the text', () => {
    const { file, notes } = must(read(webannoTsvIn, [{ name: 'x.tsv', text: foreign.join('\r\n') }]))
    expect(file.articles[0]?.revisions[0]?.text).toBe('It rained 👍 .\n Bo denied\tit')
    expect(file.highlights.map(({ tag, anchor }) => [tag, anchor.quote.exact])).toEqual([
      ['claim', 'It rained'],
      ['denial', 'denied'],
      ['claim', 'den'],
    ])
    expect(file.links).toMatchObject([{ relation: 'denies', from: file.highlights[0]?.id, to: file.highlights[1]?.id }])
    expect(notes).toEqual(['Left out: 1 highlight labelled “odd|one”.'])
  })

  test.each([
    [
      'another format',
      0,
      '#FORMAT=WebAnno TSV 2',
      'x.tsv is not WebAnno TSV 3: its first line is “#FORMAT=WebAnno TSV 2”.',
    ],
    [
      'a line that is no token',
      7,
      'rained',
      'x.tsv, line 8: it is no token: an id, its offsets and its words are missing.',
    ],
    [
      'a token that stands elsewhere',
      7,
      '1-2\t4-10\trained\t_\t_\t_\t',
      'x.tsv, line 8: the token “rained” does not stand at 4 to 10.',
    ],
    [
      'a relation from nothing',
      13,
      '2-2\t19-25\tdenied\tdenial\tdenies\t1-4\t',
      'x.tsv, line 14: its end webanno.custom.Statement 1-4 is not in the file.',
    ],
  ])('refuses %s, and names the line', (_what, index, line, message) => {
    expect(whyNot(read(webannoTsvIn, [{ name: 'x.tsv', text: foreign.with(index, line).join('\n') }]))).toBe(message)
  })
})

describe('UIMA CAS JSON', () => {
  const cas = (file = filesOf(casJsonOut, smallFile)[0]) => JSON.parse(file?.text ?? '')

  test('is a text, its type system and feature structures, in UTF-16 offsets', () => {
    const value = cas()
    expect(Object.keys(value)).toEqual(['%TYPES', '%FEATURE_STRUCTURES', '%VIEWS'])
    const [sofa, document, , claim, , denial, link] = value['%FEATURE_STRUCTURES']
    expect(sofa).toEqual({
      '%ID': 1,
      '%TYPE': 'uima.cas.Sofa',
      sofaNum: 1,
      sofaID: '_InitialView',
      mimeType: 'text',
      sofaString: '👍 No talks were held.\nThe minister denied it.',
    })
    expect(document).toMatchObject({ '%TYPE': 'uima.tcas.DocumentAnnotation', begin: 0, end: 46, language: 'en' })
    expect(claim).toMatchObject({ '%TYPE': 'webanno.custom.Crossread', '@sofa': 1, begin: 3, end: 21, tag: 'claim' })
    expect(link).toMatchObject({
      '@Governor': claim['%ID'] + 1,
      '@Dependent': denial['%ID'],
      begin: 36,
      relation: 'attributes',
    })
    expect(value['%VIEWS']).toEqual({ _InitialView: { '%SOFA': 1, '%MEMBERS': [2, 3, 4, 5, 6, 7] } })
    for (const { '%TYPE': type } of value['%FEATURE_STRUCTURES']) {
      expect(type.startsWith('uima.') || type in value['%TYPES']).toBe(true)
    }
  })

  test('of another tool reads annotations by their label, as a list or an object, and leaves its tokens', () => {
    const structures = [
      {
        '%ID': 1,
        '%TYPE': 'uima.cas.Sofa',
        sofaNum: 1,
        sofaID: '_InitialView',
        sofaString: 'It rained.\r\nBo denied.',
      },
      { '%ID': 2, '%TYPE': 'de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token', '@sofa': 1, begin: 0, end: 2 },
      { '%ID': 3, '%TYPE': 'custom.Span', '@sofa': 1, '^begin': 0, '^end': 9, kind: 'Claim' },
      { '%ID': 4, '%TYPE': 'custom.Denial', '@sofa': 1, begin: 15, end: 21 },
      {
        '%ID': 5,
        '%TYPE': 'custom.Tie',
        '@sofa': 1,
        begin: 0,
        end: 9,
        '@Governor': 4,
        '@Dependent': 3,
        label: 'denies',
      },
    ]
    const asObject = Object.fromEntries(structures.map(({ '%ID': id, ...rest }) => [id, rest]))
    for (const listed of [structures, asObject]) {
      const text = JSON.stringify({ '%TYPES': {}, '%FEATURE_STRUCTURES': listed, '%VIEWS': {} })
      const { file } = must(read(casJsonIn, [{ name: 'x.json', text }]))
      expect(file.highlights.map(({ tag, anchor }) => [tag, anchor.quote.exact])).toEqual([
        ['claim', 'It rained'],
        ['denial', 'denied'],
      ])
      expect(file.links).toMatchObject([{ relation: 'denies', from: file.highlights[1]?.id }])
    }
  })

  test.each([
    [
      'an offset outside the text',
      '"begin":3,"end":21',
      '"begin":3,"end":99',
      /structure 4: it ends at 99, and its text at 46\.$/,
    ],
    ['an id twice', '"%ID":5', '"%ID":4', /feature structure 5: its id 4 is used twice\.$/],
    [
      'a reference to nothing',
      '"@Dependent":6',
      '"@Dependent":66',
      /structure 7: its end feature structure 66 is not in the file\.$/,
    ],
    [
      'another unit',
      '"%TYPES"',
      '"%HEADER":{"offset-encoding":"UTF-8"},"%TYPES"',
      /its offsets count in UTF-8, and CAS JSON 0\.4 counts in UTF-16\.$/,
    ],
    ['an id that is none', '"%ID":4', '"%ID":"x"', /feature structure 4, %ID: /],
  ])('refuses %s, and names it', (_what, before, after, message) => {
    const files = filesOf(casJsonOut, smallFile).map((file) => ({ ...file, text: file.text.replace(before, after) }))
    expect(files).not.toEqual(filesOf(casJsonOut, smallFile))
    expect(whyNot(read(casJsonIn, files))).toMatch(message)
  })
})
