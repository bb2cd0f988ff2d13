import { expect, test } from 'vitest'
import type { ArticleDraft } from '#annotations/model/article-draft'
import type { ImportFailure, ImportTwin } from '#contract/import-views'
import {
  addLabel,
  beginningOf,
  columnsText,
  failureHeading,
  leftOutText,
  sizeOf,
  twinText,
} from '../../../../src/renderer/dialogs/import-words'

const draft = (...blocks: { text: string; aside?: boolean }[]) =>
  ({ title: 'Ferry late', blocks: blocks.map((block) => ({ aside: false, ...block })) }) as unknown as ArticleDraft
const failure = (message: string) => ({ error: { message } }) as unknown as ImportFailure

test('an article begins below its title, with what is part of it', () => {
  const shown = beginningOf(draft({ text: 'Ferry late' }, { text: 'Share', aside: true }, { text: 'It came at noon.' }))
  expect(shown).toBe('It came at noon.')
  expect(beginningOf(draft({ text: 'x'.repeat(1_000) }))).toHaveLength(280)
})

test('its size says what was set aside of it', () => {
  expect(sizeOf(draft({ text: 'One.' }))).toBe('1 paragraph.')
  expect(sizeOf(draft({ text: 'One.' }, { text: 'Share', aside: true }))).toBe(
    '2 paragraphs, 1 of them set aside as not part of the article.',
  )
})

test('an article that is there already is named, with where, and with what becomes of it', () => {
  const twin = (kind: ImportTwin['kind'], id: string | null) => twinText({ kind, id, title: 'Ferry' } as ImportTwin)
  expect(twin('same', 'art_1')).toBe(
    'The same text is in the desk already, as “Ferry”. It is left out unless you tick it.',
  )
  expect(twin('near', null)).toBe('Nearly the same text is among these already, as “Ferry”. Untick it to leave it out.')
  expect(twin('other', 'art_1')).toMatch(/^“Ferry” in the desk has much of this text.* Untick this one/)
})

test('what could not be read is counted, and told of the first few', () => {
  expect(failureHeading(2, 1_498)).toBe('2 of 1,500 could not be read')
  expect(leftOutText([], 0)).toBeNull()
  expect(leftOutText([failure('A.')], 1)).toBe('A. 1 article that you left out did not come in.')
  expect(leftOutText(['A.', 'B.', 'C.', 'D.'].map(failure), 0)).toBe('A. B. C. 1 other file could not be read either.')
  expect(leftOutText(['A.', 'B.', 'C.', 'D.', 'E.'].map(failure), 0)).toBe(
    'A. B. C. 2 other files could not be read either.',
  )
})

test('the button says how many articles come in, and how many revisions', () => {
  const add = (...revisions: boolean[]) => addLabel(revisions.map((asRevision) => ({ asRevision })))
  expect(add(false, false)).toBe('Add 2 articles')
  expect(add(true)).toBe('Add 1 revision')
  expect(add(false, true, true)).toBe('Add 1 article and 2 revisions')
})

test('the columns of a table are named with what they were taken for, in one order', () => {
  expect(columnsText({ title: 'headline', text: 'body' } as Parameters<typeof columnsText>[0])).toBe(
    'text of the article from “body”, title from “headline”.',
  )
})
