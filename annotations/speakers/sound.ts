import { fold } from '../text/fold'

const TITLES = new Set(
  [
    'mr mrs ms miss dr sir dame lord lady prof professor president premier chancellor minister prime foreign secretary general the a an',
    // Arabic, Persian and Urdu write ي and ك each with letters of their own.
    'وزير وزیر اعظم وزيراعظم وزیراعظم صدر رئيس رئیس الرئيس جنرل ڈاكٹر ڈاکٹر دكتر دکتر الدكتور',
  ].flatMap((words) => words.split(' ').map(fold)),
)

/** The words of a name in small letters without marks, and without titles as far as more than titles is left. */
export function properWords(name: string): readonly string[] {
  const words =
    fold(name)
      .replace(/\u200c/g, '')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  const proper = words.filter((word) => !TITLES.has(word))
  return proper.length > 0 ? proper : words
}

/** The words of a name as they sound in Latin letters, without titles: "Sergey", "Sergei" and "Сергей" are one. */
export function soundOf(name: string): readonly string[] {
  return properWords(name).map((word) => {
    const known = sounds.get(word)
    if (known !== undefined) return known
    if (sounds.size >= MOST_KEPT) sounds.clear()
    const made = sound(latin(word))
    sounds.set(word, made)
    return made
  })
}

/** Thousands of names are made of far fewer words. */
const sounds = new Map<string, string>()
const MOST_KEPT = 10_000

function sound(word: string): string {
  return word
    .replace(/shch|sch/g, 'sh')
    .replace(/kh/g, 'h')
    .replace(/ph/g, 'f')
    .replace(/ts|tz|cz/g, 'c')
    .replace(/ou/g, 'u')
    .replace(/w/g, 'v')
    .replace(/[ckq]+(?=[aoukrl]|$)/g, 'k')
    .replace(/[yj]/g, 'i')
    .replace(/ei|ie|ii/g, 'i')
    .replace(/(.)\1+/g, '$1')
}

/** Cyrillic letters as news agencies write them; `fold` has taken the marks off them. */
const LATIN: Readonly<Record<string, string>> = Object.fromEntries(
  'а:a б:b в:v г:g ґ:g д:d е:e є:ye ж:zh з:z и:i і:i к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:kh ц:ts ч:ch ш:sh щ:shch ъ: ы:y ь: э:e ю:yu я:ya'
    .split(' ')
    .map((pair) => pair.split(':')),
)

/** A word with its Cyrillic letters in Latin ones. */
export function latin(word: string): string {
  return word.replace(/\p{Script=Cyrillic}/gu, (letter) => LATIN[letter] ?? letter)
}
