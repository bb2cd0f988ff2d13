import { expect, test } from 'vitest'
import { z } from 'zod'
import { type Format, parseFormat, versionOf } from '#main/desk/files/migrate'

const notes: Format<{ readonly version: 3; readonly notes: readonly string[] }> = {
  kind: 'notes',
  schema: z.strictObject({ version: z.literal(3), notes: z.array(z.string()) }),
  migrations: [
    { name: 'a note becomes a list of notes', up: ({ note }) => ({ notes: [note] }) },
    {
      name: 'notes lose their white space',
      up: ({ notes }) => ({
        notes: z
          .array(z.string())
          .parse(notes)
          .map((note) => note.trim()),
      }),
    },
  ],
}

test('an old file is brought up step by step', () => {
  expect(versionOf(notes)).toBe(3)
  expect(parseFormat(notes, { version: 1, note: ' a ' })).toEqual({
    state: 'sound',
    value: { version: 3, notes: ['a'] },
  })
  expect(parseFormat(notes, { version: 2, notes: [' b'] })).toEqual({
    state: 'sound',
    value: { version: 3, notes: ['b'] },
  })
  expect(parseFormat(notes, { version: 3, notes: [' c'] })).toEqual({
    state: 'sound',
    value: { version: 3, notes: [' c'] },
  })
})

test('a newer file is recognised by its version alone', () => {
  expect(parseFormat(notes, { version: 4, whatever: true })).toEqual({ state: 'newer', version: 4 })
})

test('a file that is not valid is broken, and what is wrong in it is named', () => {
  expect(parseFormat(notes, { version: 3, notes: ['a', 7] })).toMatchObject({
    state: 'broken',
    why: expect.stringMatching(/^notes\.1: /),
  })
  expect(parseFormat(notes, { notes: [] })).toEqual({ state: 'broken', why: 'it carries no version' })
  expect(parseFormat(notes, null)).toMatchObject({ state: 'broken' })
})

test('an old file that a step cannot take is broken, not an exception', () => {
  expect(parseFormat(notes, { version: 2, notes: 'not a list' })).toMatchObject({ state: 'broken' })
})
