import {
  annotatorsOf,
  type ComparedText,
  type Comparison,
  compareSides,
  type Pile,
  pileOfFile,
  pileOfRecords,
  type Side,
} from '#annotations/agreement/compared'
import { type Curation, curate } from '#annotations/agreement/curate'
import { type Disagreement, disagreementsOf } from '#annotations/agreement/disagreements'
import { measure } from '#annotations/agreement/measure'
import { quoted } from '#annotations/changes/actions/wording'
import { fromCrossreadJson } from '#annotations/exchange/crossread-json/read'
import { type Highlight, speakerOf } from '#annotations/model/highlight'
import { fail, ok, type Result } from '#annotations/model/result'
import type { Kept, Sides } from '#contract/agreement-methods'
import type { DisagreementView, MarkView } from '#contract/agreement-views'
import type { Desk } from '../desk'
import { toDone } from './done'
import type { HandlersOf } from './handlers-of'

/** Files that windows compare with are kept as long as the desk is open, the last few of them. */
const MOST_FILES = 4

/** Compares annotators of the desk, or the desk with a colleague's file, and takes over what a curator decides. */
export function agreementHandlers(desk: Desk): HandlersOf<'agreement'> {
  const files = new Map<string, Pile>()
  let last = 0
  const mine = () => pileOfRecords(desk.record.name, desk.records)
  const compare = (sides: Sides): Result<Comparison> => {
    const found = sidesOf(sides, mine(), files)
    return found.ok ? ok(compareSides(found.value)) : found
  }

  return {
    'agreement.annotators': () => ok(annotatorsOf(mine())),
    'agreement.readFile'({ name, contents }) {
      const file = fromCrossreadJson(contents)
      if (!file.ok)
        return {
          ok: false,
          error: { ...file.error, message: `${name}: ${file.error.message}`, kept: 'Nothing was compared.' },
        }
      const token = `file-${++last}`
      const [oldest] = files.keys()
      if (oldest !== undefined && files.size >= MOST_FILES) files.delete(oldest)
      files.set(token, { ...pileOfFile(file.value), name })
      return ok({ token, name, annotators: annotatorsOf(file.value) })
    },
    'agreement.compare'(sides) {
      const found = compare(sides)
      if (!found.ok) return found
      const { texts, leftOut, sides: names } = found.value
      return ok({
        names: [names[0] ?? '', names[1] ?? ''],
        articles: texts.map(({ article }) => article.title),
        numbers: measure(found.value),
        disagreements: disagreementsOf(found.value).flatMap((one) => {
          const text = texts[one.text]
          return text ? [viewOf(one, text)] : []
        }),
        leftOut,
      })
    },
    async 'agreement.keep'({ id, keep, ...sides }) {
      const found = compare(sides)
      if (!found.ok) return found
      const chosen = disagreementsOf(found.value).find((one) => idOf(one) === id)
      if (!chosen) {
        return fail('not-found', 'This disagreement is not there any more.', {
          next: 'It may have been decided in another window: undo brings it back.',
        })
      }
      return toDone(await desk.act(curate(curationOf(chosen, keep, found.value, sides.file !== null))))
    },
  }
}

function sidesOf({ left, right, file }: Sides, mine: Pile, files: ReadonlyMap<string, Pile>): Result<readonly Side[]> {
  const named = (name: string | null, everyone: string) => name ?? everyone
  if (file === null) {
    if (left === null || right === null || left === right)
      return fail('invalid-input', 'Choose two different annotators of this desk.')
    return ok([left, right].map((name) => ({ name, pile: mine, annotator: name })))
  }
  const theirs = files.get(file)
  if (!theirs) return fail('not-found', 'The file to compare with is not open any more.', { next: 'Choose it again.' })
  return ok([
    { name: named(left, 'This desk'), pile: mine, annotator: left },
    { name: right === null || right === left ? theirs.name : right, pile: theirs, annotator: right },
  ])
}

/** What leaves the desk and what comes into it. A colleague's highlights are none of the desk's, so they never leave. */
function curationOf(
  { text, left, right }: Disagreement,
  keep: Kept,
  comparison: Comparison,
  isFile: boolean,
): Curation {
  const { article, revisionId } = comparison.texts[text] ?? {}
  const ids = (side: readonly Highlight[]) => side.map(({ id }) => id)
  const here = (side: readonly Highlight[]) =>
    article && revisionId ? side.map((one) => ({ ...one, articleId: article.id, revisionId })) : []
  const name = (keep === 'right' ? comparison.sides[1] : comparison.sides[0]) ?? ''
  const label = keep === 'both' ? 'Keep both sides' : `Keep what ${name} marked`
  return {
    label: article ? `${label} in ${quoted(article.title)}` : label,
    remove: keep === 'right' ? ids(left) : keep === 'left' && !isFile ? ids(right) : [],
    add: isFile && keep !== 'left' ? here(right) : [],
  }
}

/** A disagreement is known by the first highlight in it. */
function idOf({ left: [mine], right: [theirs] }: Disagreement): string {
  return mine ? `left-${mine.id}` : `right-${theirs?.id ?? ''}`
}

/** UTF-16 units of context on either side, at most. */
const AROUND = 160

function viewOf(disagreement: Disagreement, { article, text }: ComparedText): DisagreementView {
  const from = startOfContext(text, disagreement.start)
  const { id, title, language, direction } = article
  return {
    id: idOf(disagreement),
    kind: disagreement.kind,
    article: { id, title, language, direction },
    from,
    text: text.slice(from, endOfContext(text, disagreement.end)),
    left: disagreement.left.map(markOf),
    right: disagreement.right.map(markOf),
  }
}

function markOf(highlight: Highlight): MarkView {
  const { id, tag, note, anchor } = highlight
  return {
    id,
    tag,
    start: anchor.start,
    end: anchor.end,
    exact: anchor.quote.exact,
    note,
    speaker: speakerOf(highlight),
  }
}

/** The start of the paragraph, or of a word that is near enough. */
function startOfContext(text: string, start: number): number {
  const line = text.lastIndexOf('\n', start - 1) + 1
  if (start - line <= AROUND) return line
  const space = text.indexOf(' ', start - AROUND)
  return space === -1 || space >= start ? start : space + 1
}

function endOfContext(text: string, end: number): number {
  const feed = text.indexOf('\n', end)
  const line = feed === -1 ? text.length : feed
  if (line - end <= AROUND) return line
  const space = text.lastIndexOf(' ', end + AROUND)
  return Math.max(space, end)
}
