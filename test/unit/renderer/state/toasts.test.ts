import { expect, test } from 'vitest'
import { createToasts } from '../../../../src/renderer/state/toasts'

const messages = ({ list }: ReturnType<typeof createToasts>) => list.get().map(({ message }) => message)

test('what is said again stands there once, as the newest', () => {
  const toasts = createToasts()
  toasts.show({ tone: 'error', message: 'The desk did not answer.' })
  toasts.show({ tone: 'done', message: 'Saved.' })
  const [first] = toasts.list.get()
  toasts.show({ tone: 'error', message: 'The desk did not answer.' })
  expect(messages(toasts)).toEqual(['Saved.', 'The desk did not answer.'])
  // A screen reader is told of it anew.
  expect(toasts.list.get().at(-1)?.id).not.toBe(first?.id)
})

test('the same failure of another file is another one', () => {
  const toasts = createToasts()
  toasts.show({ tone: 'error', message: 'A file could not be read.', detail: 'a.json' })
  toasts.show({ tone: 'error', message: 'A file could not be read.', detail: 'b.json' })
  expect(messages(toasts)).toHaveLength(2)
})

test('only the newest action can be taken back, and of more than three the oldest gives way', () => {
  const toasts = createToasts()
  for (const message of ['One', 'Two']) toasts.show({ tone: 'done', message, undo: true })
  expect(messages(toasts)).toEqual(['Two'])
  for (const message of ['Three', 'Four', 'Five']) toasts.show({ tone: 'done', message })
  expect(messages(toasts)).toEqual(['Three', 'Four', 'Five'])
})
