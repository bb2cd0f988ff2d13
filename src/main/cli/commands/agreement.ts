import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import {
  annotatorsOf,
  type Comparison,
  compareSides,
  pileOfFile,
  pileOfRecords,
  type Side,
} from '#annotations/agreement/compared'
import { disagreementsOf } from '#annotations/agreement/disagreements'
import { type Agreement, measure } from '#annotations/agreement/measure'
import { twoDigits } from '#annotations/agreement/words'
import { counted } from '#annotations/changes/actions/wording'
import { fromCrossreadJson } from '#annotations/exchange/crossread-json/read'
import { fail as failed, ok, type Result } from '#annotations/model/result'
import type { Desk } from '../../desk/desk'
import { type Command, textOf } from '../command'
import { withDeskToRead } from '../open-to-read'
import { fail, table } from '../output'

export const agreement: Command = {
  name: 'agreement',
  summary: 'measure how far annotators of the same articles agree',
  help: `Usage: crossread agreement [ANNOTATORS…] [--with FILE] [--json] [--desk DIR]

Compares what annotators marked in the articles that all of them marked something in, tag by tag and together: Cohen's
kappa by character and by sentence, Krippendorff's alpha for unitizing (u: where and what, cu: what, where both marked),
precision, recall and F1 of the second annotator held against the first, with the same ends and with an overlap.
Of more than two annotators, kappa and F1 are the means of all pairs.

  ANNOTATORS   two or more names, in quotes where they have spaces; everyone on the desk unless told
  --with FILE  a colleague's Crossread JSON of the same articles: it is compared with the desk, and not imported
  --json       the same as JSON

  crossread agreement Ada Bo
  crossread agreement --with bo.crossread.json --json | jq '.tags[0].kappaCharacters'`,
  options: { with: { type: 'string' }, json: { type: 'boolean' } },
  run: (given, out) =>
    withDeskToRead(given, out, async (desk) => {
      const file = textOf(given, 'with')
      const sides = file === undefined ? sidesOnDesk(desk, given.words) : await sidesWith(desk, file)
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

function sidesOnDesk({ record, records }: Desk, names: readonly string[]): Result<readonly Side[]> {
  const pile = pileOfRecords(record.name, records)
  const there = annotatorsOf(pile)
    .filter(({ highlights }) => highlights > 0)
    .map(({ name }) => name)
  const missing = names.find((name) => !there.includes(name))
  if (missing !== undefined)
    return failed('not-found', `Nobody named "${missing}" annotated this desk: there are ${there.join(', ')}.`)
  const wanted = names.length > 0 ? [...new Set(names)] : there
  if (wanted.length < 2) {
    return failed('not-allowed', 'It takes two annotators to agree, and this desk has one at most.', {
      next: "Compare with a colleague's export: crossread agreement --with FILE",
    })
  }
  return ok(wanted.map((name) => ({ name: name === '' ? 'nobody named' : name, pile, annotator: name })))
}

async function sidesWith({ record, records }: Desk, path: string): Promise<Result<readonly Side[]>> {
  const contents = await readFile(path, 'utf8').catch((error: unknown) => error)
  if (typeof contents !== 'string') return failed('bad-file', `${path} could not be read: ${String(contents)}.`)
  const file = fromCrossreadJson(contents)
  if (!file.ok) return file
  const theirs = pileOfFile(file.value)
  const name = theirs.name === record.name ? basename(path) : theirs.name
  return ok([
    { name: record.name, pile: pileOfRecords(record.name, records), annotator: null },
    { name, pile: theirs, annotator: null },
  ])
}

function asJson(comparison: Comparison, numbers: Agreement) {
  const { sides, texts, leftOut } = comparison
  return {
    sides,
    articles: texts.map(({ article }) => ({ id: article.id, title: article.title })),
    ...numbers,
    ...(sides.length === 2 ? { disagreements: disagreementsOf(comparison).length } : {}),
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
  const differ = sides.length === 2 ? `, ${counted(disagreementsOf(comparison).length, 'disagreement')}` : ''
  return `${table(header, rows)}\n${counted(texts.length, 'article')}${differ}.`
}
