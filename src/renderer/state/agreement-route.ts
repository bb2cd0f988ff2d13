/** Who is compared with whom, and the disagreement that is looked at: the first without it. */
export type AgreementPlace = {
  readonly view: 'agreement'
  /** An annotator of the desk; with a file, null stands for everyone there. */
  readonly left: string | null
  readonly right: string | null
  /** A colleague's file, as long as this window is open. */
  readonly file: string | null
  readonly at: string | null
}

/** The two busiest annotators of the desk. */
export const ANY_AGREEMENT: AgreementPlace = { view: 'agreement', left: null, right: null, file: null, at: null }

/** Reads `left=Ada&right=Bo&file=…&at=…`; what it does not know is left out. */
export function parseAgreement(search: string): AgreementPlace {
  const query = new URLSearchParams(search)
  return {
    view: 'agreement',
    left: query.get('left'),
    right: query.get('right'),
    file: query.get('file'),
    at: query.get('at'),
  }
}

export function formatAgreement({ left, right, file, at }: AgreementPlace): string {
  const parts = Object.entries({ left, right, file, at }).flatMap(([name, value]) =>
    value === null ? [] : [`${name}=${encodeURIComponent(value)}`],
  )
  return parts.length === 0 ? '#/agreement' : `#/agreement?${parts.join('&')}`
}
