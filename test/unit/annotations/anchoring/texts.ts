import fc from 'fast-check'

const FRAGMENTS = [
  ...['the', 'talks', 'denied', 'Minister', 'held', 'no', 'U.S', 'Mr', 'don’t', '“why', '13', '2,500', 'é', 'e\u0301'],
  ...[
    'министр',
    'отрицал',
    'Переговоры',
    'و\u064e',
    'وزیر',
    'خارجہ',
    'نے',
    'تردید',
    'کی',
    '\u200fاجلاس\u200f',
    '\u0600٣',
  ],
  ...[
    '👍',
    '👨‍👩‍👧',
    '🇷🇺',
    '🇺🇸🇵🇰',
    '❤\ufe0f',
    '👍🏽',
    'क्षि',
    'ภาษาไทย',
    '한국',
    '각',
    '汉字',
    '\ud83d',
    '\u200d',
    '\u0301',
  ],
  ...['.', ',', '?”', '!', '—', '\u00a0', ' ', ' ', ' ', ' ', ' ', '  ', '\t', '\u200b'],
]

/** Texts as hostile as newspapers and tests can be: mixed scripts, emoji, combining marks, lone surrogates, odd space. */
export const anyText = (lineBreak: '\n' | '\r\n' = '\n') =>
  fc
    .array(fc.constantFrom(...FRAGMENTS, lineBreak), { minLength: 1, maxLength: 80, size: 'max' })
    .map((fragments) => fragments.join(''))

/** Texts whose words are all different, so that there is one right answer to where a passage went. */
export const distinctText = fc
  .uniqueArray(fc.integer({ min: 100_000, max: 999_999 }), { minLength: 8, maxLength: 60, size: 'max' })
  .map((numbers) => numbers.map((n, i) => word(n) + (i % 9 === 8 ? '.\n' : ' ')).join(''))

const LETTERS = [[...'abcdefghij'], [...'абвгдежзик'], [...'ابتثجحدذرز'], ['👍', 'e\u0301', ...'klmnopqr']]

function word(n: number): string {
  const letters = LETTERS[n % 4] ?? []
  return [...String(n)].map((digit) => letters[Number(digit)]).join('')
}

/** A span of a text as two fractions of it, for texts that are made first. */
export function spanOf(text: string, a: number, b: number): { readonly start: number; readonly end: number } {
  const [first, second] = [Math.floor(a * text.length), Math.floor(b * text.length)]
  return { start: Math.min(first, second), end: Math.max(first, second) }
}

export const fraction = fc.double({ min: 0, max: 1, noNaN: true })

/** Every grapheme boundary of a text, by segmenting all of it. */
export function graphemeBoundaries(text: string): Set<number> {
  const parts = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)
  return new Set([...Array.from(parts, (part) => part.index), text.length])
}

/** Milliseconds that `work` takes at its fastest of five times: what else the machine does is left out. */
export function fastest(work: () => unknown): number {
  const times = Array.from({ length: 5 }, () => {
    const before = performance.now()
    work()
    return performance.now() - before
  })
  return Math.min(...times)
}
