/** What can be told from the letters alone; null where it cannot. */
export type LanguageGuess = { readonly language: string | null; readonly direction: 'ltr' | 'rtl' }

/** Enough for a steady count, little enough for a text of many megabytes. UTF-16 units. */
const SAMPLE = 20_000
const FEWEST_HITS = 3
const LEAST_SHARE = 0.06
const LEAD = 1.5

const SCRIPTS = {
  latin: /\p{Script=Latin}/gu,
  cyrillic: /\p{Script=Cyrillic}/gu,
  arabic: /\p{Script=Arabic}/gu,
  hebrew: /\p{Script=Hebrew}/gu,
} as const
type Script = keyof typeof SCRIPTS

/** The commonest words that the languages of one script do not share. */
const STOP_WORDS: { readonly [S in Script]: { readonly [language: string]: string } } = {
  latin: {
    en: 'the of and to in that is was for with by on he she his at from has had not be it as who said',
    de: 'der die das und ist nicht mit von zu den dem ein eine auf für im sich des auch wurde hat',
    fr: 'le la les et est une des du dans que qui pour pas sur avec au ce il elle par été ont',
    es: 'el la los las y es una del que en por con para no su se al lo como más fue ha',
    it: 'il la che di è una per non con del della gli si nel sono alla anche ha più stato',
  },
  cyrillic: {
    ru: 'и в не на что с по он это как из его за был что от для также сообщил о к во',
    uk: 'і в не на що з та до його за від для це як був також повідомив про у є',
  },
  arabic: {
    ur: 'کے کی کا ہے میں اور سے کو نے کہ پر ہیں یہ تھا تھی نہیں بھی اس ہو',
    ar: 'في من على إلى أن التي الذي عن مع هذا هذه كان قال وقال لم ما لا بين',
    fa: 'در به از که این را با است برای آن یک شد می‌شود خود تا بود نیز کرد',
  },
  hebrew: { he: 'של את על לא הוא היא זה עם כי אל גם יש כל אני אמר' },
}

/** Guesses a text's language (BCP 47) from its script and stop words, and its direction from its script. */
export function guessLanguage(text: string): LanguageGuess {
  const sample = text.slice(0, SAMPLE).toLowerCase()
  const script = mainScript(sample)
  if (script === null) return { language: null, direction: 'ltr' }
  return {
    language: likeliest(sample, STOP_WORDS[script]),
    direction: script === 'arabic' || script === 'hebrew' ? 'rtl' : 'ltr',
  }
}

function mainScript(sample: string): Script | null {
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  const scripts: readonly Script[] = ['latin', 'cyrillic', 'arabic', 'hebrew']
  return scripts.find((script) => (sample.match(SCRIPTS[script])?.length ?? 0) > letters / 2) ?? null
}

/** The language whose stop words are plainly the most frequent: above a share of all words, and well ahead of the next. */
function likeliest(sample: string, languages: { readonly [language: string]: string }): string | null {
  const words = sample.match(/[\p{L}\p{M}\u200C]+/gu) ?? []
  const [best, second] = Object.entries(languages)
    .map(([language, list]) => ({ language, hits: countWords(words, new Set(list.split(' '))) }))
    .sort((a, b) => b.hits - a.hits)
  if (best === undefined || best.hits < FEWEST_HITS || best.hits < words.length * LEAST_SHARE) return null
  return best.hits >= LEAD * (second?.hits ?? 0) ? best.language : null
}

function countWords(words: readonly string[], wanted: ReadonlySet<string>): number {
  return words.reduce((count, word) => count + (wanted.has(word) ? 1 : 0), 0)
}
