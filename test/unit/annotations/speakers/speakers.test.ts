import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { editSpeaker, mergeSpeakers, splitSpeaker } from '#annotations/changes/actions/speaker-actions'
import { applyChangeSet } from '#annotations/changes/apply'
import { invertChangeSet } from '#annotations/changes/invert'
import { claimRows } from '#annotations/dossiers/claim-row'
import { filterSpeakers, sortSpeakers } from '#annotations/speakers/arrange'
import { speakerDirectory } from '#annotations/speakers/directory'
import { likelySame } from '#annotations/speakers/likely-same'
import { soundOf } from '#annotations/speakers/sound'
import { speakerDossier, speakerRows } from '#annotations/speakers/speaker-rows'
import { fold } from '#annotations/text/fold'
import { createStoryDesk } from '../dossiers/story-desk'
import { canonical, refusal } from '../model-desk'

/** Lavrov under three names, and somebody else. */
function lavrovDesk() {
  const desk = createStoryDesk()
  const claim = desk.passage('claim', 'Wire', 4)
  const denial = desk.passage('denial', 'Herald', 5)
  const again = desk.passage('denial', 'Courier', 2)
  desk.link(denial, 'denies', claim)
  desk.say('Lavrov', denial)
  desk.say('Sergey Lavrov', again)
  desk.say('Sergei Lavrov', desk.passage('claim', 'Ledger', 6))
  desk.say('LAVROV', desk.passage('claim', 'Gazette', 7))
  desk.say('Maria Zakharova', claim)
  const { records } = desk
  const only = () => [...records.speakers.values()]
  const find = (name: string) => speakerRows(records).find((row) => row.name === name)
  return { desk, records, claim, denial, again, only, find }
}

const ALL = ['Lavrov', 'Sergey Lavrov', 'Sergei Lavrov']

describe('merging speakers', () => {
  test('makes names one, keeps what was typed, and is undone whole', () => {
    const { desk, records, only, find } = lavrovDesk()
    const before = canonical(records)
    expect(
      speakerRows(records)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['Lavrov', 'Maria Zakharova', 'Sergei Lavrov', 'Sergey Lavrov'])
    expect(desk.act(mergeSpeakers(ALL, ' Sergey Lavrov ')).value.label).toBe('Merge 3 speakers into “Sergey Lavrov”')
    expect(only()).toMatchObject([{ name: 'Sergey Lavrov', aliases: ['Lavrov', 'Sergei Lavrov'], annotator: 'Ada' }])
    expect(find('Sergey Lavrov')).toMatchObject({
      id: only()[0]?.id,
      attributions: 4,
      claims: 2,
      denials: 2,
      first: '2023-05-02',
      latest: '2023-05-07',
      wordings: [
        { text: 'Lavrov', uses: 2 },
        { text: 'Sergei Lavrov', uses: 1 },
        { text: 'Sergey Lavrov', uses: 1 },
      ],
    })
    expect(find('Lavrov')).toBeUndefined()
    const last = desk.history.at(-1)
    if (!last) throw new Error('nothing was done')
    expect(applyChangeSet(records, invertChangeSet(last, last)).ok).toBe(true)
    expect(canonical(records)).toBe(before)
  })

  test('takes in speakers that were merged before, with their notes', () => {
    const { desk, only } = lavrovDesk()
    desk.act(mergeSpeakers(['Lavrov', 'Sergey Lavrov'], 'Sergey Lavrov'))
    desk.act(editSpeaker('lavrov', { note: 'The minister' }))
    desk.act(editSpeaker('Sergei Lavrov', { note: 'Spelled so in the Ledger' }))
    desk.act(mergeSpeakers(['LAVROV', 'Sergei Lavrov'], 'Lavrov'))
    expect(only()).toMatchObject([
      { name: 'Lavrov', aliases: ['Sergei Lavrov', 'Sergey Lavrov'], note: 'The minister\nSpelled so in the Ledger' },
    ])
  })

  test('refuses one speaker, an empty name, and the name of somebody else', () => {
    const { desk } = lavrovDesk()
    expect(refusal(desk.plan(mergeSpeakers(['Lavrov', 'LAVROV'], 'x')))).toBe('invalid-input')
    expect(refusal(desk.plan(mergeSpeakers(['Lavrov', 'Sergey Lavrov'], '  ')))).toBe('invalid-input')
    expect(refusal(desk.plan(mergeSpeakers(['Lavrov', 'Sergey Lavrov'], 'maria zakharova')))).toBe('duplicate')
  })

  test('no wording ever means two speakers, whatever is merged, renamed and split', () => {
    const name = fc.constantFrom(...ALL, 'Maria Zakharova', 'Nobody', 'lavrov')
    const step = fc.oneof(
      fc.record({ do: fc.constant('merge' as const), who: fc.array(name, { minLength: 2, maxLength: 3 }), name }),
      fc.record({ do: fc.constant('rename' as const), who: name, name }),
      fc.record({
        do: fc.constant('split' as const),
        at: fc.nat(5),
        out: fc.array(name, { minLength: 1, maxLength: 2 }),
      }),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const { desk, records, only } = lavrovDesk()
        for (const one of steps) {
          const target = one.do === 'split' ? only()[one.at % Math.max(1, only().length)]?.id : undefined
          const plan =
            one.do === 'merge'
              ? mergeSpeakers(one.who, one.name)
              : one.do === 'rename'
                ? editSpeaker(one.who, { name: one.name })
                : target && splitSpeaker(target, one.out)
          if (plan && desk.plan(plan).ok) desk.act(plan)
          const wordings = only()
            .flatMap((speaker) => [speaker.name, ...speaker.aliases])
            .map(fold)
          expect(new Set(wordings).size).toBe(wordings.length)
          expect(speakerRows(records).reduce((sum, row) => sum + row.attributions, 0)).toBe(5)
          for (const { key } of speakerRows(records)) expect(speakerDossier(records, key)?.row.key).toBe(key)
        }
      }),
      { numRuns: 100 },
    )
  })
})

describe('renaming and splitting', () => {
  test('a new name is one more, and a name that is split off is its own again', () => {
    const { desk, only, find } = lavrovDesk()
    desk.act(mergeSpeakers(ALL, 'Sergey Lavrov'))
    expect(desk.act(editSpeaker('Lavrov', { name: 'Sergey V. Lavrov' })).value.label).toBe(
      'Call “Sergey Lavrov” “Sergey V. Lavrov”',
    )
    expect(only()[0]?.aliases).toEqual(['Lavrov', 'Sergei Lavrov', 'Sergey Lavrov'])
    const id = only()[0]?.id
    if (!id) throw new Error('no speaker')
    expect(desk.act(splitSpeaker(id, ['Lavrov'])).value.label).toBe('Split “Lavrov” off')
    expect(find('Lavrov')).toMatchObject({ id: null, attributions: 2 })
    expect(find('Sergey V. Lavrov')).toMatchObject({ attributions: 2 })
    desk.act(splitSpeaker(id, ['Sergey V. Lavrov', 'sergey lavrov', 'Sergei Lavrov']))
    expect(only()).toEqual([])
  })

  test('a note alone makes a record, and taking it back leaves none', () => {
    const { desk, only } = lavrovDesk()
    desk.act(editSpeaker('Maria Zakharova', { note: 'The spokeswoman' }))
    expect(only()).toMatchObject([{ name: 'Maria Zakharova', aliases: [], note: 'The spokeswoman' }])
    desk.act(editSpeaker('Maria Zakharova', { note: ' ' }))
    expect(only()).toEqual([])
    expect(refusal(desk.plan(editSpeaker('Nobody', { note: 'x' })))).toBe('not-found')
  })
})

test('a dossier tells what a speaker claims and denies, which claims that answers, and what leads nowhere', () => {
  const { desk, records, claim, denial, again } = lavrovDesk()
  desk.act(mergeSpeakers(ALL, 'Sergey Lavrov'))
  const found = speakerDossier(records, 'lavrov')
  expect(found?.denials.map(({ passage, answers }) => [passage, answers])).toEqual([
    [again, []],
    [denial, [claim]],
  ])
  expect(found?.claims).toHaveLength(2)
  expect(found?.cited).toEqual([])
  expect(speakerDossier(records, 'Nobody')).toBeNull()
})

test('claims speak of speakers by their names, so that one speaker in two spellings is a single source', () => {
  const desk = createStoryDesk()
  const [one, two] = [desk.passage('claim', 'Wire', 4), desk.passage('claim', 'Herald', 5)]
  desk.link(one, 'repeats', two)
  desk.say('Lavrov', one)
  desk.say('Sergey Lavrov', two)
  expect(claimRows(desk.records)[0]).toMatchObject({ speakers: ['Lavrov', 'Sergey Lavrov'], standings: [] })
  desk.act(mergeSpeakers(['Lavrov', 'Sergey Lavrov'], 'Sergey Lavrov'))
  expect(claimRows(desk.records)[0]).toMatchObject({ speakers: ['Sergey Lavrov'], standings: ['single-source'] })
})

describe('likely the same', () => {
  const reasons = (...names: readonly string[]) => {
    const desk = createStoryDesk()
    for (const name of names) desk.say(name, desk.passage('claim', 'Wire', 1))
    return likelySame(speakerRows(desk.records)).map(({ why }) => why)
  }
  test.each([
    [['Sergey Lavrov', 'Sergei Lavrov'], ['spelling']],
    [['Сергей Лавров', 'Sergey Lavrov'], ['spelling']],
    [['Foreign Minister Lavrov', 'Sergey Lavrov'], ['part']],
    [['S. Lavrov', 'Sergey Lavrov'], ['initial']],
    [['Dmitry Peskov', 'Dmitri Peskow'], ['spelling']],
    [['Maria Zakharova', 'Maria Zacharowa'], ['typing']],
    [['Anna Rehn', 'Tobias Rehn'], []],
    [['Lavrov', 'Marant'], []],
    [['The ministry', 'The minister'], []],
  ])('%j: %j', (names, expected) => {
    expect(reasons(...names)).toEqual(expected)
  })

  test('names no pair twice, and none of one speaker', () => {
    const { desk, records } = lavrovDesk()
    expect(likelySame(speakerRows(records))).toHaveLength(3)
    desk.act(mergeSpeakers(ALL, 'Sergey Lavrov'))
    expect(likelySame(speakerRows(records))).toEqual([])
  })

  test('any name has a sound', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (name) => Array.isArray(soundOf(name))))
  })
})

test('the list is found by any wording, paper or note, and sorted', () => {
  const { desk, records } = lavrovDesk()
  desk.act(mergeSpeakers(ALL, 'Sergey Lavrov'))
  desk.act(editSpeaker('Maria Zakharova', { note: 'Spokeswoman' }))
  const rows = speakerRows(records)
  expect(filterSpeakers(rows, 'sergei')).toHaveLength(1)
  expect(filterSpeakers(rows, 'spokes wire')).toMatchObject([{ name: 'Maria Zakharova' }])
  expect(sortSpeakers(rows, 'cited').map(({ name }) => name)).toEqual(['Sergey Lavrov', 'Maria Zakharova'])
  expect(sortSpeakers(rows, 'name').map(({ name }) => name)).toEqual(['Maria Zakharova', 'Sergey Lavrov'])
  expect(speakerDirectory(records.speakers.values()).nameOf('lavrov')).toBe('Sergey Lavrov')
})
