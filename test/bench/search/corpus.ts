import type { Block } from '../../../annotations/model/article'
import { textOf } from '../../../annotations/model/article'
import {
  createRandom,
  createSeededIds,
  type GeneratedDesk,
  generateDesk,
  makeHighlight,
  makeLink,
} from '../../support/desk-generator'

const WORDS = 500
/** Different words; of 5 million of a newspaper's about as many occur more than once or twice. */
const VOCABULARY = 80_000
const SYLLABLES = Array.from('bcdfghjklmnprstvwz').flatMap((consonant) =>
  ['a', 'e', 'i', 'o', 'u', 'an', 'er', 'is', 'on'].map((vowel) => consonant + vowel),
)

/** The word that is the nth most frequent: short when it is frequent, as in a language. */
export function wordOf(rank: number): string {
  let word = ''
  // A step that shares no divisor with the number of syllables, so that neighbours do not look alike.
  for (let rest = rank * 7 + 5; ; rest = Math.floor(rest / SYLLABLES.length)) {
    word += SYLLABLES[(rest * 55 + word.length) % SYLLABLES.length]
    if (rest < SYLLABLES.length) return word
  }
}

/** Articles of 500 words that are as frequent as Zipf's law says, with a highlight each and links between some. */
export function makeDesk(articles: number): GeneratedDesk {
  const random = createRandom(7)
  const ids = createSeededIds(8)
  const bare = generateDesk({ articles, highlights: 0, links: 0, wordsPerArticle: 1, seed: 7 })
  // The rank of the word at a share u of all words, when the nth most frequent has a share of 1/n.
  const draw = () => wordOf(Math.min(VOCABULARY - 1, Math.floor(VOCABULARY ** random()) - 1))
  const revisions = bare.revisions.map((revision) => {
    const blocks: Block[] = []
    for (let left = WORDS; left > 0; left -= 50) {
      const sentences = [20, 18, 12].map((length) => `${Array.from({ length }, draw).join(' ')}.`)
      blocks.push({ kind: 'paragraph', text: sentences.join(' ') })
    }
    return { ...revision, blocks }
  })
  const titled = bare.articles.map((article) => ({ ...article, title: Array.from({ length: 8 }, draw).join(' ') }))
  const highlights = revisions.map((revision) => makeHighlight(ids, random, revision, textOf(revision.blocks)))
  const links = Array.from({ length: Math.floor(articles / 4) }, () => makeLink(ids, random, highlights))
  return { articles: titled, revisions, highlights, links }
}
