import { asksNothing, type Filters, type SearchQuery, type Term } from '#annotations/search/query'
import { passesFilters } from './doc-filter'
import { type Found, pageOfDocs } from './found-page'
import { editsAllowed, likeWords } from './like-words'
import { type Choice, scoreTerms } from './score-terms'
import type { TextIndex } from './text-index'

/** More words than one would type; each costs a pass over its documents. */
const MOST_TERMS = 24
const EXACT = 1
const BEGINS = 0.4
const LIKE = [0, 0.3, 0.15]

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
  index.space.begin(index)
  if (terms.length === 0) takeAll(index, filters)
  else scoreTerms(index, terms, choices)
  return { ...pageOfDocs(index, passesFilters(index, filters), offset, limit), alike }
}

function choicesOf(index: TextIndex, { words, prefix, fuzzy }: Term): Choice[] {
  const word = words.at(-1)
  if (word === undefined) return []
  const exact = index.terms.find(word)
  const choices: Choice[] = exact === null ? [] : [{ term: exact, worth: EXACT }]
  // Words in a row need the places of each.
  const initial = prefix && words.length === 1 && word.length === 1 ? index.terms.findInitial(word) : null
  if (initial !== null) choices.push({ term: initial, worth: BEGINS })
  else if (prefix) index.terms.forEachBeginning(word, (term) => choices.push({ term, worth: BEGINS }))
  if (fuzzy) {
    const known = new Set(choices.map(({ term }) => term))
    for (const { term, edits } of likeWords(index.terms, word, (term) => index.terms.records.docsOf(term))) {
      if (!known.has(term)) choices.push({ term, worth: LIKE[edits] ?? 0 })
    }
  }
  return choices
}

/** Without words: every highlight and link, or every article when filters ask for articles alone. The newest come first. */
function takeAll(index: TextIndex, filters: Filters): void {
  const { space } = index
  const ofArticles =
    filters.tags.length + filters.speakers.length + filters.relations.length === 0 && filters.linked === null
  for (let doc = 0; doc < index.docs; doc++) {
    if ((index.kindOf(doc) === 'text') !== ofArticles) continue
    space.docs[space.docCount++] = doc
    // Days as numbers, in thousandths because scores are sorted so.
    space.scores[doc] = (index.articles[index.articleOf(doc)]?.dayNumber ?? 0) / 1_000
  }
}
