import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareHighlights, type Highlight } from '#annotations/model/highlight'
import { createIdSource } from '#annotations/model/ids'
import { createPassages, cutPieces } from '../../../../src/renderer/reader/passages'

const ids = createIdSource(
  () => 1,
  (bytes) => bytes,
)
const articleId = ids.article()
const revisionId = ids.revision()
const TIME = '2026-01-01T00:00:00.000Z'

function highlight(start: number, end: number, revision = revisionId): Highlight {
  const quote = { exact: 'x'.repeat(end - start), prefix: '', suffix: '' }
  return {
    id: ids.highlight(),
    articleId,
    revisionId: revision,
    anchor: { start, end, quote },
    tag: 'claim',
    note: '',
    annotator: 'Ann',
    created: TIME,
    modified: TIME,
  }
}

const passagesOf = (spans: readonly (readonly [number, number])[]) =>
  createPassages(spans.map(([start, end]) => highlight(start, end)).sort(compareHighlights), revisionId, 1_000)

const anySpans = fc.array(
  fc.tuple(fc.nat(80), fc.integer({ min: 1, max: 30 })).map(([start, length]) => [start, start + length] as const),
  { maxLength: 30 },
)

describe('passages', () => {
  it('found by place are exactly those that share a unit with it, in reading order', () => {
    fc.assert(
      fc.property(anySpans, fc.nat(100), fc.nat(40), (spans, from, length) => {
        const passages = passagesOf(spans)
        const to = from + length
        expect(passages.overlapping(from, to)).toEqual(
          passages.all.filter(({ start, end }) => start < to && end > from),
        )
      }),
    )
  })

  it('that overlap never share a level', () => {
    fc.assert(
      fc.property(anySpans, (spans) => {
        const { all } = passagesOf(spans)
        for (const a of all) {
          for (const b of all) {
            if (a !== b && a.start < b.end && b.start < a.end) expect(a.level).not.toBe(b.level)
          }
        }
      }),
    )
  })

  it('take the lowest free level, so that separate ones are drawn alike', () => {
    const { all } = passagesOf([
      [0, 10],
      [2, 6],
      [10, 20],
    ])
    expect(all.map(({ level }) => level)).toEqual([0, 1, 0])
  })

  it('of another revision, or beyond the text, are left out', () => {
    const kept = highlight(0, 4)
    const passages = createPassages([kept, highlight(0, 4, ids.revision()), highlight(90, 120)], revisionId, 100)
    expect(passages.all.map((passage) => passage.highlight)).toEqual([kept])
  })

  it('lie where their edges are being moved to, in order all the same', () => {
    const [a, b] = [highlight(0, 4), highlight(6, 9)]
    const { all } = createPassages([a, b], revisionId, 100, { id: a.id, start: 7, end: 12 })
    expect(all.map(({ start, end }) => [start, end])).toEqual([
      [6, 9],
      [7, 12],
    ])
  })
})

describe('pieces', () => {
  it('cover what the passages cover, each with the passages around it and the shortest first', () => {
    fc.assert(
      fc.property(anySpans, (spans) => {
        const { all } = passagesOf(spans)
        const pieces = cutPieces(
          all.filter(({ start, end }) => start < 90 && end > 10),
          10,
          90,
        )
        for (let offset = 10; offset < 90; offset++) {
          const here = all.filter(({ start, end }) => start <= offset && offset < end)
          const piece = pieces.find(({ start, end }) => start <= offset && offset < end)
          expect(new Set(piece?.passages ?? [])).toEqual(new Set(here))
        }
        for (const { passages } of pieces) {
          const lengths = passages.map(({ start, end }) => end - start)
          expect(lengths).toEqual(lengths.toSorted((a, b) => a - b))
        }
      }),
    )
  })
})
