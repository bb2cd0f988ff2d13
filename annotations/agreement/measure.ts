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
import { type Continuum, type Stretch, stretchesOf, type Unit, unitsOf } from './units'

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
  return measureSides(comparison, [...comparison.sides.keys()])
}

type Pair = readonly [number, number]

/** The numbers of each two of the sides, in the articles that all of them annotated; none when there are but two. */
export function measurePairs(comparison: Comparison): readonly { readonly sides: Pair; readonly numbers: Agreement }[] {
  if (comparison.sides.length < 3) return []
  return pairsOf([...comparison.sides.keys()]).map((sides) => ({ sides, numbers: measureSides(comparison, sides) }))
}

/** The numbers of some of the sides. */
function measureSides(comparison: Comparison, sides: readonly number[]): Agreement {
  const { links } = comparison
  const pairs = pairsOf(sides)
  return {
    tags: markedIn(comparison).map((marked) => measureTag(marked, sides, pairs)),
    links: {
      counts: sides.map((side) => links[side]?.length ?? 0),
      exact: meanScores(pairs.map(([a, b]) => linkMatches(links[a] ?? [], links[b] ?? [], true))),
      overlapping: meanScores(pairs.map(([a, b]) => linkMatches(links[a] ?? [], links[b] ?? [], false))),
    },
  }
}

/** What was marked with a tag, or with any: text by text, and in each by side. */
type Marked = {
  readonly tag: Tag | 'all'
  readonly texts: readonly {
    readonly length: number
    readonly highlights: readonly (readonly Highlight[])[]
    readonly units: readonly (readonly Unit[])[]
    /** What each sentence is. */
    readonly sentences: readonly (readonly string[])[]
  }[]
}

const known = new WeakMap<Comparison, readonly Marked[]>()

/** What a side made of a text is the same in all of its pairs, of which nine sides have 36: it is found out once. */
function markedIn(comparison: Comparison): readonly Marked[] {
  const before = known.get(comparison)
  if (before) return before
  const texts = comparison.texts.map((one) => ({ ...one, sentences: sentencesOf(one) }))
  const found = (['all', ...TAGS] as const).map((tag): Marked => {
    const only = tag === 'all' ? null : tag
    return {
      tag,
      texts: texts.map(({ text, highlights, sentences }) => {
        const units = highlights.map((list) => unitsOf(list, only))
        return {
          length: text.length,
          highlights: highlights.map((list) => (only === null ? list : list.filter((one) => one.tag === only))),
          units,
          sentences: units.map((list) => categoriesOf(list, sentences)),
        }
      }),
    }
  })
  known.set(comparison, found)
  return found
}

function measureTag({ tag, texts }: Marked, sides: readonly number[], pairs: readonly Pair[]): TagAgreement {
  const continua = texts.map(
    ({ length, units }): Continuum => ({ length, units: sides.map((side) => units[side] ?? []) }),
  )
  const alpha = unitizingAlpha(continua)
  const stretches = continua.flatMap((one) => [...stretchesOf(one)])
  const matches = (count: typeof exactMatches) =>
    meanScores(
      pairs.map(([a, b]) =>
        texts.map(({ highlights }) => count(highlights[a] ?? [], highlights[b] ?? [])).reduce(addMatches, NO_MATCHES),
      ),
    )
  return {
    tag,
    counts: sides.map((side) => texts.reduce((sum, { highlights }) => sum + (highlights[side]?.length ?? 0), 0)),
    kappaCharacters: mean(
      pairs.map(([a, b]) => cohensKappa(judgedBy([sides.indexOf(a), sides.indexOf(b)], stretches))),
    ),
    kappaSentences: mean(pairs.map((pair) => cohensKappa(judgedSentences(pair, texts)))),
    uAlpha: alpha.u,
    cuAlpha: tag === 'all' ? alpha.cu : null,
    exact: matches(exactMatches),
    overlapping: matches(overlappingMatches),
  }
}

function* judgedBy([a, b]: Pair, stretches: Iterable<Stretch>): Generator<Judged> {
  for (const { length, categories } of stretches)
    yield { left: categories[a] ?? '', right: categories[b] ?? '', count: length }
}

function* judgedSentences([a, b]: Pair, texts: Marked['texts']): Generator<Judged> {
  for (const { sentences } of texts)
    for (const [at, left] of sentences[a]?.entries() ?? []) yield { left, right: sentences[b]?.[at] ?? '', count: 1 }
}

/** A sentence is what the units in it are, be it in one character. */
function categoriesOf(units: readonly Unit[], sentences: readonly Unit[]): readonly string[] {
  let first = 0
  return sentences.map(({ start, end }) => {
    while ((units[first]?.end ?? Number.POSITIVE_INFINITY) <= start) first++
    const categories = new Set<string>()
    for (let at = first; (units[at]?.start ?? end) < end; at++) {
      for (const one of units[at]?.category.split('+') ?? []) categories.add(one)
    }
    return categories.size === 0 ? '' : [...categories].sort().join('+')
  })
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

function pairsOf(sides: readonly number[]): readonly Pair[] {
  return sides.flatMap((a, at) => sides.slice(at + 1).map((b): Pair => [a, b]))
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
