import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readableJson } from '#main/desk/files/readable-json'

test('what is written reads back the same, however deep it is broken over lines', () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false } as object), fc.nat(5), (value, levels) => {
      // Through JSON once, because it has no minus zero.
      const plain: unknown = JSON.parse(JSON.stringify(value))
      expect(JSON.parse(readableJson(plain, levels))).toEqual(plain)
    }),
  )
})

test('each record is one line', () => {
  expect(readableJson({ version: 1, links: [{ a: { b: 1 } }, { a: null }], none: [], empty: {} }, 2)).toBe(
    `{
  "version": 1,
  "links": [
    {"a":{"b":1}},
    {"a":null}
  ],
  "none": [],
  "empty": {}
}
`,
  )
})

test('a field without a value is left out, as JSON does it', () => {
  expect(readableJson({ a: undefined, b: 1 }, 1)).toBe('{\n  "b": 1\n}\n')
})
