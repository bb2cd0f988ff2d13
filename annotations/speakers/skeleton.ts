import { latin, properWords } from './sound'

/**
 * Arabic, Persian and Urdu letters by the consonant that Latin spellings have for them; what stands for a vowel, a semivowel or
 * a breath has none, for the one writes what the other leaves out. Several where languages read a letter differently: ث is th or
 * s, ض is d or z.
 */
const CONSONANTS = new Map<string, readonly string[]>(
  Object.entries({
    b: 'بپ',
    t: 'تطٹ',
    'ts st': 'ث',
    j: 'ج',
    c: 'چ',
    k: 'خكکق',
    d: 'دڈ',
    'zd dz': 'ذضظ',
    r: 'رڑ',
    z: 'زژ',
    s: 'سص',
    S: 'ش',
    g: 'غگ',
    f: 'فڤ',
    l: 'ل',
    m: 'م',
    n: 'نں',
  }).flatMap(([readings, letters]) =>
    Array.from(letters, (letter) => [letter, readings.split(' ').map((reading) => reading.charAt(0))] as const),
  ),
)

const ARABIC = /\p{Script=Arabic}/u
/** Articles that Latin spellings set apart, and Arabic ones write with the name. */
const ARTICLES = new Set(['al', 'el', 'ul', 'ur', 'ud', 'as', 'ad', 'an', 'ar', 'az'])
/** Consonants in a name: with fewer, too many names would be one. */
const ENOUGH = 4
/** Readings of one name; each letter that has two doubles them. */
const MOST_READINGS = 16

/** Whether a name is written, at least in part, in the Arabic script. */
export function isArabic(name: string): boolean {
  return ARABIC.test(name)
}

/**
 * The consonants of a name, in each way to read it: those of "عمران خان" and "Imran Khan" are the same. That is a hint and no
 * more, for "Omran Khan" has them too. None for a name of so few consonants that the hint would be worth nothing.
 */
export function skeletonsOf(name: string): readonly string[] {
  const words = properWords(name)
  const own = words.filter((word) => !ARTICLES.has(word))
  const readings = (own.length > 0 ? own : words).reduce<readonly string[]>(
    (heads, word) => {
      const tails = isArabic(word) ? arabicReadings(word) : latinReadings(latin(word))
      return [...new Set(heads.flatMap((head) => tails.map((tail) => head + tail)))].slice(0, MOST_READINGS)
    },
    [''],
  )
  return readings.filter((reading) => reading.length >= ENOUGH)
}

function arabicReadings(word: string): readonly string[] {
  const spellings = /^ال../u.test(word) ? [word, word.slice(2)] : [word]
  return spellings.flatMap((spelling) =>
    Array.from(spelling.replace(/(.)\1+/gu, '$1')).reduce<readonly string[]>(
      (heads, letter) => {
        const readings = CONSONANTS.get(letter) ?? ['']
        return heads.flatMap((head) => readings.map((reading) => head + reading)).slice(0, MOST_READINGS)
      },
      [''],
    ),
  )
}

/** A v is ف in Arabic, and in Persian and Urdu و, which may as well be a vowel; a j may be no more than ي. */
function latinReadings(word: string): readonly string[] {
  const plain = word
    .replace(/(.)\1+/g, '$1')
    .replace(/sh|sch/g, 'S')
    .replace(/tch|ch/g, 'C')
    .replace(/ph/g, 'f')
    .replace(/c(?=[eiy])/g, 's')
    .replace(/x/g, 'ks')
    .replace(/[cq]/g, 'k')
    .replace(/C/g, 'c')
    .replace(/zh/g, 'z')
    .replace(/v$/, 'f')
    .replace(/p/g, 'b')
    .replace(/[^bcdfgjklmnrstzSv]/g, '')
  return ['f', ''].flatMap((v) => ['j', ''].map((j) => plain.replace(/v/g, v).replace(/j/g, j)))
}
