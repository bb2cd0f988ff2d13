import { asksNothing, type Filters, type SearchQuery, type Term } from '#annotations/search/query'
import { findPhrase } from './find-phrase'
import { editsAllowed, likeWords } from './like-words'
import { PlaceReader } from './place-lists'
import { relationBits, type TextIndex } from './text-index'

/** What a query found, the best articles first. */
export type Found = {
  readonly total: { readonly articles: number; readonly highlights: number; readonly links: number }
  readonly groups: readonly FoundGroup[]
  /** Words that are nowhere, or not with the others, and the like ones that were taken instead. */
  readonly alike: readonly { readonly word: string; readonly instead: readonly string[] }[]
}

/** One article of the page. */
export type FoundGroup = {
  readonly articleId: string
  /** Whether its text or title is a hit. */
  readonly text: boolean
  /** Ids of highlights and links, the best first; `more` were found and left out. */
  readonly records: readonly string[]
  readonly more: number
}

/** The index's words that one of the query's may stand for, with what a hit by each is worth. */
type Choice = { readonly term: number; readonly worth: number }

/** More words than one would type; each costs a pass over its documents. */
const MOST_TERMS = 24
const MOST_RECORDS = 6
const EXACT = 1
const BEGINS = 0.4
const LIKE = [0, 0.3, 0.15]
/** BM25 (Robertson and Zaragoza, 2009), with the usual constants. */
const K1 = 1.2
const B = 0.75
const IN_HEAD = 2.5
/** An article is at most one of 4,194,304, so that it fits beside its score into one number to sort. */
const ARTICLES = 2 ** 22

/**
 * Runs a query. What it costs depends on the places of its words, a few nanoseconds each, and not on how many hits are
 * asked for. When nothing has all words, like words are taken for those that are missing, else for all.
 */
export function runQuery(index: TextIndex, query: SearchQuery, offset: number, limit: number): Found {
  if (asksNothing(query)) return NOTHING
  const terms = query.terms.slice(0, MOST_TERMS)
  const strict = match(index, terms, query.filters, offset, limit)
  if (strict.total.articles > 0 || !terms.some(canBeLike)) return strict
  const missing = terms.filter((term) => canBeLike(term) && choicesOf(index, term).length === 0)
  const relaxed = terms.map((term) =>
    canBeLike(term) && (missing.length === 0 || missing.includes(term)) ? { ...term, fuzzy: true } : term,
  )
  const found = match(index, relaxed, query.filters, offset, limit)
  return found.total.articles > 0 ? found : strict
}

const NOTHING: Found = { total: { articles: 0, highlights: 0, links: 0 }, groups: [], alike: [] }

function canBeLike({ words, fuzzy }: Term): boolean {
  const [word] = words
  return !fuzzy && words.length === 1 && word !== undefined && editsAllowed(word.length) > 0
}

function match(index: TextIndex, terms: readonly Term[], filters: Filters, offset: number, limit: number): Found {
  const choices = terms.map((term) => choicesOf(index, term))
  const alike = terms.flatMap((term, at) => {
    const [word] = term.words
    const instead = (choices[at] ?? []).filter(({ worth }) => worth < BEGINS).map(({ term }) => index.terms.word(term))
    return term.fuzzy && word !== undefined && instead.length > 0 ? [{ word, instead }] : []
  })
  const hits = terms.length === 0 ? everything(index, filters) : scoreTerms(index, terms, choices)
  return { ...page(index, hits, passesFilters(index, filters), offset, limit), alike }
}

function choicesOf(index: TextIndex, { words, prefix, fuzzy }: Term): Choice[] {
  const word = words.at(-1)
  if (word === undefined) return []
  const exact = index.terms.find(word)
  const choices: Choice[] = exact === null ? [] : [{ term: exact, worth: EXACT }]
  if (prefix) index.terms.forEachBeginning(word, (term) => choices.push({ term, worth: BEGINS }))
  if (fuzzy) {
    const known = new Set(choices.map(({ term }) => term))
    for (const { term, edits } of likeWords(index.terms, word, (term) => index.places.docsIn(term))) {
      if (!known.has(term)) choices.push({ term, worth: LIKE[edits] ?? 0 })
    }
  }
  return choices
}

/** Documents with a score each; those that are dead or filtered out are still among them. */
type Hits = { readonly docs: Uint32Array; readonly scores: Float32Array }

/** Without words: every highlight and link that filters can ask for, or every article when they ask for articles alone. */
function everything(index: TextIndex, filters: Filters): Hits {
  const ofArticles =
    filters.tags.length + filters.speakers.length + filters.relations.length === 0 && filters.linked === null
  const docs = new Uint32Array(index.docs)
  const scores = new Float32Array(index.docs)
  // Days as numbers, in thousandths because scores are sorted so.
  const days = index.articles.map(({ day }) => Number(day?.replaceAll('-', '') ?? 0) / 1_000)
  let count = 0
  for (let doc = 0; doc < index.docs; doc++) {
    if ((index.kindOf(doc) === 'text') !== ofArticles) continue
    docs[count++] = doc
    // The newest first.
    scores[doc] = days[index.articleOf(doc)] ?? 0
  }
  return { docs: docs.subarray(0, count), scores }
}

/** The documents that have every term, the terms with the fewest places first. */
function scoreTerms(index: TextIndex, terms: readonly Term[], choices: readonly (readonly Choice[])[]): Hits {
  const scores = new Float32Array(index.docs)
  const had = new Uint8Array(index.docs)
  const docs = new Uint32Array(index.docs)
  let count = 0
  const reader = new PlaceReader(index.places)
  const average = index.words / Math.max(1, index.live)
  const { docLengths, docHeads } = index
  const order = terms.map((_, at) => at).sort((a, b) => cost(index, choices[a]) - cost(index, choices[b]))
  for (const [turn, at] of order.entries()) {
    const term = terms[at]
    const chosen = choices[at] ?? []
    if (!term || chosen.length === 0) return { docs: docs.subarray(0, 0), scores }
    const note = (doc: number, times: number, first: number, worth: number) => {
      const before = had[doc] ?? 0
      if (before < turn) return
      if (before === turn) {
        had[doc] = turn + 1
        if (turn === 0) docs[count++] = doc
      }
      const share = (docLengths[doc] ?? 0) / average
      const weight = (times * (K1 + 1)) / (times + K1 * (1 - B + B * share))
      scores[doc] = (scores[doc] ?? 0) + worth * weight * (first < (docHeads[doc] ?? 0) ? IN_HEAD : 1)
    }
    if (term.words.length === 1) {
      const rarity = rarityOf(
        index,
        chosen.reduce((sum, { term }) => sum + index.places.docsIn(term), 0),
      )
      for (const { term, worth } of chosen) {
        reader.forEachDoc(term, (doc, times, first) => note(doc, times, first, worth * rarity))
      }
    } else {
      const before = term.words.slice(0, -1).map((word) => index.terms.find(word))
      const steps = [...before.map((term) => (term === null ? [] : [term])), chosen.map(({ term }) => term)]
      const phrase = findPhrase(index, reader, steps, (doc) => (had[doc] ?? 0) >= turn)
      const rarity = rarityOf(index, phrase.length)
      for (const { doc, times, first } of phrase) note(doc, times, first, rarity)
    }
  }
  let kept = 0
  for (let i = 0; i < count; i++) {
    const doc = docs[i] ?? 0
    if (had[doc] === terms.length) docs[kept++] = doc
  }
  return { docs: docs.subarray(0, kept), scores }
}

function cost(index: TextIndex, choices: readonly Choice[] | undefined): number {
  return (choices ?? []).reduce((sum, { term }) => sum + index.places.sizeOf(term), 0)
}

function rarityOf(index: TextIndex, docs: number): number {
  const within = Math.min(docs, index.docs)
  return Math.log(1 + (index.docs - within + 0.5) / (within + 0.5))
}

/** Whether a document is alive and passes the filters. Articles and speakers are judged once each. */
function passesFilters(index: TextIndex, filters: Filters): (doc: number) => boolean {
  const { tags, relations, speakers, publishers, articles, date, linked } = filters
  const bits = relationBits(relations)
  const ofHighlights = tags.length > 0 || speakers.length > 0 || linked !== null
  const ofArticles = publishers.length > 0 || articles.length > 0 || date !== null
  const articleFits = judgeOnce(index.articles.length, (at) => {
    const article = index.articles[at]
    if (!article) return false
    if (publishers.length > 0 && !publishers.some((words) => hasWords(article.publisher, words))) return false
    if (articles.length > 0 && !articles.some(({ id, words }) => id === article.id || hasWords(article.title, words)))
      return false
    if (date === null) return true
    if (article.day === null) return false
    return (date.from === null || article.day >= date.from) && (date.to === null || article.day <= `${date.to}~`)
  })
  const speakerFits = judgeOnce(index.speakers.length, (at) =>
    speakers.some((words) => hasWords(index.speakers[at] ?? '', words)),
  )
  return (doc) => {
    if (index.docIds[doc] === null) return false
    if (ofHighlights && index.kindOf(doc) !== 'highlight') return false
    const tag = tags.length > 0 ? index.tagOf(doc) : null
    if (tags.length > 0 && (tag === null || !tags.includes(tag))) return false
    if (linked !== null && (index.relationsOf(doc) !== 0) !== linked) return false
    if (bits !== 0 && (index.relationsOf(doc) & bits) === 0) return false
    if (speakers.length > 0 && !speakerFits(index.speakerOf(doc))) return false
    return !ofArticles || articleFits(index.articleOf(doc))
  }
}

function hasWords(spaced: string, words: readonly string[]): boolean {
  return words.every((word) => spaced.includes(` ${word}`))
}

function judgeOnce(count: number, judge: (at: number) => boolean): (at: number) => boolean {
  const known = new Uint8Array(count)
  return (at) => {
    if (known[at] === 0) known[at] = judge(at) ? 1 : 2
    return known[at] === 1
  }
}

/** The articles of one page, with their hits. */
function page(
  index: TextIndex,
  { docs, scores }: Hits,
  passes: (doc: number) => boolean,
  offset: number,
  limit: number,
): Omit<Found, 'alike'> {
  const best = new Float32Array(index.articles.length).fill(-1)
  const passed = new Uint32Array(docs.length)
  let count = 0
  let articles = 0
  let highlights = 0
  let links = 0
  for (const doc of docs) {
    if (!passes(doc)) continue
    passed[count++] = doc
    const article = index.articleOf(doc)
    const kind = index.kindOf(doc)
    if (kind === 'highlight') highlights++
    else if (kind === 'link') links++
    if ((best[article] ?? 0) < 0) articles++
    best[article] = Math.max(best[article] ?? 0, scores[doc] ?? 0)
  }
  // Numbers sort many times faster than records do.
  const order = new Float64Array(articles)
  let at = 0
  for (let article = 0; article < best.length; article++) {
    const score = best[article] ?? -1
    if (score >= 0) order[at++] = Math.round(score * 1_000) * ARTICLES + (ARTICLES - 1 - article)
  }
  order.sort()
  const shown = new Map<number, { text: boolean; records: { id: string; score: number }[] }>()
  for (const key of order.subarray(Math.max(0, articles - offset - limit), Math.max(0, articles - offset)).reverse()) {
    shown.set(ARTICLES - 1 - (key % ARTICLES), { text: false, records: [] })
  }
  for (let i = 0; i < count; i++) {
    const doc = passed[i] ?? 0
    const group = shown.get(index.articleOf(doc))
    const id = index.docIds[doc]
    if (!group || !id) continue
    if (index.kindOf(doc) === 'text') group.text = true
    else group.records.push({ id, score: scores[doc] ?? 0 })
  }
  const groups = [...shown].map(([article, { text, records }]) => ({
    articleId: index.articles[article]?.id ?? '',
    text,
    records: records
      .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
      .slice(0, MOST_RECORDS)
      .map(({ id }) => id),
    more: Math.max(0, records.length - MOST_RECORDS),
  }))
  return { total: { articles, highlights, links }, groups }
}
