import { describe, expect, test } from 'vitest'
import { fromCrossreadJson } from '#annotations/exchange/crossread-json/read'
import { serialise } from '#annotations/exchange/crossread-json/write'
import type { ImportFormat, InFile } from '#annotations/exchange/format'
import { exportFormats, importFormats } from '#annotations/exchange/formats'
import { must } from '../model-desk'
import { filesOf, readContext, richFile } from './exchange-desks'

/** Which file of an export is spoilt, by replacing what with what, and what the sentence about it must say. */
type Spoil = readonly [file: RegExp, find: RegExp, by: string | ((found: string) => string), says: RegExp]
type Row = { readonly id: string; readonly spoils: Readonly<Record<string, Spoil>> }

const rows: readonly Row[] = [
  {
    id: 'doccano',
    spoils: {
      'an offset outside the text': [
        /jsonl$/,
        /"end_offset":\d+/,
        '"end_offset":99999',
        /line 1, entity 1: it ends at 99999/,
      ],
      'a passage of nothing': [
        /jsonl$/,
        /"end_offset":\d+/,
        '"end_offset":0',
        /line 1, entity 1: it goes from \d+ to 0/,
      ],
      'a link to nothing': [/jsonl$/, /"from_id":\d+/, '"from_id":777', /relation 1: its end 777 is not in the file/],
      'a line that is none': [/jsonl$/, /^/, '{"text": 1, "entities": []}\n', /line 1, text:/],
      'half a line': [/jsonl$/, /^/, '{"text": "x", "ent\n', /line 1 is not valid JSON/],
    },
  },
  {
    id: 'label-studio',
    spoils: {
      'a link to nothing': [/json$/, /"from_id":"hl_\w+"/, '"from_id":"nobody"', /its end .*nobody is not in the file/],
      'a region without a place': [
        /json$/,
        /"value":\{"start":\d+,/,
        '"value":{"start":"x",',
        /task 1, annotation 1, result 1, value.start/,
      ],
      'a task without a text': [/json$/, /\[\n/, '[\n{"data": {}},\n', /task 1: its data holds no text/],
    },
  },
  {
    id: 'brat',
    spoils: {
      'an offset outside the text': [
        /first\.ann$/,
        /T2\t(\w+) (\d+) \d+\t.*/,
        'T2\t$1 $2 99999\tno such words',
        /first\.ann, line 2: it ends at 99999/,
      ],
      'a link to nothing': [/\.ann$/, /Arg1:T\d+/, 'Arg1:T99', /its end .*T99 is not in the file/],
      'an id used twice': [/first\.ann$/, /^T2\t/m, 'T1\t', /first\.ann, line 2: its id T1 is used twice/],
      'a line that is none': [/first\.ann$/, /^/, 'no such thing\n', /first\.ann, line 1: “no such thing” is no line/],
      'an .ann file without its text': [
        /first\.txt$/,
        /^[\s\S]*$/,
        '',
        /first\.txt: its text has 1 line, and Crossread wrote 3, so that no offset/,
      ],
    },
  },
  {
    id: 'csv',
    spoils: {
      'a link to nothing': [
        /links\.csv$/,
        /,hl_\w+,/,
        ',nobody,',
        /links\.csv, line 2: its end nobody is not in the file/,
      ],
      'an id used twice': [
        /highlights\.csv$/,
        /\r\nhl_[^\r]*(?=\r\nhl_)/,
        (found) => found + found,
        /highlights\.csv, line \d: its id hl_\w+ is used twice/,
      ],
      'a text of no article': [
        /revisions\.csv$/,
        /,art_\w+/,
        `,art_${'0'.repeat(26)}`,
        /its article art_0+ is not in the files|has no text/,
      ],
    },
  },
  {
    id: 'web-annotation',
    spoils: {
      'an id used twice': [/jsonld$/, /\n\{[^\n]*"tagging"[^\n]*,(?=\n)/, (found) => found + found, /is used twice/],
      'an annotation without a target': [/jsonld$/, /"target":/, '"aim":', /Annotation .* \(number 1\), target/],
    },
  },
  {
    id: 'hypothesis',
    spoils: {
      'an id used twice': [/json$/, /\n\{[^\n]*"target"[^\n]*,(?=\n)/, (found) => found + found, /is used twice/],
      'an annotation without a target': [/json$/, /"target":/, '"aim":', /Annotation .* \(number 1\), target/],
    },
  },
  {
    id: 'webanno-tsv',
    spoils: {
      'an offset outside the text': [
        /first\.tsv$/,
        /\n2-1\t\d+-\d+/,
        '\n2-1\t6-99999',
        /first\.tsv, line \d+: the token “No” does not stand at 6 to 99999/,
      ],
      'a link to nothing': [/\.tsv$/, /\d+-\d+\[(\d+)_(\d+)\]/, '1-1[99_$2]', /its end .* is not in the file/],
      'another version': [
        /first\.tsv$/,
        /^#FORMAT=WebAnno TSV 3\.3/,
        '#FORMAT=WebAnno TSV 2.0',
        /is not WebAnno TSV 3/,
      ],
    },
  },
  {
    id: 'cas-json',
    spoils: {
      'an offset outside the text': [
        /first\.json$/,
        /"end":\d+(?=[^}]*"tag":)/,
        '"end":99999',
        /feature structure \d+: it ends at 99999/,
      ],
      'a link to nothing': [
        /\.json$/,
        /"@Governor":\d+/,
        '"@Governor":999',
        /its end feature structure 999 is not in the file/,
      ],
      'an id used twice': [/first\.json$/, /"%ID":4\b/, '"%ID":3', /its id 3 is used twice/],
      'another unit of offsets': [
        /first\.json$/,
        /"%TYPES"/,
        '"%HEADER": {"offset-encoding": "utf-8"}, "%TYPES"',
        /counts? in utf-8/,
      ],
    },
  },
]

function formatOf(id: string): { readonly back: ImportFormat; readonly files: InFile[] } {
  const back = importFormats.find((one) => one.id === id)
  const out = exportFormats.find((one) => one.id === id)
  if (!back || !out) throw new Error(id)
  return { back, files: filesOf(out, richFile()) }
}

/** The files with the first fitting one changed. */
function spoil(files: readonly InFile[], [name, find, by]: Spoil): InFile[] {
  const index = files.findIndex((file) => name.test(file.name) && find.test(file.text))
  const file = files[index]
  if (!file) throw new Error('The export has nothing like this to spoil.')
  const text = typeof by === 'string' ? file.text.replace(find, by) : file.text.replace(find, by)
  return files.with(index, { ...file, text })
}

describe.each(rows)('a bad file of $id', ({ id, spoils }) => {
  const cases = Object.entries(spoils).map(([what, one]) => ({ what, one }))

  test.each(cases)('with $what is refused, naming the record', ({ one }) => {
    const { back, files } = formatOf(id)
    const read = back.read(spoil(files, one), readContext())
    if (read.ok) throw new Error('It was not refused.')
    expect(read.error).toMatchObject({ code: 'bad-file', kept: 'Nothing was imported; the desk is as it was.' })
    expect(read.error.message).toMatch(one[3])
  })

  test.each(cases)('with $what gives the good part, when the user says so', ({ one }) => {
    const { back, files } = formatOf(id)
    const whole = must(back.read(files, readContext())).file
    const faults: string[] = []
    const read = back.read(spoil(files, one), readContext({ onFault: (sentence) => void faults.push(sentence) }))
    const { file } = must(read)
    expect(faults.join('\n')).toMatch(one[3])
    expect(file.highlights.length).toBeLessThanOrEqual(whole.highlights.length)
    expect(file.highlights.length + file.links.length).toBeGreaterThan(0)
  })

  test('cut off is refused, or each fault in it is told', () => {
    const { back, files } = formatOf(id)
    for (const [index, { name, text }] of files.entries()) {
      const cut = files.with(index, { name, text: text.slice(0, Math.floor(text.length * 0.6)) })
      const faults: string[] = []
      const read = back.read(cut, readContext({ onFault: (sentence) => void faults.push(sentence) }))
      if (read.ok) for (const sentence of faults) expect(sentence).toMatch(/\.$/)
      else expect(read.error.code).toBe('bad-file')
    }
  })
})

describe('a bad file of Crossread JSON', () => {
  const text = () => serialise(richFile())
  test.each([
    ['offsets outside the text', /"end": \d+(,\s+"quote")/, '"end": 99999$1', /^Highlight hl_\w+: it ends at 99999/],
    [
      'a link to nothing',
      /"to": "hl_\w+"/,
      `"to": "hl_${'0'.repeat(26)}"`,
      /^Link lnk_\w+: its end hl_0+ is not in the file/,
    ],
    ['an unknown tag', /"tag": "denial"/, '"tag": "rumour"', /^Highlight hl_\w+ \(number \d\), tag/],
  ])('with %s is refused, and gives the good part when told to', (_what, find, by, says) => {
    const broken = text().replace(find, by)
    expect(broken).not.toBe(text())
    const refused = fromCrossreadJson(broken)
    expect(refused.ok ? '' : refused.error.message).toMatch(says)
    const faults: string[] = []
    const { highlights, articles } = must(fromCrossreadJson(broken, (sentence) => void faults.push(sentence)))
    expect(faults[0]).toMatch(says)
    expect(articles).toHaveLength(3)
    expect(highlights.length).toBeGreaterThan(3)
  })

  test('of a newer version is refused whatever is told', () => {
    const newer = fromCrossreadJson(text().replace('"version": 1', '"version": 2'), () => undefined)
    expect(newer.ok ? '' : newer.error.message).toContain('newer Crossread')
  })
})
