import { type Block, textOf } from '../../model/article'
import type { Anchor, Highlight } from '../../model/highlight'
import type { HighlightId } from '../../model/ids'
import { exactCandidates, similarCandidates } from '../candidates'
import { describePassage } from '../describe'
import { findPassage } from '../find'
import { type Span, snapSpan } from '../segments'
import { type Carried, carryPassages, type Doubt } from './carry'

/** How a passage was found in another text: `same` paragraph, `diff` of an edited one, or by its `quote`. */
export type CarryMethod = 'same' | 'diff' | 'quote'

/** A place to offer for a passage that was not found for certain. The best reasons come first. */
export type Proposal = Span & {
  readonly score: number
  /** `taken`: certain, but another highlight with the tag is there. `exact`: the same words. `similar`: words like them. */
  readonly why: Doubt | 'taken' | 'found' | 'exact' | 'similar'
}

export type Found = {
  readonly outcome: 'found'
  readonly id: HighlightId
  readonly anchor: Anchor
  readonly method: CarryMethod
  readonly score: number
}
export type Doubtful = {
  readonly outcome: 'doubtful'
  readonly id: HighlightId
  readonly proposals: readonly Proposal[]
}
export type HighlightOutcome = Found | Doubtful

export type ToCarry = Pick<Highlight, 'id' | 'tag' | 'anchor'>

type Blocks = readonly Pick<Block, 'text'>[]

/** More places than these do not help to choose. */
const MOST_PROPOSALS = 4
/** Searching a text for words like the quote costs some 30 ns a unit: past this many units in all, only equal words are searched. */
const MOST_SEARCHED = 400_000_000

/**
 * Finds highlights of one revision in another. Paragraphs are aligned and their words compared first; a passage whose
 * paragraph is gone is looked for by its quote. What is not certain, or would fall onto another highlight of its tag, is
 * `doubtful`, with the places that it may be.
 *
 * @param progress told how many highlights are done, now and then
 * @param want `outcomes` looks for no proposals: looking for words like a quote costs most of the time
 */
export function carryHighlights(
  oldBlocks: Blocks,
  newBlocks: Blocks,
  highlights: readonly ToCarry[],
  progress: (done: number) => void = () => undefined,
  want: 'proposals' | 'outcomes' = 'proposals',
): HighlightOutcome[] {
  const text = textOf(newBlocks.map(({ text }) => ({ kind: 'paragraph', text })))
  const carried = carryPassages(
    oldBlocks,
    newBlocks,
    highlights.map(({ anchor }) => anchor),
  )
  const lost = carried.filter((each) => each === null || each.doubt !== null).length
  const searchAll = lost * text.length <= MOST_SEARCHED
  const taken = new Set<string>()
  const place = (highlight: ToCarry, index: number): HighlightOutcome => {
    if (index % 200 === 0) progress(index)
    const found = certain(text, highlight, carried[index] ?? null, searchAll)
    if (!found && want === 'outcomes') return doubtful(highlight.id, [])
    if (!found) return doubtful(highlight.id, proposalsFor(text, highlight.anchor, carried[index] ?? null, searchAll))
    const key = `${highlight.tag} ${found.anchor.start} ${found.anchor.end}`
    if (taken.has(key)) return doubtful(highlight.id, [{ ...spanOf(found.anchor), score: found.score, why: 'taken' }])
    taken.add(key)
    return found
  }
  return highlights.map(place)
}

const spanOf = ({ start, end }: Span): Span => ({ start, end })
const doubtful = (id: HighlightId, proposals: readonly Proposal[]): Doubtful => ({ outcome: 'doubtful', id, proposals })

function certain(text: string, { id, anchor }: ToCarry, carried: Carried | null, searchAll: boolean): Found | null {
  if (carried !== null) {
    if (carried.doubt !== null) return null
    const span = snapSpan(text, carried.start, carried.end)
    if (!span) return null
    const { method, score } = carried
    return { outcome: 'found', id, anchor: describePassage(text, span.start, span.end), method, score }
  }
  // Without its old place: that was in a paragraph which is gone.
  const match = searchAll ? findPassage(text, anchor) : null
  if (!match || match.end > text.length) return null
  const { start, end, score } = match
  return { outcome: 'found', id, anchor: describePassage(text, start, end), method: 'quote', score }
}

/** Places that a passage may have gone to, the likeliest first. */
function proposalsFor(text: string, anchor: Anchor, carried: Carried | null, searchAll: boolean): Proposal[] {
  const proposals: Proposal[] = []
  const offer = (span: Span, score: number, why: Proposal['why']) => {
    if (!proposals.some((other) => other.start < span.end && span.start < other.end))
      proposals.push({ ...spanOf(span), score: Math.max(0, Math.min(1, score)), why })
  }
  const guess = carried && snapSpan(text, carried.start, carried.end)
  if (carried?.doubt && guess) offer(guess, carried.score, carried.doubt)
  const { quote } = anchor
  const context = Math.max(1, quote.prefix.length + quote.suffix.length)
  const exact = exactCandidates(text, quote)
  const near = searchAll ? similarCandidates(text, quote, exact, { start: 0, end: text.length }) : []
  const scored = [...exact, ...near].map((candidate) => ({
    candidate,
    score: 0.6 * (1 - candidate.edits / quote.exact.length) + 0.4 * ((candidate.before + candidate.after) / context),
  }))
  scored.sort((a, b) => b.score - a.score || a.candidate.start - b.candidate.start)
  for (const { candidate, score } of scored) offer(candidate, score, candidate.edits === 0 ? 'exact' : 'similar')
  return proposals.sort((a, b) => b.score - a.score).slice(0, MOST_PROPOSALS)
}
