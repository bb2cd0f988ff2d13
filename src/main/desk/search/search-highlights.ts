import type { Change } from '#annotations/changes/change-set'
import type { RecordsView } from '#annotations/changes/records'
import type { Tag } from '#annotations/model/highlight'
import type { HighlightId } from '#annotations/model/ids'
import { likelyLink } from '#annotations/model/relation'
import { fold, queryWords } from '#annotations/text/fold'
import type { InputOf } from '#contract/methods'
import { createPassageIndex, type Passage } from './passage-index'
import { createTop } from './top'

export type Query = InputOf<'highlight.search'>

/** Searches every highlight of a desk: tens of milliseconds over 100,000. */
export type HighlightSearch = {
  /** The best hits first, and how many there are in all. */
  readonly find: (query: Query) => { readonly ids: readonly HighlightId[]; readonly total: number }
  readonly update: (changes: readonly Change[]) => void
  /** Prepares for the first search, a few milliseconds at a time; answers whether there is more to do. */
  readonly warmUp: () => boolean
}

type Hit = { readonly passage: Passage; readonly score: number }

/** Milliseconds: less than a frame, so that an action that arrives meanwhile does not wait to be seen. */
const SLICE = 5

/** Points of the ranking. What cannot be linked sinks below all else; another article beats any likeness of words. */
const LINKED = -1_000
const OTHER_ARTICLE = 100
const TELLING_TAGS = 8
const MOST_AFFINITY = 40
const WHOLE_PHRASE = 20
const WORD_IN_PASSAGE = 3
const WORD_START = 2
const WORD_ELSEWHERE = 1

export function createHighlightSearch(records: RecordsView): HighlightSearch {
  const index = createPassageIndex(records)
  let origin: Origin | null = null

  const originOf = (id: HighlightId | null): Origin | null => {
    if (id === null) return null
    if (origin?.passage.id === id) return origin
    const passage = index.get(id)
    origin = passage ? createOrigin(passage, index.affinity(passage), linkedTo(records, id)) : null
    return origin
  }

  return {
    find(query) {
      index.catchUp(Number.POSITIVE_INFINITY)
      const from = originOf(query.linkFrom)
      const wanted = queryWords(query.text)
      const phrase = fold(query.text)
      const tags = new Set<Tag>(query.tags)
      const elsewhere = query.elsewhere === true
      const inOrder = query.articleId !== null && !elsewhere && wanted.length === 0 && from === null
      const top = createTop<Hit>(query.limit, inOrder ? byPlace : byScore)
      let total = 0
      index.forEach((passage, slot) => {
        if (tags.size > 0 && !tags.has(passage.tag)) return
        if (query.articleId !== null && (passage.articleId === query.articleId) === elsewhere) return
        if (passage.id === query.linkFrom) return
        const likeness = matchScore(passage, index.articleText(passage.articleId), wanted, phrase)
        if (likeness === null) return
        total++
        top.offer({ passage, score: likeness + (from ? linkScore(from, passage, slot) : 0) })
      })
      return { ids: top.items().map((hit) => hit.passage.id), total }
    },
    update(changes) {
      origin = null
      for (const change of changes) {
        if (change.kind === 'highlight') index.noteHighlight(change.id)
        else if (change.kind === 'article') index.noteArticle(change.id)
      }
    },
    warmUp: () => index.catchUp(SLICE),
  }
}

/** The highlight that a link shall start in, and what it has in common with each slot of the index. */
type Origin = {
  readonly passage: Passage
  readonly affinity: Float32Array
  readonly scale: number
  readonly linked: ReadonlySet<HighlightId>
}

function createOrigin(passage: Passage, affinity: Float32Array, linked: ReadonlySet<HighlightId>): Origin {
  // The origin shares every word with itself, so that its own sum is the most that any other can reach.
  const most = affinity.reduce((a, b) => Math.max(a, b), 0)
  return { passage, affinity, scale: most > 0 ? MOST_AFFINITY / most : 0, linked }
}

function linkedTo(records: RecordsView, id: HighlightId): ReadonlySet<HighlightId> {
  const linked = new Set<HighlightId>()
  for (const linkId of records.linksOf(id)) {
    const link = records.links.get(linkId)
    if (link) linked.add(link.from === id ? link.to : link.from)
  }
  return linked
}

/**
 * How well a passage suits as a link's other end. Tags that make a telling relation (an answer, an attribution) come first
 * among passages as alike, but a claim that shares the origin's names beats a denial of something else.
 */
function linkScore(origin: Origin, passage: Passage, slot: number): number {
  if (origin.linked.has(passage.id)) return LINKED
  const { relation } = likelyLink(origin.passage.tag, passage.tag)
  return (
    (passage.articleId === origin.passage.articleId ? 0 : OTHER_ARTICLE) +
    (relation === 'denies' || relation === 'attributes' ? TELLING_TAGS : 0) +
    (origin.affinity[slot] ?? 0) * origin.scale
  )
}

/** Null unless every word occurs in the passage, its note, speaker, or its article's title or publisher. */
function matchScore(passage: Passage, article: string, wanted: readonly string[], phrase: string): number | null {
  if (wanted.length === 0) return 0
  let score = 0
  for (const word of wanted) {
    const inText = passage.text.indexOf(word)
    if (inText >= 0) score += WORD_IN_PASSAGE + startsWord(passage.text, inText)
    else if (passage.rest.includes(word)) score += WORD_ELSEWHERE
    else if (!article.includes(word)) return null
  }
  return passage.text.includes(phrase) ? score + WHOLE_PHRASE : score
}

function startsWord(text: string, at: number): number {
  return at === 0 || /[^\p{L}\p{N}]/u.test(text.charAt(at - 1)) ? WORD_START : 0
}

/** Best first; equals newest first, which their ids tell. */
function byScore(a: Hit, b: Hit): number {
  return b.score - a.score || (a.passage.id < b.passage.id ? 1 : -1)
}

/** Reading order, for one article without a query. */
function byPlace(a: Hit, b: Hit): number {
  return a.passage.start - b.passage.start || (a.passage.id < b.passage.id ? -1 : 1)
}
