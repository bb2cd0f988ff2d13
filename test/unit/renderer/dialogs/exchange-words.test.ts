import { describe, expect, test } from 'vitest'
import type { ExchangePreview } from '#contract/exchange-views'
import {
  faultsAdvice,
  faultsHeading,
  leadWords,
  outcomeWords,
  standingWords,
} from '../../../../src/renderer/dialogs/exchange-words'

const NONE = {
  articles: 0,
  highlights: 0,
  links: 0,
  verdicts: 0,
  speakers: 0,
  same: 0,
  updated: 0,
  older: 0,
  removed: 0,
  matched: 0,
  conflicts: 0,
  waiting: 0,
}
const preview = (
  counts: Partial<typeof NONE>,
  more: Partial<Pick<ExchangePreview, 'faultCount' | 'tags'>> = {},
): ExchangePreview => ({
  format: { id: 'doccano', title: 'doccano (JSONL)' },
  name: 'a.jsonl',
  verb: 'Import',
  counts: { ...NONE, ...counts },
  notes: [],
  faults: [],
  faultCount: 0,
  recordsAtFault: 0,
  differences: [],
  tags: [],
  relations: [],
  ...more,
})

describe('what an import would do is said', () => {
  test.each([
    ['new records', preview({ articles: 1, highlights: 2, same: 3 }), '1 article and 2 highlights.'],
    ['only another version', preview({ same: 3, conflicts: 1 }), 'nothing new.'],
    ['all of it known', preview({ same: 216 }), 'everything in it is in this desk already: 216 records.'],
    [
      'all of it known that can be read',
      preview({ same: 1 }, { faultCount: 1 }),
      'all of it that can be read is in this desk already: 1 record.',
    ],
    ['all of it removed', preview({ removed: 2 }), 'everything in it was removed here.'],
    ['known, and an earlier conflict waiting', preview({ same: 2, waiting: 1 }), 'nothing new.'],
    ['nothing that can be read', preview({}, { faultCount: 3 }), 'nothing in it can be imported.'],
    [
      'labels that mean nothing yet',
      preview({ same: 44 }, { tags: [{ label: 'Content', count: 45, meaning: undefined }] }),
      'all that has a meaning here is in this desk already: 44 records.',
    ],
    [
      'nothing but labels that mean nothing yet',
      preview({}, { tags: [{ label: 'PER', count: 45, meaning: undefined }] }),
      'nothing to import as long as its labels mean nothing here.',
    ],
  ])('with %s', (_what, given, words) => {
    expect(leadWords(given)).toBe(words)
  })

  test('and no number twice', () => {
    expect(standingWords({ ...NONE, same: 216 })).toEqual([])
    expect(standingWords({ ...NONE, same: 215, waiting: 3 })).toEqual([
      '215 records are in this desk already.',
      '3 conflicts of an earlier import or merge still wait for your decision.',
    ])
  })
})

describe('what is wrong with a file is said', () => {
  test('by the number of records where that is known, and else as what it is', () => {
    expect(faultsHeading({ faultCount: 2, recordsAtFault: 2 })).toBe('2 records are at fault')
    expect(faultsHeading({ faultCount: 1, recordsAtFault: 0 })).toBe('Not all of it can be read')
    expect(faultsHeading({ faultCount: 2, recordsAtFault: 1 })).toBe(
      'Not all of it can be read, and 1 record is at fault',
    )
  })

  test('with no rest to take where there is none', () => {
    expect(faultsAdvice({ faultCount: 1, recordsAtFault: 1 }, false)).toBeNull()
    expect(faultsAdvice({ faultCount: 1, recordsAtFault: 1 }, true)).toBe('There is nothing else in it to import.')
    expect(faultsAdvice({ faultCount: 1, recordsAtFault: 0 }, true)).toContain('There is nothing else in it to import')
    expect(faultsAdvice({ faultCount: 1, recordsAtFault: 0 }, false)).toContain('cannot be known')
  })
})

test('an import that only left something to decide does not say that nothing came', () => {
  expect(outcomeWords({ ...NONE, conflicts: 1 })).toBe('Nothing new, but another version of 1 record, came from')
  expect(outcomeWords({ ...NONE, updated: 2 })).toBe('2 records were brought up to date from')
  expect(outcomeWords(NONE)).toBe('Nothing new came from')
})
