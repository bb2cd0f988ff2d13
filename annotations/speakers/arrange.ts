import { compareDates } from '../dossiers/stories'
import { fold, queryWords } from '../text/fold'
import type { SpeakerRow } from './speaker-rows'

/** The orders a list of speakers can be in. Equals go by name. */
export const SPEAKER_ORDERS = ['cited', 'claims', 'denials', 'papers', 'latest', 'name'] as const
export type SpeakerOrder = (typeof SPEAKER_ORDERS)[number]

/** Those in whose names, papers or note every word of a text is found. */
export function filterSpeakers(rows: readonly SpeakerRow[], text: string): SpeakerRow[] {
  const words = queryWords(text)
  return words.length === 0 ? [...rows] : rows.filter((row) => words.every((word) => searchText(row).includes(word)))
}

/** A sorted copy. Who was never dated comes last. */
export function sortSpeakers(rows: readonly SpeakerRow[], order: SpeakerOrder): SpeakerRow[] {
  return rows.toSorted((a, b) => COMPARE[order](a, b) || collator.compare(a.name, b.name) || (a.key < b.key ? -1 : 1))
}

const COMPARE: { readonly [O in SpeakerOrder]: (a: SpeakerRow, b: SpeakerRow) => number } = {
  cited: (a, b) => b.attributions - a.attributions,
  claims: (a, b) => b.claims - a.claims,
  denials: (a, b) => b.denials - a.denials,
  papers: (a, b) => b.papers.length - a.papers.length,
  latest: (a, b) =>
    a.latest === null || b.latest === null ? compareDates(a.latest, b.latest) : compareDates(b.latest, a.latest),
  name: () => 0,
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

/** Folding thousands of lines at every key press would be felt; a line is replaced whenever its speaker changes. */
const searchTexts = new WeakMap<SpeakerRow, string>()

function searchText(row: SpeakerRow): string {
  const known = searchTexts.get(row)
  if (known !== undefined) return known
  const text = fold([row.name, ...row.wordings.map((wording) => wording.text), ...row.papers, row.note].join(' '))
  searchTexts.set(row, text)
  return text
}
