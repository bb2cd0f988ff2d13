import { expect, test } from 'vitest'
import { shortened } from '#annotations/text/shortened'

test('a text is cut between words, and within a word only where that word takes up most of it', () => {
  expect(shortened('The vote was counted', 14)).toBe('The vote was…')
  expect(shortened('The vote was counted', 12)).toBe('The vote was…')
  expect(shortened('Unbrokenwordthatgoeson and on', 12)).toBe('Unbrokenword…')
  expect(shortened('وزیر نے تردید کی', 13)).toBe('وزیر نے تردید…')
})

test('a text that fits stays whole, on one line', () => {
  expect(shortened(' The vote\n was counted ', 20)).toBe('The vote was counted')
})
