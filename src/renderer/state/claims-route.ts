import { CLAIM_ORDERS, type ClaimOrder } from '#annotations/dossiers/arrange'
import { STANDINGS, type Standing } from '#annotations/dossiers/claim-row'
import { type PaperPair, paperPair } from '#annotations/dossiers/paper-pairs'
import { type HighlightId, highlightIdSchema } from '#annotations/model/ids'
import { RATINGS, type Rating } from '#annotations/model/verdict'

/** The list of claims as it is looked at: what is shown, in which order, and the claim whose dossier is open. */
export type ClaimsPlace = {
  readonly view: 'claims'
  readonly filter: readonly Standing[]
  readonly rating: Rating | null
  /** Those over which two papers contradict each other; null for any. */
  readonly between: PaperPair | null
  readonly order: ClaimOrder
  readonly text: string
  /** Any claim of its story; the first of the list without it. */
  readonly claim: HighlightId | null
  /** The passage of its dossier that was left from last. */
  readonly line: HighlightId | null
}

/** Every claim, those first that most is said against. */
export const ALL_CLAIMS: ClaimsPlace = {
  view: 'claims',
  filter: [],
  rating: null,
  between: null,
  order: 'contested',
  text: '',
  claim: null,
  line: null,
}

/** Reads `filter=denied,single-source&verdict=false&paper=…&paper=…&sort=newest&q=…&claim=hl_…&line=hl_…`; what it does not know is left out. */
export function parseClaims(search: string): ClaimsPlace {
  const query = new URLSearchParams(search)
  const named = query.get('filter')?.split(',') ?? []
  const [one, other] = query.getAll('paper')
  const claim = highlightIdSchema.safeParse(query.get('claim'))
  return {
    view: 'claims',
    filter: STANDINGS.filter((standing) => named.includes(standing)),
    rating: RATINGS.find((rating) => rating === query.get('verdict')) ?? null,
    between: one && other ? paperPair(one, other) : null,
    order: CLAIM_ORDERS.find((order) => order === query.get('sort')) ?? ALL_CLAIMS.order,
    text: query.get('q') ?? '',
    claim: claim.success ? claim.data : null,
    line: highlightIdSchema.safeParse(query.get('line')).data ?? null,
  }
}

export function formatClaims({ filter, rating, between, order, text, claim, line }: ClaimsPlace): string {
  const parts = [
    filter.length > 0 && `filter=${filter.join(',')}`,
    rating !== null && `verdict=${rating}`,
    between !== null && `paper=${between.map(encodeURIComponent).join('&paper=')}`,
    order !== ALL_CLAIMS.order && `sort=${order}`,
    text !== '' && `q=${encodeURIComponent(text)}`,
    claim !== null && `claim=${claim}`,
    line !== null && `line=${line}`,
  ].filter((part) => part !== false)
  return parts.length === 0 ? '#/claims' : `#/claims?${parts.join('&')}`
}
