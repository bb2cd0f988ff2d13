import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { addArticles } from '#annotations/changes/actions/article-actions'
import { filterClaims, sortClaims } from '#annotations/dossiers/arrange'
import { type ClaimRow, claimRows, type Standing } from '#annotations/dossiers/claim-row'
import { dossierOf } from '#annotations/dossiers/dossier'
import { paperNames } from '#annotations/dossiers/paper-names'
import { paperPair, papersAtOdds } from '#annotations/dossiers/paper-pairs'
import { compareDates, storiesOf, storyOf } from '#annotations/dossiers/stories'
import type { HighlightId } from '#annotations/model/ids'
import { draftOf } from '../model-desk'
import { createStoryDesk, type StoryDesk } from './story-desk'

let desk: StoryDesk
beforeEach(() => {
  desk = createStoryDesk()
})

const rowOf = (id: HighlightId): ClaimRow => {
  const row = claimRows(desk.records).find((one) => one.id === id || one.others.some((other) => other.id === id))
  if (!row) throw new Error('no such story')
  return row
}
const standingsOf = (id: HighlightId): readonly Standing[] => rowOf(id).standings

describe('Claims joined by "repeats"', () => {
  test('are one story in the order they were told, however they are joined, the undated last', () => {
    const undated = desk.passage('claim', 'Wire', null)
    const second = desk.passage('claim', 'Herald', 5)
    const first = desk.passage('claim', 'Courier', 4)
    desk.link(undated, 'repeats', second)
    desk.link(first, 'repeats', second)
    for (const id of [undated, second, first]) {
      expect(storyOf(desk.records, id)?.claims.map((claim) => claim.id)).toEqual([first, second, undated])
    }
    expect(storiesOf(desk.records).map(({ id }) => id)).toEqual([first])
  })

  test('are apart from a denial that is said to repeat one of them, which is told beside', () => {
    const claim = desk.passage('claim', 'Wire', 1)
    const denial = desk.passage('denial', 'Herald', 2)
    desk.link(denial, 'repeats', claim)
    expect(storyOf(desk.records, denial)).toBeNull()
    expect(dossierOf(desk.records, claim)).toMatchObject({
      tellings: [{ claim }],
      ties: [{ part: 'relates', other: denial }],
    })
  })

  test('belong to one story each, whatever is linked with what, and every one of them leads to it', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 12 }), (pairs) => {
        desk = createStoryDesk()
        const claims = Array.from({ length: 8 }, (_, at) => desk.passage('claim', `Paper ${at}`, (at % 3) + 1))
        const joined = new Map(claims.map((id) => [id, new Set([id])]))
        for (const [a, b] of pairs) {
          const [one, other] = [claims[a], claims[b]]
          if (!one || !other || joined.get(one)?.has(other)) continue
          desk.link(one, 'repeats', other)
          const all = new Set([...(joined.get(one) ?? []), ...(joined.get(other) ?? [])])
          for (const id of all) joined.set(id, all)
        }
        const stories = storiesOf(desk.records)
        expect(stories.flatMap((story) => story.claims.map(({ id }) => id)).sort()).toEqual(claims.toSorted())
        for (const story of stories) {
          for (const { id } of story.claims) {
            expect(new Set(story.claims.map((claim) => claim.id))).toEqual(joined.get(id))
            expect(storyOf(desk.records, id)).toEqual(story)
          }
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('A dossier', () => {
  test('tells who says a claim in which paper, who denies it, what stands against it and for it, and what came later', () => {
    const first = desk.passage('claim', 'Courier', 4)
    const again = desk.passage('claim', 'Wire', 5)
    const denial = desk.passage('denial', 'Herald', 6)
    const other = desk.passage('claim', 'Observer', 7)
    const proof = desk.passage('claim', 'Ledger', 3)
    const later = desk.passage('claim', 'Wire', 9)
    const mayor = desk.say('The mayor', first)
    const pilot = desk.say('A pilot', denial)
    desk.link(first, 'repeats', again)
    desk.link(denial, 'denies', again)
    desk.link(other, 'contradicts', first)
    desk.link(proof, 'supports', first)
    desk.link(later, 'updates', again)

    expect(dossierOf(desk.records, again)).toEqual({
      id: first,
      tellings: [
        { claim: first, sources: [mayor] },
        { claim: again, sources: [] },
      ],
      ties: [
        expect.objectContaining({ part: 'denied-by', claims: [again], other: denial, sources: [pilot] }),
        expect.objectContaining({ part: 'contradicts', claims: [first], other, sources: [] }),
        expect.objectContaining({ part: 'supported-by', claims: [first], other: proof }),
        expect.objectContaining({ part: 'updated-by', claims: [again], other: later }),
      ],
      verdicts: [],
    })
    expect(rowOf(first)).toMatchObject({
      first: '2023-05-04',
      latest: '2023-05-09',
      papers: ['Courier', 'Wire'],
      speakers: ['The mayor'],
      deniers: [{ speaker: 'A pilot', paper: 'Herald' }],
    })
  })

  test('is seen from the other end of each link too', () => {
    const [early, late] = [desk.passage('claim', 'Wire', 1), desk.passage('claim', 'Wire', 2)]
    desk.link(late, 'updates', early)
    desk.link(late, 'supports', early)
    expect(dossierOf(desk.records, late)?.ties.map(({ part }) => part)).toEqual(['updates', 'supports'])
    expect(dossierOf(desk.records, early)?.ties.map(({ part }) => part)).toEqual(['supported-by', 'updated-by'])
  })

  test('tells a link between two claims of one story once', () => {
    const [early, late] = [desk.passage('claim', 'Wire', 1), desk.passage('claim', 'Herald', 2)]
    desk.link(late, 'repeats', early)
    desk.link(late, 'updates', early)
    desk.link(early, 'contradicts', late)
    const ties = dossierOf(desk.records, early)?.ties.map(({ part, other }) => [part, other])
    expect(ties).toEqual([
      ['contradicts', early],
      ['updated-by', late],
    ])
  })

  test('tells a passage that answers several claims of the story once, with every note', () => {
    const [one, two] = [desk.passage('claim', 'Wire', 1), desk.passage('claim', 'Herald', 2)]
    const denial = desk.passage('denial', 'Courier', 3)
    desk.link(one, 'repeats', two)
    desk.link(denial, 'denies', two, 'Word for word.')
    desk.link(denial, 'denies', one)
    expect(dossierOf(desk.records, one)?.ties).toEqual([
      { part: 'denied-by', other: denial, sources: [], claims: [one, two], notes: ['Word for word.'] },
    ])
    expect(rowOf(one).counts['denied-by']).toBe(1)
  })

  test('is of a claim alone', () => {
    expect(dossierOf(desk.records, desk.passage('denial', 'Wire', 1))).toBeNull()
  })
})

describe('A story stands', () => {
  test('unlinked, uncorroborated and on one source while it is a claim alone', () => {
    expect(standingsOf(desk.passage('claim', 'Wire', 1))).toEqual(['single-source', 'uncorroborated', 'unlinked'])
  })

  test('contested once it is denied, or contradicted by another claim', () => {
    const claim = desk.passage('claim', 'Wire', 1)
    const against = desk.passage('claim', 'Herald', 1)
    desk.link(against, 'contradicts', claim)
    expect(standingsOf(claim)).toEqual(['contested', 'single-source', 'uncorroborated'])
    expect(standingsOf(against)).toContain('contested')
    desk.link(desk.passage('denial', 'Herald', 2), 'denies', claim)
    expect(standingsOf(claim)).toContain('denied')
    expect(standingsOf(against)).not.toContain('denied')
  })

  test('on one source as long as every paper names the same speaker, however it spells the name', () => {
    const [one, two] = [desk.passage('claim', 'Wire', 1), desk.passage('claim', 'Herald', 2)]
    desk.link(one, 'repeats', two)
    expect(standingsOf(one)).toEqual([])
    desk.say('José Ortega', one)
    desk.say('Jose  ortega', two)
    expect(standingsOf(one)).toEqual(['single-source'])
    desk.say(null, two)
    expect(standingsOf(one)).toEqual([])
  })

  test('corroborated once a passage supports it', () => {
    const claim = desk.passage('claim', 'Wire', 1)
    desk.link(desk.passage('claim', 'Herald', 1), 'supports', claim)
    expect(standingsOf(claim)).toEqual(['single-source'])
  })
})

describe('The list of claims', () => {
  const setUp = () => {
    const quiet = desk.passage('claim', 'Wire', 3)
    const denied = desk.passage('claim', 'Herald', 2)
    const undated = desk.passage('claim', 'Ledger', null)
    const denial = desk.passage('denial', 'Observer', 9)
    desk.say('Zoë Bright', denial)
    desk.link(denial, 'denies', denied)
    return { quiet, denied, undated, rows: claimRows(desk.records) }
  }

  test('is found by words, papers, speakers and those who deny', () => {
    const { quiet, denied, rows } = setUp()
    const find = (text: string, standings: readonly Standing[] = []) =>
      filterClaims(rows, { standings, rating: null, between: null, text }).map(({ id }) => id)
    expect(find('wire')).toEqual([quiet])
    expect(find('zoe observer')).toEqual([denied])
    expect(find('', ['denied', 'contested'])).toEqual([denied])
    expect(find('wire', ['denied'])).toEqual([])
  })

  test('is sorted by what is said against a claim, by date and by words; the undated last either way', () => {
    const { quiet, denied, undated, rows } = setUp()
    const order = (by: Parameters<typeof sortClaims>[1]) => sortClaims(rows, by).map(({ id }) => id)
    expect(order('contested')).toEqual([denied, quiet, undated])
    expect(order('newest')).toEqual([quiet, denied, undated])
    expect(order('oldest')).toEqual([denied, quiet, undated])
    expect(order('latest')).toEqual([denied, quiet, undated])
    expect(order('claim')).toEqual([quiet, denied, undated])
  })
})

describe('Papers that contradict each other', () => {
  test('are those that tell a story and those that print what denies or contradicts it, once for each story', () => {
    const told = desk.passage('claim', 'Wire', 1)
    const again = desk.passage('claim', 'Courier', 2)
    desk.link(again, 'repeats', told)
    const denial = desk.passage('denial', 'Herald', 3)
    desk.link(denial, 'denies', told)
    desk.link(denial, 'denies', again)
    // A paper that prints a claim and its denial has no dispute with itself.
    desk.link(desk.passage('denial', 'Wire', 3), 'denies', told)
    const other = desk.passage('claim', 'HERALD', 4)
    const against = desk.passage('claim', 'Wire', 5)
    desk.link(other, 'contradicts', against)
    const rows = claimRows(desk.records)
    expect(papersAtOdds(rows)).toEqual([
      { pair: ['Herald', 'Wire'], stories: 3 },
      { pair: ['Courier', 'Herald'], stories: 1 },
    ])
    const between = paperPair('Wire', 'Herald')
    const shown = filterClaims(rows, { standings: [], rating: null, between, text: '' })
    expect(new Set(shown.map(({ id }) => id))).toEqual(new Set([told, other, against]))
  })
})

test('dates compare as the moments that they are, a day as its first, and the unknown last', () => {
  const date = fc.tuple(
    fc.date({ min: new Date('1990-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
    fc.boolean(),
  )
  fc.assert(
    fc.property(date, date, ([a, aIsDay], [b, bIsDay]) => {
      const [one, other] = [a.toISOString().slice(0, aIsDay ? 10 : 24), b.toISOString().slice(0, bIsDay ? 10 : 24)]
      expect(Math.sign(compareDates(one, other))).toBe(Math.sign(Date.parse(one) - Date.parse(other)))
    }),
  )
  expect(compareDates(null, '2023-05-04')).toBe(1)
  expect(compareDates('2023-05-04', null)).toBe(-1)
})

test('papers without a publisher go by their titles, and those titled alike by what tells them apart', () => {
  const day = (at: number) => `2023-05-0${at}`
  const add = (title: string, more: { url?: string; published?: string; publisher?: string }) =>
    desk.act(addArticles([draftOf([title], { title, publisher: null, published: null, url: null, ...more })])).value
      .ids[0]
  const ids = [
    add('Only once', {}),
    add('On two sites', { url: 'https://www.wire.example/1', published: day(4) }),
    add('On two sites', { url: 'https://herald.example/2', published: day(5) }),
    add('On two days', { published: day(4) }),
    add('On two  Days', { published: day(5) }),
    add('Nothing known', {}),
    add('Nothing known', { published: day(5) }),
    add('Nothing known', { publisher: 'Courier' }),
  ]
  const nameOf = paperNames(desk.records)
  expect(ids.map((id) => id && nameOf(id))).toEqual([
    'Only once',
    'On two sites (wire.example)',
    'On two sites (herald.example)',
    'On two days (2023-05-04)',
    'On two  Days (2023-05-05)',
    'Nothing known (1)',
    'Nothing known (2)',
    'Courier',
  ])
})
