import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatTimeline, parseTimeline, WHOLE_TIMELINE } from '../../../../src/renderer/state/timeline-route'
import { extentOf, momentWords, shift, tickWords, zoom } from '../../../../src/renderer/timeline/range'
import { testIds } from '../../../support/memory-desk'

const DAY = 86_400_000
const all = { from: 0, to: 1_000 * DAY }
const day = fc.double({ min: 0, max: 1_000, noNaN: true }).map((days) => days * DAY)

test('zooming in and out again stays within all there is, and keeps the moment under the pointer', () => {
  fc.assert(
    fc.property(day, fc.double({ min: 1.01, max: 50, noNaN: true }), (at, factor) => {
      const near = zoom(all, factor, at, all)
      expect(near.from).toBeGreaterThanOrEqual(0)
      expect(near.to).toBeLessThanOrEqual(all.to + 1)
      const share = (at - near.from) / (near.to - near.from)
      expect(share).toBeCloseTo(at / all.to, 5)
      expect(zoom(near, 1 / factor / 2, at, all)).toEqual(all)
    }),
  )
})

test('pushing stops at the first and the last date', () => {
  const range = { from: 10 * DAY, to: 20 * DAY }
  expect(shift(range, -500 * DAY, all)).toEqual({ from: 0, to: 10 * DAY })
  expect(shift(range, 5_000 * DAY, all)).toEqual({ from: 990 * DAY, to: 1_000 * DAY })
})

test('a single date has room around it', () => {
  expect(extentOf([5 * DAY])).toEqual({ from: 3 * DAY, to: 7 * DAY })
  expect(extentOf([])).toBeNull()
})

test('the axis says years, months, days or hours, as fine as its ticks', () => {
  const ticks = (...dates: string[]) => tickWords(dates.map((date) => new Date(date)))
  expect(ticks('2022-01-01', '2023-01-01')).toEqual(['2022', '2023'])
  expect(ticks('2022-12-01', '2023-01-01')).toEqual(['Dec 2022', 'Jan 2023'])
  expect(ticks('2022-12-31', '2023-01-01', '2023-01-02')).toEqual(['31 Dec 2022', '1 Jan 2023', '2 Jan'])
  expect(ticks('2023-01-01', '2023-01-01T12:00Z')).toEqual(['1 Jan 2023', '12:00'])
  expect([momentWords(0), momentWords(DAY / 2)]).toEqual(['1 Jan 1970', '1 Jan 1970, 12:00'])
})

test('the address of a timeline is read as it was written, and what it does not know is left out', () => {
  const ids = testIds()
  const place = {
    ...WHOLE_TIMELINE,
    story: ids.highlight(),
    only: true,
    tags: ['denial'],
    relations: ['denies', 'updates'],
    publisher: 'The Herald & Sons',
    range: { from: '2023-05-04T00:00Z', to: '2023-05-09T00:00Z' },
    at: ids.article(),
  } as const
  expect(parseTimeline(formatTimeline(place).split('?')[1] ?? '')).toEqual(place)
  expect(formatTimeline(WHOLE_TIMELINE)).toBe('#/timeline')
  expect(parseTimeline('story=nobody&tag=rumour&relation=x&from=later&to=2023-01-01&at=1')).toEqual(WHOLE_TIMELINE)
  expect(parseTimeline('story=all').story).toBe('all')
})
