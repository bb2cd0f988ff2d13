import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CrossreadFile } from '#annotations/exchange/crossread-json/format'
import { type ExportFormat, textOfFile } from '#annotations/exchange/format'
import { exportFormats, importFormats, recogniseFormat } from '#annotations/exchange/formats'
import { planMerge } from '#annotations/exchange/merge/plan-merge'
import { createModelDesk, must } from '../model-desk'
import {
  anyFile,
  everyRecord,
  filesOf,
  lostFields,
  readContext,
  recordsOf,
  richFile,
  sampleFile,
  through,
  whyNot,
} from './exchange-desks'

/** How a report names what is lost; any other field is not to be. */
const LOSS: Readonly<Record<string, string>> = {
  verdicts: 'The verdict of 1 claim.',
  speakers: 'The names that are one, and the note, of 1 speaker.',
  'highlights.carried': 'How it came from an earlier revision, and what was decided of it, of 1 highlight.',
  'highlights.settled': 'How it came from an earlier revision, and what was decided of it, of 1 highlight.',
}

/** What is gone besides the desk’s own name and date, which the test of the whole sample desk looks at. */
function goneOf(format: ExportFormat, file: CrossreadFile): readonly string[] {
  const gone = format.write(file, 'desk').losses.filter(({ restored }) => !restored)
  return gone.map(({ sentence }) => sentence).filter((sentence) => !sentence.startsWith('The desk’s'))
}

/** The formats with a place for verdicts, or for how a highlight was carried. */
const CARRIES_VERDICTS = ['claim-review', 'xlsx', 'qdpx']
const CARRIES_ORIGINS = ['xlsx', 'qdpx']

const twoWay = importFormats.map((back) => {
  const out = exportFormats.find(({ id }) => id === back.id)
  if (!out) throw new Error(`${back.id} has no way out.`)
  return { id: back.id, out, back }
})

describe.each(twoWay)('$id, there and back', ({ out, back }) => {
  test('restores the whole sample desk, and loses nothing', () => {
    const file = sampleFile()
    expect(goneOf(out, file)).toEqual([])
    const read = through(out, back, file)
    expect(recordsOf(read.file)).toEqual(recordsOf(file))
    expect(read).toMatchObject({ notes: [], unknown: { tags: [], relations: [] } })
  })

  test('restores emoji, Urdu, formatted blocks, nested and overlapping highlights, and links across articles', () => {
    const file = richFile()
    const read = through(out, back, file)
    expect(recordsOf(read.file)).toEqual(recordsOf(file))
    const added = createModelDesk().act(planMerge(read.file, { name: out.id, verb: 'Import' })).value
    expect(added).toMatchObject({ articles: 3, highlights: 6, links: 3 })
  })

  test('loses nothing of a desk with every kind of record that its report does not name', () => {
    const file = everyRecord()
    const named = goneOf(out, file)
    const lost = lostFields(file, through(out, back, file).file)
    for (const { field } of lost) expect(LOSS[field], `${field} is lost, and no report could name it`).toBeDefined()
    expect(new Set(named)).toEqual(new Set(lost.map(({ field }) => LOSS[field])))
  })

  test('restores any desk', () => {
    fc.assert(
      fc.property(anyFile, (file) => {
        const read = through(out, back, file).file
        expect(recordsOf(read)).toEqual(recordsOf(file))
        if (CARRIES_VERDICTS.includes(out.id)) expect(read.verdicts).toEqual(file.verdicts)
      }),
      { numRuns: 60 },
    )
  })

  test('is recognised, and no other format takes it for its own', () => {
    for (const file of [richFile(), sampleFile()]) expect(recogniseFormat(filesOf(out, file))?.id).toBe(out.id)
  })

  test('cut off anywhere in a file is refused in a sentence, or reads what is whole', () => {
    const files = filesOf(out, richFile())
    for (const [index, { name, text }] of files.entries()) {
      for (const share of [0.1, 0.5, 0.9]) {
        const cut = files.with(index, { name, text: text.slice(0, Math.floor(text.length * share)) })
        const result = back.read(cut, readContext())
        if (!result.ok) expect(whyNot(result)).toMatch(/^\S.*\.$/s)
      }
    }
  })

  test('refuses what is of another kind in a sentence', () => {
    for (const text of ['', '{', '[]', 'null', '{"hello": 1}', 'no such thing', '\u0000\u0001']) {
      const result = back.read([{ name: 'other.txt', text }], readContext())
      if (result.ok) expect(result.value.file.articles).toEqual([])
      else expect(whyNot(result)).toMatch(/\.$/)
    }
  })
})

describe.each(exportFormats)('$id', (format) => {
  test('writes the same bytes every time, and can be written twice from one answer', () => {
    const { files } = format.write(richFile(), 'desk')
    expect(files.map(textOfFile)).toEqual(files.map(textOfFile))
    expect(filesOf(format, richFile())).toEqual(filesOf(format, richFile()))
  })

  test('writes a desk without an article', () => {
    const { verdicts: _, ...rich } = richFile()
    const file = { ...rich, articles: [], highlights: [], links: [] }
    expect(goneOf(format, file)).toEqual([])
    expect(filesOf(format, file).length).toBeGreaterThan(0)
    const back = importFormats.find(({ id }) => id === format.id)
    if (back) expect(must(back.read(filesOf(format, file), readContext())).file.articles).toEqual([])
  })

  test('gives each file a name of its own', () => {
    const names = filesOf(format, sampleFile()).map(({ name }) => name.toLowerCase())
    expect(new Set(names).size).toBe(names.length)
  })
})

describe.each(exportFormats)('$id', (format) => {
  test('says whether it leaves verdicts behind, and how highlights came from earlier revisions', () => {
    const file = richFile()
    const [claim, ...others] = file.highlights
    if (!claim) throw new Error('There is no highlight.')
    const carried = { from: claim.revisionId, method: 'diff', score: 0.8 } as const
    const time = claim.created
    const verdict = {
      claim: claim.id,
      rating: 'disputed',
      note: '',
      sources: [],
      annotator: 'Ada',
      created: time,
      modified: time,
    } as const
    const { losses } = format.write(
      { ...file, highlights: [{ ...claim, carried }, ...others], verdicts: [verdict] },
      'desk',
    )
    const gone = losses.filter(({ restored }) => !restored).map(({ sentence }) => sentence)
    expect(gone.includes('The verdict of 1 claim.')).toBe(!CARRIES_VERDICTS.includes(format.id))
    expect(gone.includes('How it came from an earlier revision, and what was decided of it, of 1 highlight.')).toBe(
      !CARRIES_ORIGINS.includes(format.id),
    )
  })
})
