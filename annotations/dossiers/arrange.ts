import { RATINGS, type Rating } from '../model/verdict'
import { fold, queryWords } from '../text/fold'
import type { ClaimRow, Standing } from './claim-row'
import { type PaperPair, pairKey } from './paper-pairs'
import { compareDates } from './stories'

/** The orders a list of claims can be in. Equals go by when they were first told, then by their words. */
export const CLAIM_ORDERS = ['contested', 'newest', 'oldest', 'latest', 'papers', 'claim', 'verdict'] as const
export type ClaimOrder = (typeof CLAIM_ORDERS)[number]

/** What of the list is shown: lines that stand in all of these ways, have this verdict and hold every word of the text. */
export type ClaimFilter = {
  readonly standings: readonly Standing[]
  /** Null for any. */
  readonly rating: Rating | null
  /** Two papers that contradict each other over it; null for any. */
  readonly between: PaperPair | null
  readonly text: string
}

/** Folding thousands of lines at every key press would be felt; a line is replaced whenever its story changes. */
const searchTexts = new WeakMap<ClaimRow, string>()

export function filterClaims(rows: readonly ClaimRow[], { standings, rating, between, text }: ClaimFilter): ClaimRow[] {
  const words = queryWords(text)
  const key = between && pairKey(between)
  return rows.filter((row) => {
    if (rating !== null && row.rating !== rating) return false
    if (!standings.every((standing) => row.standings.includes(standing))) return false
    if (key !== null && !row.atOdds.some((pair) => pairKey(pair) === key)) return false
    if (words.length === 0) return true
    const found = searchText(row)
    return words.every((word) => found.includes(word))
  })
}

/** A sorted copy. What has no date comes last, whichever way the dates go. */
export function sortClaims(rows: readonly ClaimRow[], order: ClaimOrder): ClaimRow[] {
  const compare = COMPARE[order]
  return rows.toSorted((a, b) => compare(a, b) || compareFirst(a, b) || compareWords(a, b) || (a.id < b.id ? -1 : 1))
}

const COMPARE: { readonly [O in ClaimOrder]: (a: ClaimRow, b: ClaimRow) => number } = {
  contested: (a, b) => againstIt(b) - againstIt(a),
  newest: (a, b) => newestFirst(a.first, b.first),
  oldest: (a, b) => compareFirst(a, b),
  latest: (a, b) => newestFirst(a.latest, b.latest),
  papers: (a, b) => b.papers.length - a.papers.length,
  claim: (a, b) => compareWords(a, b),
  verdict: (a, b) => RATINGS.indexOf(a.rating) - RATINGS.indexOf(b.rating),
}

function againstIt({ counts }: ClaimRow): number {
  return counts['denied-by'] + counts.contradicts
}

function compareFirst(a: ClaimRow, b: ClaimRow): number {
  return compareDates(a.first, b.first)
}

function newestFirst(a: string | null, b: string | null): number {
  return a === null || b === null ? compareDates(a, b) : compareDates(b, a)
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

function compareWords(a: ClaimRow, b: ClaimRow): number {
  return collator.compare(a.exact, b.exact)
}

function searchText(row: ClaimRow): string {
  const known = searchTexts.get(row)
  if (known !== undefined) return known
  const others = row.others.map(({ exact }) => exact)
  const deniers = row.deniers.map(({ speaker, paper }) => `${speaker ?? ''} ${paper}`)
  const text = fold([row.exact, ...others, ...row.papers, ...row.speakers, ...deniers].join(' '))
  searchTexts.set(row, text)
  return text
}
