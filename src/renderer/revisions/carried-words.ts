import type { Proposal } from '#annotations/anchoring/carry/carry-highlights'
import type { Highlight } from '#annotations/model/highlight'
import type { RevisionInfo } from '#contract/views'
import { formatDay, formatTime } from '../ui/format'

type Carried = Pick<NonNullable<Highlight['carried']>, 'method' | 'score'>

/** "92 %" of a share from 0 to 1. Only what is perfect is 100 %, and only what is nothing 0 %. */
export function percent(score: number): string {
  const rounded = Math.round(score * 100)
  const honest = score < 1 ? Math.min(99, rounded) : rounded
  return `${score > 0 ? Math.max(1, honest) : 0} %`
}

/** How a highlight came into its revision: "found by diff, 92 %". */
export function carriedWords({ method, score }: Carried): string {
  switch (method) {
    case 'same':
      return 'found, paragraph unchanged'
    case 'diff':
      return `found by diff, ${percent(score)}`
    case 'quote':
      return `found by its words, ${percent(score)}`
    case 'hand':
      return 'put here by hand'
  }
}

/** Why a place is proposed for a highlight, and why it was not taken without asking. */
export function whyWords(why: Proposal['why']): string {
  switch (why) {
    case 'edge':
      return 'where it begins or ends was rewritten'
    case 'changed':
      return 'it was rewritten here'
    case 'torn':
      return 'its paragraphs were moved apart'
    case 'taken':
      return 'another highlight with this tag is here'
    case 'found':
      return 'found for certain'
    case 'exact':
      return 'the same words, in another place'
    case 'similar':
      return 'words like these'
  }
}

const SOURCES: { readonly [K in RevisionInfo['source']['kind']]: string } = {
  file: 'from a file',
  paste: 'pasted',
  web: 'from the web',
  sample: 'sample',
  import: 'imported',
}

/** "Revision 2 · Today, 14:02 · pasted". */
export function revisionName({ added, source }: RevisionInfo, number: number, now: Date): string {
  return `Revision ${number} · ${formatDay(added, now)}, ${formatTime(added)} · ${SOURCES[source.kind]}`
}
