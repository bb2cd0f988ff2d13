import { expect, test } from 'vitest'
import type { MarkView } from '#contract/agreement-views'
import { alikeSides } from '../../../../src/renderer/agreement/alike-sides'

const mark = (id: string, of: Partial<MarkView> = {}) =>
  ({ id, tag: 'claim', start: 3, end: 9, exact: 'a ferry', note: '', speaker: null, ...of }) as MarkView

const together = (...sides: (readonly MarkView[])[]) => alikeSides(sides).map(({ sides: alike }) => alike)

test('sides that marked the same stand together, whoever made the marks and in whatever order', () => {
  const [one, other] = [mark('hl_1'), mark('hl_2', { start: 12, end: 20 })]
  expect(together([one, other], [mark('hl_3', { tag: 'denial' })], [other, mark('hl_4')])).toEqual([[0, 2], [1]])
})

test('another end, tag, note or speaker is another side', () => {
  const others = [{ end: 10 }, { tag: 'denial' as const }, { note: 'Seen' }, { speaker: 'Ada' }]
  expect(together([mark('hl_1')], ...others.map((of) => [mark('hl_2', of)]))).toEqual([[0], [1], [2], [3], [4]])
})

test('those who marked nothing come last', () => {
  expect(together([], [mark('hl_1')], [])).toEqual([[1], [0, 2]])
})
