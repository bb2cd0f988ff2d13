import { describe, expect, it } from 'vitest'
import { decodeText } from '#main/import/text/decode'

const ENGLISH =
  'Señor Muñoz paid 40 € for a café crème — “too much”, he said.\r\nThe naïve coöperative agreed with the façade.\r\n'
const RUSSIAN =
  'Совет порта решил, что старый паром будет ходить ещё одну зиму. «Это не вызовет задержек», — сказал министр.\r\n'
const ARABIC = 'قال مجلس الميناء إن السفينة القديمة ستبقى في الخدمة هذا الشتاء، من دون تأخير في الحوض الجاف.\r\n'
const URDU = 'بندرگاہ کے بورڈ نے منگل کو فیصلہ کیا کہ پرانی کشتی ایک اور سردی تک چلتی رہے گی۔\r\n'

/** Bytes of a text in a one-byte encoding, from the platform's own table of it. */
function encode(text: string, encoding: string): Uint8Array {
  const decoder = new TextDecoder(encoding)
  const codes = new Map(Array.from({ length: 256 }, (_, code) => [decoder.decode(Uint8Array.of(code)), code]))
  // Some releases of Node decode these as controls, which is what this file is to notice.
  for (const [character, code] of Object.entries({ '€': 0x80, '—': 0x97, '“': 0x93, '”': 0x94 }))
    if (encoding === 'windows-1252') codes.set(character, code)
  return Uint8Array.from(text, (character) => codes.get(character) ?? 63)
}
const utf16 = (text: string, big: boolean, mark: boolean) => {
  const bytes = Buffer.from(`${mark ? '\uFEFF' : ''}${text}`, 'utf16le')
  return new Uint8Array(big ? bytes.swap16() : bytes)
}

describe('without a word on the encoding', () => {
  it.each([
    ['windows-1252', ENGLISH],
    ['windows-1251', RUSSIAN],
    ['windows-1256', ARABIC],
  ])('%s is recognised', (encoding, text) => {
    expect(decodeText(encode(text, encoding))).toBe(text)
  })

  it.each([ENGLISH, RUSSIAN, ARABIC, URDU])('UTF-8 is, with and without its mark: %s', (text) => {
    expect(decodeText(new TextEncoder().encode(text))).toBe(text)
    expect(decodeText(new TextEncoder().encode(`\uFEFF${text}`))).toBe(text)
  })

  it.each([ENGLISH, RUSSIAN, URDU])('UTF-16 is, either way round, with and without its mark: %s', (text) => {
    for (const big of [true, false])
      for (const mark of [true, false]) expect(decodeText(utf16(text, big, mark))).toBe(text)
  })

  it('one accent in a long English text makes it neither Cyrillic nor Arabic', () => {
    const text = `${'The board met again, and the ferry stays. '.repeat(50)}Café.`
    expect(decodeText(encode(text, 'windows-1252'))).toBe(text)
  })
})

describe('with a declared encoding', () => {
  it('it is believed, because few bytes say little', () => {
    expect(decodeText(encode('Да', 'windows-1251'), 'windows-1251')).toBe('Да')
    expect(decodeText(encode('Да', 'koi8-r'), 'koi8-r')).toBe('Да')
  })

  it('a mark outweighs it, and so do bytes that cannot be the UTF-8 they are said to be', () => {
    expect(decodeText(new TextEncoder().encode(`\uFEFF${URDU}`), 'windows-1252')).toBe(URDU)
    expect(decodeText(encode(RUSSIAN, 'windows-1251'), 'utf-8')).toBe(RUSSIAN)
  })

  it('one that nobody knows is passed over', () => {
    expect(decodeText(new TextEncoder().encode(URDU), 'x-no-such')).toBe(URDU)
  })
})
