import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readableJson } from '#main/desk/files/readable-json'
import { isSealed, seal } from '#main/desk/files/seal'

const value = { version: 1, note: 'Zoë 🙂', links: [{ a: 1 }] }
const sealed = Buffer.from(seal(readableJson(value, 2), 'notes'))

test('a sealed file is still JSON, with its seal as its last field', () => {
  expect(JSON.parse(sealed.toString())).toEqual({ ...value, crc: expect.stringMatching(/^[0-9a-f]{8}$/) })
  expect(isSealed(sealed, 'notes')).toBe(true)
})

test('no damaged bit leaves the seal whole, and neither does another kind, a cut or an addition', () => {
  fc.assert(
    fc.property(fc.nat(sealed.length - 1), fc.nat(7), (at, bit) => {
      const damaged = Buffer.from(sealed)
      damaged[at] = (damaged[at] ?? 0) ^ (1 << bit)
      expect(isSealed(damaged, 'notes')).toBe(false)
      expect(isSealed(sealed.subarray(at + 1), 'notes')).toBe(false)
    }),
  )
  expect(isSealed(sealed, 'other')).toBe(false)
  expect(isSealed(Buffer.concat([sealed, Buffer.from('\n')]), 'notes')).toBe(false)
  expect(isSealed(Buffer.alloc(0), 'notes')).toBe(false)
})
