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
import { curate } from '#annotations/agreement/curate'
import { decide } from '#annotations/agreement/decide'
import { type Disagreement, disagreementsOf } from '#annotations/agreement/disagreements'
import { measure, measurePairs } from '#annotations/agreement/measure'
import { keyOf } from '#annotations/agreement/spans'
import { fromCrossreadJson } from '#annotations/exchange/crossread-json/read'
import { type Highlight, speakerOf } from '#annotations/model/highlight'
import { fail, ok, type Result } from '#annotations/model/result'
import { MOST_SIDES, type SideRef } from '#contract/agreement-methods'
import type { DisagreementView, MarkView } from '#contract/agreement-views'
import type { Desk } from '../desk'
import { toDone } from './done'
import type { HandlersOf } from './handlers-of'

/** Files that windows compare with are kept as long as the desk is open, the last few of them. */
const MOST_FILES = MOST_SIDES

/** Compares annotators of the desk, or the desk with colleagues' files, and takes over what a curator decides. */
export function agreementHandlers(desk: Desk): HandlersOf<'agreement'> {
  const files = new Map<string, Pile>()
  let last = 0
  const compare = (refs: readonly SideRef[]): Result<Compared> => {
    const mine = pileOfRecords(desk.record.name, desk.records)
    const sides = sidesOf(refs, mine, files)
    return sides.ok ? ok({ desk: mine, sides: sides.value, comparison: compareSides(sides.value) }) : sides
  }

  return {
    'agreement.annotators': () => ok(annotatorsOf(pileOfRecords(desk.record.name, desk.records))),
    'agreement.readFile'({ name: path, contents }) {
      const file = fromCrossreadJson(contents)
      if (!file.ok)
        return {
          ok: false,
          error: { ...file.error, message: `${path}: ${file.error.message}`, kept: 'Nothing was compared.' },
        }
      const token = `file-${++last}`
      const name = freeName(path, [...files.values()])
      const [oldest] = files.keys()
      if (oldest !== undefined && files.size >= MOST_FILES) files.delete(oldest)
      files.set(token, { ...pileOfFile(file.value), name })
      return ok({ token, name, annotators: annotatorsOf(file.value) })
    },
    'agreement.compare'({ sides }) {
      const found = compare(sides)
      if (!found.ok) return found
      const { comparison } = found.value
      return ok({
        names: comparison.sides,
        articles: comparison.texts.map(({ article }) => article.title),
        numbers: measure(comparison),
        pairs: measurePairs(comparison),
        disagreements: disagreementsOf(comparison).flatMap((one) => {
          const text = comparison.texts[one.text]
          return text ? [viewOf(one, text)] : []
        }),
        leftOut: comparison.leftOut,
      })
    },
    async 'agreement.keep'({ id, keep, sides }) {
      const found = compare(sides)
      if (!found.ok) return found
      const chosen = disagreementsOf(found.value.comparison).find((one) => idOf(one) === id)
      const text = chosen && found.value.comparison.texts[chosen.text]
      if (!chosen || !text || (keep !== 'all' && keep >= sides.length)) {
        return fail('not-found', 'This disagreement is not there any more.', {
          next: 'It may have been decided in another window: undo brings it back.',
        })
      }
      const done = await desk.act(curate(decide(chosen, keep, found.value)))
      return toDone(done, () => ({ left: standingsIn(text, chosen, compare(sides)) }))
    },
  }
}

type Compared = { readonly desk: Pile; readonly sides: readonly Side[]; readonly comparison: Comparison }

function sidesOf(refs: readonly SideRef[], mine: Pile, files: ReadonlyMap<string, Pile>): Result<readonly Side[]> {
  if (refs[0]?.file !== null) return fail('invalid-input', 'The first to be compared must be of this desk.')
  const sides: Side[] = []
  for (const { file, annotator } of refs) {
    const pile = file === null ? mine : files.get(file)
    if (!pile) return fail('not-found', 'The file to compare with is not open any more.', { next: 'Choose it again.' })
    const others = sides.filter((side) => side.pile === pile)
    if (others.some((side) => side.annotator === annotator || side.annotator === null || annotator === null))
      return fail('invalid-input', 'Choose different annotators: nobody can be compared with themselves.')
    sides.push({ name: nameOf(pile, annotator, mine, sides), pile, annotator })
  }
  return ok(sides)
}

function nameOf(pile: Pile, annotator: string | null, mine: Pile, before: readonly Side[]): string {
  if (annotator === null) return pile === mine ? 'This desk' : pile.name
  const name = annotator === '' ? 'Nobody named' : annotator
  return before.some((side) => side.name === name) ? `${name} in ${pile.name}` : name
}

/** Colleagues send files of one name. */
function freeName(name: string, piles: readonly Pile[]): string {
  const taken = new Set(piles.map((pile) => pile.name))
  let free = name
  for (let next = 2; taken.has(free); next++) free = `${name} (${next})`
  return free
}

/** A disagreement is known by the first highlight in it. */
function idOf({ sides }: Disagreement): string {
  const side = sides.findIndex(({ length }) => length > 0)
  return `${side}-${sides[side]?.[0]?.id ?? ''}`
}

function standingOf({ sides }: Disagreement, { article }: ComparedText): string {
  return [article.id, ...sides.map((marks) => marks.map(keyOf).join(','))].join(';')
}

/** How what is left of a disagreement stands once something was decided there. */
function standingsIn({ article }: ComparedText, { start, end }: Disagreement, after: Result<Compared>): string[] {
  if (!after.ok) return []
  const { texts } = after.value.comparison
  return disagreementsOf(after.value.comparison).flatMap((one) => {
    const text = texts[one.text]
    return text?.article.id === article.id && one.start < end && start < one.end ? [standingOf(one, text)] : []
  })
}

/** UTF-16 units of context on either side, at most. */
const AROUND = 160

function viewOf(disagreement: Disagreement, text: ComparedText): DisagreementView {
  const from = startOfContext(text.text, disagreement.start)
  const { id, title, language, direction } = text.article
  return {
    id: idOf(disagreement),
    standing: standingOf(disagreement, text),
    kind: disagreement.kind,
    article: { id, title, language, direction },
    from,
    text: text.text.slice(from, endOfContext(text.text, disagreement.end)),
    sides: disagreement.sides.map((marks) => marks.map(markOf)),
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
