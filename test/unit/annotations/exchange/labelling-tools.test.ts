import { describe, expect, test } from 'vitest'
import { describePassage } from '#annotations/anchoring/describe'
import { bratIn } from '#annotations/exchange/brat/read'
import { bratOut } from '#annotations/exchange/brat/write'
import { doccanoIn } from '#annotations/exchange/doccano/read'
import { doccanoOut } from '#annotations/exchange/doccano/write'
import type { ImportFormat, InFile } from '#annotations/exchange/format'
import { labelStudioIn } from '#annotations/exchange/label-studio/read'
import { labelStudioOut } from '#annotations/exchange/label-studio/write'
import { polnearOut } from '#annotations/exchange/polnear/write'
import { must } from '../model-desk'
import { filesOf, readContext, recordsOf, whyNot } from './exchange-desks'
import { ID, smallFile } from './small-desk'

const read = (format: ImportFormat, files: readonly InFile[], more = {}) => format.read(files, readContext(more))
const file = (name: string, text: string): InFile => ({ name, text })

/** The files with one text in one of them changed. */
function changed(files: readonly InFile[], before: string | RegExp, after: string): InFile[] {
  const other = files.map((one) => ({ ...one, text: one.text.replace(before, after) }))
  expect(other).not.toEqual(files)
  return other
}

describe('doccano', () => {
  test('is a text a line with entities and relations in code points', () => {
    const [line = ''] = filesOf(doccanoOut, smallFile)[0]?.text.split('\n') ?? []
    const { id, text, entities, relations, Comments } = JSON.parse(line)
    expect({ id, text, Comments }).toEqual({
      id: 1,
      text: '👍 No talks were held.\nThe minister denied it.',
      Comments: [],
    })
    expect(entities).toEqual([
      { id: 1, label: 'claim', start_offset: 2, end_offset: 20 },
      { id: 2, label: 'attribution', start_offset: 22, end_offset: 34 },
      { id: 3, label: 'denial', start_offset: 35, end_offset: 44 },
    ])
    expect(relations).toEqual([{ id: 1, from_id: 2, to_id: 3, type: 'attributes' }])
  })

  test('is known again after doccano gave its own numbers and moved an entity', () => {
    const [line = '', rest = ''] = filesOf(doccanoOut, smallFile)[0]?.text.split(/\n(.*)/s) ?? []
    const first = JSON.parse(line)
    first.entities = first.entities.map((entity: { id: number }) => ({ ...entity, id: entity.id + 700 })).reverse()
    first.entities[2].start_offset = 5
    first.relations[0] = { id: 9, from_id: 702, to_id: 703, type: 'attributes' }
    const { file: back, notes } = must(read(doccanoIn, [file('x.jsonl', `${JSON.stringify(first)}\n${rest}`)]))
    expect(back.highlights.map(({ id, anchor }) => [id.startsWith('hl_01hq3v6a8c'), anchor.quote.exact])).toEqual([
      [false, 'talks were held'],
      [true, 'The minister'],
      [true, 'denied it'],
      [true, 'تردید'],
    ])
    expect(back.links.map(({ id }) => id)).toEqual([ID('lnk', '21')])
    expect(notes).toEqual([
      'Left out: 1 link with an end that was left out, or is not in the file (Link lnk_01hq3v6a8c0000000000000022).',
    ])
  })

  test('of another project maps its labels, and keeps a relation that nobody explained as a note', () => {
    const text = [
      '{"id": 7, "text": "Ada said so.\\r\\nBo 👍 denied.", "entities": [{"id": 1, "label": "PER", "start_offset": 0, "end_offset": 3}, {"id": 2, "label": "DEN", "start_offset": 19, "end_offset": 25}], "relations": [{"id": 5, "from_id": 2, "to_id": 1, "type": "about"}]}',
      '{"text": "Old form", "label": [[0, 3, "PER"]]}',
    ].join('\n')
    const tags = new Map([
      ['DEN', 'denial' as const],
      ['PER', 'attribution' as const],
    ])
    const { file: back, unknown } = must(read(doccanoIn, [file('a.jsonl', text)], { tags }))
    expect(back.articles.map(({ title, revisions }) => [title, revisions[0]?.text])).toEqual([
      ['Ada said so.', 'Ada said so.\nBo 👍 denied.'],
      ['Old form', 'Old form'],
    ])
    expect(back.highlights.map(({ anchor, tag }) => [tag, anchor.quote.exact])).toEqual([
      ['attribution', 'Ada'],
      ['denial', 'denied'],
      ['attribution', 'Old'],
    ])
    expect(back.links).toMatchObject([{ relation: 'relates', note: 'about' }])
    expect(unknown.relations).toEqual(['about'])
  })

  test.each([
    [
      'an offset outside the text',
      '"end_offset":20',
      '"end_offset":99',
      /line 1, entity 1: it ends at 99, and its text at 45\.$/,
    ],
    [
      'a passage that ends before it starts',
      '"end_offset":20',
      '"end_offset":1',
      /entity 1: it goes from 2 to 1, which is no passage\.$/,
    ],
    ['a relation to nothing', '"to_id":3', '"to_id":33', /line 1, relation 1: its end 33 is not in the file\.$/],
    ['a label that is none', '"label":"claim"', '"label":5', /line 1, entity 1, label: /],
    ['a line that is cut off', /\]\}\}\n$/, '', /line 2 is not whole/],
    [
      'a text with other lines than it had',
      'held.\\nThe',
      'held. The',
      /line 1: its text has 1 line, and Crossread wrote 2, so that no offset in it holds\.$/,
    ],
  ] as const)('refuses %s, and names it', (_what, before, after, message) => {
    expect(whyNot(read(doccanoIn, changed(filesOf(doccanoOut, smallFile), before, after)))).toMatch(message)
  })
})

describe('Label Studio', () => {
  const tasks = () => JSON.parse(filesOf(labelStudioOut, smallFile)[0]?.text ?? '')

  test('is a task a text, with regions in code points and relations between them', () => {
    expect(tasks()[0]).toMatchObject({ id: 1, data: { title: 'Talks' } })
    expect(tasks()[0].annotations[0].result).toEqual([
      {
        id: ID('hl', '11'),
        from_name: 'label',
        to_name: 'text',
        type: 'labels',
        value: { start: 2, end: 20, text: 'No talks were held', labels: ['claim'] },
        meta: { text: ['Says "no", twice'] },
      },
      expect.objectContaining({ value: { start: 22, end: 34, text: 'The minister', labels: ['attribution'] } }),
      expect.objectContaining({ value: { start: 35, end: 44, text: 'denied it', labels: ['denial'] } }),
      {
        type: 'relation',
        from_id: ID('hl', '12'),
        to_id: ID('hl', '13'),
        direction: 'right',
        labels: ['attributes'],
      },
    ])
  })

  test('of another project gives who annotated and when, and turns a relation that points left', () => {
    const region = (id: string, start: number, end: number, labels: string[]) => ({
      id,
      type: 'labels',
      value: { start, end, labels },
    })
    const task = {
      data: { article: 'Ada said so. Bo denied.' },
      annotations: [
        {
          completed_by: { email: 'eve@example.org' },
          created_at: '2024-03-03T10:00:00.000000Z',
          result: [
            region('a', 0, 8, ['Attribution']),
            region('b', 13, 22, ['Denial']),
            { type: 'relation', from_id: 'a', to_id: 'b', direction: 'left', labels: [] },
            { type: 'choices', value: { choices: ['good'] } },
          ],
        },
        { was_cancelled: true, result: [region('c', 0, 1, ['Claim'])] },
      ],
    }
    const { file: back, notes } = must(read(labelStudioIn, [file('t.json', JSON.stringify([task]))]))
    expect(back.highlights.map(({ tag, annotator }) => [tag, annotator])).toEqual([
      ['attribution', 'eve@example.org'],
      ['denial', 'eve@example.org'],
    ])
    expect(back.links).toMatchObject([
      { from: back.highlights[1]?.id, to: back.highlights[0]?.id, relation: 'relates' },
    ])
    expect(notes).toEqual(['Left out: 1 results of t.json, task 1, annotation 1 that label no passage of plain text.'])
  })

  test.each([
    [
      'a region outside its text',
      '"start":2,"end":20,"text":"No talks were held"',
      '"start":2,"end":99',
      /result 1: it ends at 99, and its text at 45\.$/,
    ],
    [
      'an id twice',
      `"id":"${ID('hl', '12')}","from_name"`,
      `"id":"${ID('hl', '11')}","from_name"`,
      /result 2: its id hl_\w+11 is used twice\.$/,
    ],
    [
      'a relation to nothing',
      `"to_id":"${ID('hl', '13')}"`,
      '"to_id":"gone"',
      /task 1, annotation 1, result 4: its end .*gone is not in the file\.$/,
    ],
    ['a task without a text', /"data":\{[^}]*\}/, '"data":{}', /task 1: its data holds no text\.$/],
  ] as const)('refuses %s, and names it', (_what, before, after, message) => {
    expect(whyNot(read(labelStudioIn, changed(filesOf(labelStudioOut, smallFile), before, after)))).toMatch(message)
  })
})

describe('brat', () => {
  test('is a text and its annotations, line by line, in code points', () => {
    const files = filesOf(bratOut, smallFile)
    expect(files.map(({ name }) => name)).toEqual([
      'talks.txt',
      'talks.ann',
      'وزیر.txt',
      'وزیر.ann',
      'annotation.conf',
      'crossread.json',
    ])
    expect(files[0]?.text).toBe('👍 No talks were held.\nThe minister denied it.')
    expect(files[1]?.text).toBe(
      'T1\tclaim 2 20\tNo talks were held\n' +
        '#1\tAnnotatorNotes T1\tSays "no", twice\n' +
        'T2\tattribution 22 34\tThe minister\n' +
        'T3\tdenial 35 44\tdenied it\n' +
        'R1\tattributes Arg1:T2 Arg2:T3\n',
    )
  })

  test('writes a passage over two lines as a fragment a line', () => {
    const [first, ...rest] = smallFile.highlights
    const text = smallFile.articles[0]?.revisions[0]?.text ?? ''
    if (!first) throw new Error('no highlight')
    const desk = { ...smallFile, highlights: [{ ...first, anchor: describePassage(text, 17, 26) }, ...rest] }
    expect(filesOf(bratOut, desk)[1]?.text.split('\n')[0]).toBe('T1\tclaim 16 21;22 25\theld. The')
    expect(recordsOf(must(read(bratIn, filesOf(bratOut, desk))).file)).toEqual(recordsOf(desk))
  })

  const TEXT = 'Ada said it rained.\nBo denied it.\n'

  test('of another tool reads relations, notes, and a passage over two lines', () => {
    const ann = [
      'T1\tClaim 9 19;20 22\tit rained. Bo',
      'T2\tDenial 20 32\tBo denied it',
      'R1\tdenies Arg1:T2 Arg2:T1',
      '#1\tAnnotatorNotes R1\tplainly',
      'A1\tSure T2',
      '*\tAlias T1 T2',
      '',
    ].join('\r\n')
    const { file: back, notes } = must(read(bratIn, [file('a/x.txt', TEXT), file('a/x.ann', ann)]))
    expect(back.highlights.map(({ anchor }) => anchor.quote.exact)).toEqual(['it rained.\nBo', 'Bo denied it'])
    expect(back.links).toMatchObject([{ relation: 'denies', note: 'plainly' }])
    expect(notes).toEqual(['Left out: 2 lines of a/x.ann with attributes, normalisations or equivalences.'])
  })

  test('reads an attribution of the PolNeAR corpus as one highlight with its speaker, linked to its content', () => {
    const ann = [
      'T1\tSource 0 3\tAda',
      'T2\tCue 4 8\tsaid',
      'T3\tContent 9 18\tit rained',
      'T4\tAttribution 4 8\tsaid',
      'E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1',
    ].join('\n')
    const tags = new Map([['Content', 'claim' as const]])
    const { file: back, notes } = must(read(bratIn, [file('x.txt', TEXT), file('x.ann', ann)], { tags }))
    expect(notes).toEqual([])
    expect(back.highlights).toMatchObject([
      { tag: 'attribution', speaker: 'Ada', anchor: { quote: { exact: 'Ada said' } } },
      { tag: 'claim', anchor: { quote: { exact: 'it rained' } } },
    ])
    expect(back.links).toMatchObject([{ relation: 'attributes', from: back.highlights[0]?.id }])
  })

  test.each([
    ['an offset outside the text', 'T1\tClaim 9 99\tx', 'x.ann, line 1: it ends at 99, and its text at 34.'],
    ['an id twice', 'T1\tClaim 0 3\tAda\nT1\tClaim 4 8\tsaid', 'x.ann, line 2: its id T1 is used twice.'],
    [
      'a relation to nothing',
      'T1\tClaim 0 3\tAda\nR1\tdenies Arg1:T1 Arg2:T9',
      'x.ann, line 2: its end T9 is not in the file.',
    ],
    ['an event of nothing', 'E1\tAttribution:T1', 'x.ann, line 1: its part T1 is not in the file.'],
    ['a line that is none', 'T1 Claim 0 3 Ada', "x.ann, line 1: “T1 Claim 0 3 Ada” is no line of brat's."],
  ])('refuses %s, and names the line', (_what, ann, message) => {
    expect(whyNot(read(bratIn, [file('x.txt', TEXT), file('x.ann', ann)]))).toBe(message)
  })

  test('refuses annotations without their text', () => {
    expect(whyNot(read(bratIn, [file('x.ann', '')]))).toBe('x.ann: its text x.txt is not among the files.')
  })
})

test('PolNeAR: an attribution is an event of a source, a cue and its content, and the rest is said to be lost', () => {
  const { losses } = polnearOut.write(smallFile, 'desk')
  expect(filesOf(polnearOut, smallFile)[1]?.text).toBe(
    'T1\tContent 35 44\tdenied it\n' +
      'T2\tCue 22 34\tThe minister\n' +
      'T3\tSource 22 34\tThe minister\n' +
      'T4\tAttribution 22 34\tThe minister\n' +
      'E1\tAttribution:T4 Content:T1 Cue:T2 Source:T3\n',
  )
  expect(losses.map(({ sentence }) => sentence)).toContain(
    'The ends and the relation of 1 link other than attributions within one text.',
  )
  expect(losses.every(({ restored }) => !restored)).toBe(true)
})

test('what a tool left as it was comes back as it was', () => {
  for (const [out, back] of [
    [doccanoOut, doccanoIn],
    [labelStudioOut, labelStudioIn],
    [bratOut, bratIn],
  ] as const) {
    expect(recordsOf(must(read(back, filesOf(out, smallFile))).file)).toEqual(recordsOf(smallFile))
  }
})
