import { expect, test } from 'vitest'
import { latestOnly } from '../../../../src/renderer/map/latest-only'

test('begins what is asked for first, and of what comes meanwhile the last alone', () => {
  const begun: string[] = []
  const line = latestOnly((one: string) => begun.push(one))
  for (const one of ['a', 'b', 'c']) line.ask(one)
  expect(begun).toEqual(['a'])
  expect(line.done()).toBe('a')
  expect(begun).toEqual(['a', 'c'])
  expect(line.done()).toBe('c')
  line.ask('d')
  expect(begun).toEqual(['a', 'c', 'd'])
})

test('gives nothing back when nothing was underway', () => {
  expect(latestOnly(() => undefined).done()).toBeNull()
})
