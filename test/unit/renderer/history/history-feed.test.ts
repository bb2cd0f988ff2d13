import { describe, expect, it } from 'vitest'
import type { HistoryEntry } from '#contract/views'
import { groupDays } from '../../../../src/renderer/history/group-days'
import { type HistoryState, withNewest } from '../../../../src/renderer/history/history-feed'
import { testIds } from '../../../support/memory-desk'

const ids = testIds()
const entry = (at: string): HistoryEntry => ({
  id: ids.changeSet(),
  label: 'Tag as claim',
  annotator: 'Ada',
  at,
  kind: 'do',
  size: 1,
  articles: [],
})
const first = entry('2026-01-04T12:00:00Z')
const second = entry('2026-01-03T12:00:00Z')
const third = entry('2026-01-02T12:00:00Z')
const fourth = entry('2026-01-01T12:00:00Z')
const shown = (entries: readonly HistoryEntry[], next: string | null): HistoryState => ({
  entries,
  next,
  state: 'ready',
  error: null,
})

describe('refreshing the history', () => {
  it('puts new entries on top of older ones that were read already', () => {
    const after = withNewest(shown([second, third, fourth], 'older'), { entries: [first, second], next: third.id })
    expect(after.entries).toEqual([first, second, third, fourth])
    expect(after.next).toBe('older')
  })

  it('starts anew when so much happened that the newest page does not reach down to what is shown', () => {
    const after = withNewest(shown([third, fourth], null), { entries: [first, second], next: second.id })
    expect(after.entries).toEqual([first, second])
    expect(after.next).toBe(second.id)
  })
})

it('groups entries by day and names the last two', () => {
  const days = groupDays([first, second, third], new Date('2026-01-04T18:00:00Z'))
  expect(days.map(({ name }) => name)).toEqual([
    'Today',
    'Yesterday',
    expect.stringMatching(/^Friday,? 2 January 2026$/),
  ])
})
