import { segmenterFor } from '../anchoring/segments'
import { blockStarts } from '../model/article'
import { type Highlight, TAGS, type Tag } from '../model/highlight'
import { unitizingAlpha } from './alpha'
import type { ComparedText, Comparison } from './compared'
import { cohensKappa, type Judged } from './kappa'
import {
  addMatches,
  exactMatches,
  linkMatches,
  type Matches,
  NO_MATCHES,
  overlappingMatches,
  type Scores,
  scoresOf,
} from './spans'
import { type Continuum, stretchesOf, type Unit, unitsOf } from './units'

/** How far annotators agree on one tag, or on all together. Null: not defined for what they marked. */
export type TagAgreement = {
  readonly tag: Tag | 'all'
  /** Highlights of each side. */
  readonly counts: readonly number[]
  /** Cohen's κ over characters, and over sentences. Of more than two annotators the mean of all pairs (Light, 1971). */
  readonly kappaCharacters: number | null
  readonly kappaSentences: number | null
  /** Krippendorff's uα; of one tag, against everything else. */
  readonly uAlpha: number | null
  /** cuα: agreement on the tag where both marked something; of all tags together alone. */
  readonly cuAlpha: number | null
  readonly exact: Scores
  readonly overlapping: Scores
}

export type Agreement = {
  readonly tags: readonly TagAgreement[]
  readonly links: { readonly counts: readonly number[]; readonly exact: Scores; readonly overlapping: Scores }
}

/** Every number on how far the sides of a comparison agree, tag by tag and together. */
export function measure(comparison: Comparison): Agreement {
  return measureIn(comparison, comparison.texts.map(sentencesOf))
}

function measureIn({ texts, links, sides }: Comparison, sentences: readonly (readonly Unit[])[]): Agreement {
  const pairs = pairsOf(sides.length)
  return {
    tags: (['all', ...TAGS] as const).map((tag) => measureTag(tag, texts, sentences, pairs)),
    links: {
      counts: links.map(({ length }) => length),
      exact: meanScores(pairs.map(([a, b]) => linkMatches(links[a] ?? [], links[b] ?? [], true))),
      overlapping: meanScores(pairs.map(([a, b]) => linkMatches(links[a] ?? [], links[b] ?? [], false))),
    },
  }
}

type Pair = readonly [number, number]

/** The numbers of each two of the sides, in the articles that all of them annotated; none when there are but two. */
export function measurePairs(comparison: Comparison): readonly { readonly sides: Pair; readonly numbers: Agreement }[] {
  const { sides, texts, links, leftOut } = comparison
  if (sides.length < 3) return []
  const sentences = texts.map(sentencesOf)
  return pairsOf(sides.length).map((pair) => {
    const both = <T>(list: readonly T[]) => pair.flatMap((side) => list.slice(side, side + 1))
    const two: Comparison = {
      sides: both(sides),
      texts: texts.map((text) => ({ ...text, highlights: both(text.highlights) })),
      links: both(links),
      leftOut,
    }
    return { sides: pair, numbers: measureIn(two, sentences) }
  })
}

function measureTag(
  tag: Tag | 'all',
  texts: readonly ComparedText[],
  sentences: readonly (readonly Unit[])[],
  pairs: readonly Pair[],
): TagAgreement {
  const only = tag === 'all' ? null : tag
  const continua = texts.map(
    ({ text, highlights }): Continuum => ({
      length: text.length,
      units: highlights.map((list) => unitsOf(list, only)),
    }),
  )
  const alpha = unitizingAlpha(continua)
  const marked = (list: readonly Highlight[] = []) => list.filter((one) => only === null || one.tag === only)
  const matches = (count: typeof exactMatches) =>
    meanScores(
      pairs.map(([a, b]) =>
        texts
          .map(({ highlights }) => count(marked(highlights[a]), marked(highlights[b])))
          .reduce(addMatches, NO_MATCHES),
      ),
    )
  return {
    tag,
    counts: (texts[0]?.highlights ?? []).map((_, side) =>
      texts.reduce((sum, { highlights }) => sum + marked(highlights[side]).length, 0),
    ),
    kappaCharacters: mean(pairs.map((pair) => cohensKappa(continua.flatMap((one) => [...charactersOf(one, pair)])))),
    kappaSentences: mean(
      pairs.map((pair) =>
        cohensKappa(continua.flatMap((one, index) => judgedSentences(one, sentences[index] ?? [], pair))),
      ),
    ),
    uAlpha: alpha.u,
    cuAlpha: only === null ? alpha.cu : null,
    exact: matches(exactMatches),
    overlapping: matches(overlappingMatches),
  }
}

function* charactersOf(continuum: Continuum, [a, b]: Pair): Generator<Judged> {
  for (const { length, categories } of stretchesOf(continuum)) {
    yield { left: categories[a] ?? '', right: categories[b] ?? '', count: length }
  }
}

/** A sentence is what the highlights in it are, be it in one character. */
function judgedSentences({ units }: Continuum, sentences: readonly Unit[], [a, b]: Pair): Judged[] {
  const said = (side: number) => {
    const list = units[side] ?? []
    let first = 0
    return sentences.map(({ start, end }) => {
      while ((list[first]?.end ?? Number.POSITIVE_INFINITY) <= start) first++
      const categories = new Set<string>()
      for (let at = first; (list[at]?.start ?? end) < end; at++) {
        for (const one of list[at]?.category.split('+') ?? []) categories.add(one)
      }
      return [...categories].sort().join('+')
    })
  }
  const [lefts, rights] = [said(a), said(b)]
  return lefts.map((left, index) => ({ left, right: rights[index] ?? '', count: 1 }))
}

/** The sentences of a text, paragraph by paragraph, as the language of the article has them. */
function sentencesOf({ text, article }: ComparedText): readonly Unit[] {
  const lines = text.split('\n')
  const starts = blockStarts(lines.map((line) => ({ kind: 'paragraph', text: line })))
  const segmenter = segmenterFor('sentence', article.language ?? undefined)
  return lines.flatMap((line, index) =>
    Array.from(segmenter.segment(line), ({ index: at, segment }) => {
      const start = (starts[index] ?? 0) + at
      return { start, end: start + segment.length, category: '' }
    }).filter(({ start, end }) => text.slice(start, end).trim() !== ''),
  )
}

function pairsOf(sides: number): readonly Pair[] {
  return Array.from({ length: sides }, (_, a) => a).flatMap((a) =>
    Array.from({ length: sides - a - 1 }, (_, more): Pair => [a, a + 1 + more]),
  )
}

/** The mean of what is defined; null when nothing is. */
function mean(values: readonly (number | null)[]): number | null {
  const defined = values.filter((value) => value !== null)
  return defined.length === 0 ? null : defined.reduce((sum, value) => sum + value, 0) / defined.length
}

function meanScores(matches: readonly Matches[]): Scores {
  const scores = matches.map(scoresOf)
  return {
    precision: mean(scores.map(({ precision }) => precision)),
    recall: mean(scores.map(({ recall }) => recall)),
    f1: mean(scores.map(({ f1 }) => f1)),
  }
}
