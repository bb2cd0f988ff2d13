import { diffArrays } from 'diff'
import { longestRising } from './longest-rising'
import { type Token, tokenize } from './tokens'

/** A stretch of both texts: the same words, or words that were replaced, removed or inserted. UTF-16 units. */
export type Stretch = {
  readonly same: boolean
  readonly oldStart: number
  readonly oldEnd: number
  readonly newStart: number
  readonly newEnd: number
  readonly oldWords: number
  readonly newWords: number
}

/** Above this many tokens a block is cut at anchors first: Myers' algorithm costs length times differences. */
const MOST_AT_ONCE = 400
/** Words in a row that, unique in both texts, cut them at the same place. */
const ANCHOR_WORDS = 3

/**
 * What changed from one text to another, word by word, in order and without gaps between tokens. Differences are found by
 * Myers' algorithm (Algorithmica 1, 1986; the `diff` package); long texts are first cut where runs of words that are unique
 * in both agree in order, as in patience diff (Bram Cohen), so that an article in one single block stays fast.
 */
export function diffWords(oldText: string, newText: string): Stretch[] {
  const olds = tokenize(oldText)
  const news = tokenize(newText)
  const stretches: Stretch[] = []
  let i = 0
  let j = 0
  for (const [nextI, nextJ] of [...cuts(olds, news), [olds.length, news.length] as const]) {
    diffRun(olds, news, i, nextI, j, nextJ, stretches)
    i = nextI
    j = nextJ
  }
  return stretches
}

function diffRun(
  olds: readonly Token[],
  news: readonly Token[],
  fromI: number,
  toI: number,
  fromJ: number,
  toJ: number,
  out: Stretch[],
): void {
  let i = fromI
  let j = fromJ
  const a = olds.slice(fromI, toI).map((token) => token.text)
  const b = news.slice(fromJ, toJ).map((token) => token.text)
  const parts = diffArrays(a, b)
  for (let p = 0; p < parts.length; ) {
    let removed = 0
    let added = 0
    let same = 0
    for (; p < parts.length && (parts[p]?.added || parts[p]?.removed); p++) {
      const part = parts[p]
      if (part?.added) added += part.value.length
      else removed += part?.value.length ?? 0
    }
    if (removed + added === 0) {
      same = parts[p]?.value.length ?? 0
      p++
    }
    const oldWords = removed + same
    const newWords = added + same
    pushStretch(olds, news, i, oldWords, j, newWords, same > 0, out)
    i += oldWords
    j += newWords
  }
}

function pushStretch(
  olds: readonly Token[],
  news: readonly Token[],
  i: number,
  oldWords: number,
  j: number,
  newWords: number,
  same: boolean,
  out: Stretch[],
): void {
  const whole = stretch(olds, news, i, oldWords, j, newWords, same)
  const asLong = whole.oldEnd - whole.oldStart === whole.newEnd - whole.newStart
  // As many words as before: each stands for the one in its place, so that an edge between two of them is kept.
  if (oldWords !== newWords || (same && asLong)) return void out.push(whole)
  for (let k = 0; k < oldWords; k++) out.push(stretch(olds, news, i + k, 1, j + k, 1, same))
}

function stretch(
  olds: readonly Token[],
  news: readonly Token[],
  i: number,
  oldWords: number,
  j: number,
  newWords: number,
  same: boolean,
): Stretch {
  const oldStart = edge(olds, i, oldWords)
  const newStart = edge(news, j, newWords)
  return {
    same,
    oldStart,
    oldEnd: oldWords > 0 ? (olds[i + oldWords - 1]?.end ?? oldStart) : oldStart,
    newStart,
    newEnd: newWords > 0 ? (news[j + newWords - 1]?.end ?? newStart) : newStart,
    oldWords,
    newWords,
  }
}

/** Where a run of tokens starts; an empty run stands at the end of the token before it. */
function edge(tokens: readonly Token[], at: number, count: number): number {
  return count > 0 ? (tokens[at]?.start ?? 0) : (tokens[at - 1]?.end ?? 0)
}

/** Pairs of token indexes at which both texts may be cut, in order: starts of word runs unique in both texts. */
function cuts(olds: readonly Token[], news: readonly Token[]): (readonly [number, number])[] {
  if (olds.length <= MOST_AT_ONCE && news.length <= MOST_AT_ONCE) return []
  const inNew = uniqueRuns(news)
  const pairs: (readonly [number, number])[] = []
  for (const [run, i] of uniqueRuns(olds)) {
    const j = inNew.get(run)
    if (j !== undefined) pairs.push([i, j])
  }
  return thin(longestRising(pairs.sort((a, b) => a[0] - b[0])))
}

/** Cuts far enough apart that each run is worth a diff of its own. */
function thin(pairs: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const kept: (readonly [number, number])[] = []
  let last: readonly [number, number] = [0, 0]
  for (const pair of pairs) {
    if (pair[0] - last[0] < MOST_AT_ONCE / 4 || pair[1] - last[1] < MOST_AT_ONCE / 4) continue
    kept.push(pair)
    last = pair
  }
  return kept
}

function uniqueRuns(tokens: readonly Token[]): Map<string, number> {
  const seen = new Map<string, number>()
  for (let i = 0; i + ANCHOR_WORDS <= tokens.length; i++) {
    let run = ''
    for (let k = 0; k < ANCHOR_WORDS; k++) run += `${tokens[i + k]?.text}\u0000`
    seen.set(run, seen.has(run) ? -1 : i)
  }
  for (const [run, i] of seen) if (i === -1) seen.delete(run)
  return seen
}
