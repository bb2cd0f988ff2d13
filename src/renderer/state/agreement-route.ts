import type { SideRef } from '#contract/agreement-methods'

/** Who is compared with whom, and the disagreement that is looked at: the first without it. */
export type AgreementPlace = {
  readonly view: 'agreement'
  /** A colleague's file is one as long as this window is open. */
  readonly sides: readonly SideRef[]
  readonly at: string | null
}

/** The two busiest annotators of the desk. */
export const ANY_AGREEMENT: AgreementPlace = { view: 'agreement', sides: [], at: null }

/** Reads `with=desk.Ada&with=file-1.Bo&with=file-2&at=…`: the desk or a file, and after a point who of it; everyone without one. */
export function parseAgreement(search: string): AgreementPlace {
  const query = new URLSearchParams(search)
  return { view: 'agreement', sides: query.getAll('with').map(parseSide), at: query.get('at') }
}

export function formatAgreement({ sides, at }: AgreementPlace): string {
  const parts = [
    ...sides.map((side) => `with=${encodeURIComponent(sideKey(side))}`),
    ...(at === null ? [] : [`at=${encodeURIComponent(at)}`]),
  ]
  return parts.length === 0 ? '#/agreement' : `#/agreement?${parts.join('&')}`
}

/** A side as one word: no two sides have the same. */
export function sideKey({ file, annotator }: SideRef): string {
  return annotator === null ? (file ?? DESK) : `${file ?? DESK}.${annotator}`
}

const DESK = 'desk'

/** The side that a word means; the tokens of files have no point in them. */
function parseSide(word: string): SideRef {
  const point = word.indexOf('.')
  const pile = point === -1 ? word : word.slice(0, point)
  return { file: pile === DESK ? null : pile, annotator: point === -1 ? null : word.slice(point + 1) }
}
