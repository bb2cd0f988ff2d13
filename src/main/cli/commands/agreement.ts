import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import {
  annotatorsOf,
  type Comparison,
  compareSides,
  type Pile,
  pileOfFile,
  pileOfRecords,
  type Side,
} from '#annotations/agreement/compared'
import { disagreementsOf } from '#annotations/agreement/disagreements'
import { type Agreement, measure, measurePairs } from '#annotations/agreement/measure'
import { twoDigits } from '#annotations/agreement/words'
import { counted } from '#annotations/changes/actions/wording'
import { fromCrossreadJson } from '#annotations/exchange/crossread-json/read'
import { fail as failed, ok, type Result } from '#annotations/model/result'
import type { Desk } from '../../desk/desk'
import { type Command, listOf } from '../command'
import { withDeskToRead } from '../open-to-read'
import { fail, table } from '../output'

export const agreement: Command = {
  name: 'agreement',
  summary: 'measure how far annotators of the same articles agree',
  help: `Usage: crossread agreement [ANNOTATORS…] [--with FILE]… [--json] [--desk DIR]

Compares what annotators marked in the articles that all of them marked something in, tag by tag and together: Cohen's
kappa by character and by sentence, Krippendorff's alpha for unitizing (u: where and what, cu: what, where both marked),
precision, recall and F1 of the second annotator held against the first, with the same ends and with an overlap.
Of more than two annotators, kappa and F1 are the means of all pairs, and each pair has a line of its own.

  ANNOTATORS   names on the desk, in quotes where they have spaces; each annotator of it unless told
  --with FILE  a colleague's Crossread JSON of the same articles: it is compared with the desk as a whole, or with the
               ANNOTATORS, and not imported; may be given again
  --json       the same as JSON

  crossread agreement Ada Bo
  crossread agreement --with bo.crossread.json --json | jq '.tags[0].kappaCharacters'
  crossread agreement Ada --with bo.crossread.json --with cy.crossread.json`,
  options: { with: { type: 'string', multiple: true }, json: { type: 'boolean' } },
  run: (given, out) =>
    withDeskToRead(given, out, async (desk) => {
      const sides = await sidesOf(desk, given.words, listOf(given, 'with'))
      if (!sides.ok) return fail(out, sides.error)
      const comparison = compareSides(sides.value)
      const numbers = measure(comparison)
      if (given.values.json) out.print(JSON.stringify(asJson(comparison, numbers), null, 2))
      else if (comparison.texts.length === 0) out.print('There is no article that all of them annotated.')
      else out.print(asText(comparison, numbers))
      for (const { title, why } of comparison.leftOut) out.warn(`Left out: ${title}. ${why}`)
      return 0
    }),
}

async function sidesOf(
  { record, records }: Desk,
  names: readonly string[],
  files: readonly string[],
): Promise<Result<readonly Side[]>> {
  const pile = pileOfRecords(record.name, records)
  const there = annotatorsOf(pile)
    .filter(({ highlights }) => highlights > 0)
    .map(({ name }) => name)
  const missing = names.find((name) => !there.includes(name))
  if (missing !== undefined)
    return failed('not-found', `Nobody named "${missing}" annotated this desk: there are ${there.join(', ')}.`)
  const wanted = names.length > 0 ? [...new Set(names)] : there
  const mine =
    files.length > 0 && names.length === 0
      ? [{ name: record.name, pile, annotator: null }]
      : wanted.map((name) => ({ name: name === '' ? 'nobody named' : name, pile, annotator: name }))
  if (mine.length + files.length < 2) {
    return failed(
      'not-allowed',
      `It takes two annotators to agree, and ${names.length > 0 ? 'one was named' : 'this desk has one at most'}.`,
      {
        next: "Compare with a colleague's export: crossread agreement --with FILE",
      },
    )
  }
  const sides: Side[] = mine
  for (const path of files) {
    const theirs = await pileIn(path)
    if (!theirs.ok) return theirs
    const isFree = sides.every(({ name }) => name !== theirs.value.name)
    sides.push({ name: isFree ? theirs.value.name : basename(path), pile: theirs.value, annotator: null })
  }
  return ok(sides)
}

async function pileIn(path: string): Promise<Result<Pile>> {
  const contents = await readFile(path, 'utf8').catch((error: unknown) => error)
  if (typeof contents !== 'string') return failed('bad-file', `${path} could not be read: ${String(contents)}.`)
  const file = fromCrossreadJson(contents)
  if (file.ok) return ok(pileOfFile(file.value))
  return { ok: false, error: { ...file.error, message: `${path}: ${file.error.message}` } }
}

function asJson(comparison: Comparison, numbers: Agreement) {
  const { sides, texts, leftOut } = comparison
  return {
    sides,
    articles: texts.map(({ article }) => ({ id: article.id, title: article.title })),
    ...numbers,
    pairs: measurePairs(comparison).map(({ sides: pair, numbers: two }) => ({
      sides: pair.map((side) => sides[side] ?? ''),
      ...two,
    })),
    disagreements: disagreementsOf(comparison).length,
    leftOut,
  }
}

function asText(comparison: Comparison, { tags, links }: Agreement): string {
  const { sides, texts } = comparison
  const header = ['', ...sides, 'κ char', 'κ sent', 'uα', 'cuα', 'P', 'R', 'F1', 'P over', 'R over', 'F1 over']
  const scores = ({ exact, overlapping }: Pick<Agreement['links'], 'exact' | 'overlapping'>) =>
    [exact, overlapping].flatMap(({ precision, recall, f1 }) => [precision, recall, f1].map(twoDigits))
  const rows = [
    ...tags.map((row) => [
      row.tag,
      ...row.counts,
      ...[row.kappaCharacters, row.kappaSentences, row.uAlpha, row.cuAlpha].map(twoDigits),
      ...scores(row),
    ]),
    ['links', ...links.counts, '–', '–', '–', '–', ...scores(links)],
  ]
  const pairs = measurePairs(comparison).map(({ sides: pair, numbers: two }) => {
    const [all] = two.tags
    const coefficients = [all?.kappaCharacters, all?.kappaSentences, all?.uAlpha, all?.cuAlpha].map(
      (one) => one ?? null,
    )
    return [
      pair.map((side) => sides[side] ?? '').join(' / '),
      ...coefficients.map(twoDigits),
      ...scores(all ?? two.links),
    ]
  })
  const byPair = pairs.length === 0 ? [] : [table(['all tags of', ...header.slice(1 + sides.length)], pairs)]
  const differ = counted(disagreementsOf(comparison).length, 'disagreement')
  return [table(header, rows), ...byPair, `${counted(texts.length, 'article')}, ${differ}.`].join('\n\n')
}
