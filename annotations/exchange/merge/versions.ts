import type { RecordsView } from '../../changes/records'
import type { Article, Revision } from '../../model/article'
import type { Conflict } from '../../model/conflict'
import { type Highlight, speakerOf } from '../../model/highlight'
import type { HighlightId } from '../../model/ids'
import type { Link } from '../../model/link'
import { relationWords } from '../../model/relation'
import { assertNever } from '../../model/result'
import type { Verdict } from '../../model/verdict'

/** One line of a version: what it says, and whether the other version says something else. */
export type Field = { readonly label: string; readonly text: string; readonly differs: boolean }

/** Lines that say nothing to the reader unless they differ. */
export const SILENT: ReadonlySet<string> = new Set(['Place', 'Formatting'])

/** Two versions of one record, as lines to be compared. Null is a version that was removed. */
export type Versions = {
  readonly about: string
  readonly highlight: HighlightId | null
  readonly here: readonly Field[] | null
  readonly other: readonly Field[] | null
}

type Lines = readonly (readonly [label: string, text: string])[]

/** What a conflict is about, and what both sides say. */
export function versionsOf(records: RecordsView, { of, articleId }: Pick<Conflict, 'of' | 'articleId'>): Versions {
  const title = records.articles.get(articleId)?.title ?? ''
  switch (of.kind) {
    case 'article':
      return compared(title, null, records.articles.get(of.id), of.other, articleLines)
    case 'revision':
      return compared(title, null, records.revisions.get(of.id), of.other, revisionLines)
    case 'highlight': {
      const here = records.highlights.get(of.id)
      const about = (here ?? of.other)?.anchor.quote.exact ?? title
      return compared(about, here?.id ?? null, here, of.other, (one) => highlightLines(records, one))
    }
    case 'link': {
      const here = records.links.get(of.id)
      const about = quoteOf(records, (here ?? of.other)?.from)
      return compared(about, (here ?? of.other)?.from ?? null, here, of.other, (one) => linkLines(records, one))
    }
    case 'verdict':
      return compared(quoteOf(records, of.id), of.id, records.verdicts.get(of.id), of.other, verdictLines)
    default:
      return assertNever(of)
  }
}

function compared<T>(
  about: string,
  highlight: HighlightId | null,
  here: T | undefined,
  other: T | null,
  linesOf: (record: T) => Lines,
): Versions {
  const [left, right] = [here === undefined ? null : linesOf(here), other === null ? null : linesOf(other)]
  const against = (lines: Lines, others: Lines | null): readonly Field[] =>
    lines
      .map(([label, text], index) => ({ label, text, differs: others !== null && others[index]?.[1] !== text }))
      .filter(({ label, differs }) => differs || !SILENT.has(label))
  return { about, highlight, here: left && against(left, right), other: right && against(right, left) }
}

function articleLines({ title, publisher, byline, published, url, language, direction }: Article): Lines {
  return [
    ['Title', title],
    ['Publisher', publisher ?? ''],
    ['Byline', byline ?? ''],
    ['Published', published ?? ''],
    ['Address', url ?? ''],
    ['Language', language ?? ''],
    ['Direction', direction === 'rtl' ? 'right to left' : 'left to right'],
  ]
}

function revisionLines({ blocks }: Revision): Lines {
  const asides = blocks.filter(({ aside }) => aside).map(({ text }) => text)
  const shape = blocks.map(({ kind, marks }) => `${kind}${marks?.length ?? 0}`).join(' ')
  return [
    ['Set aside', asides.join('\n')],
    ['Formatting', shape],
  ]
}

function highlightLines(records: RecordsView, highlight: Highlight): Lines {
  const { anchor, tag, note, revisionId, settled } = highlight
  const added = records.revisions.get(revisionId)?.added ?? ''
  return [
    ['Passage', anchor.quote.exact],
    ['Tag', tag],
    ['Speaker', speakerOf(highlight) ?? ''],
    ['Note', note],
    ['Place', `${anchor.start} to ${anchor.end}, in the text of ${added.slice(0, 10)}`],
    ['Kept with an older text', settled ? 'yes' : ''],
  ]
}

function linkLines(records: RecordsView, { from, to, relation, note }: Link): Lines {
  return [
    ['From', quoteOf(records, from)],
    ['Relation', relationWords(relation, 'from')],
    ['To', quoteOf(records, to)],
    ['Note', note],
  ]
}

function verdictLines({ rating, note, sources }: Verdict): Lines {
  return [
    ['Verdict', rating],
    ['Note', note],
    ['Sources', sources.join('\n')],
  ]
}

function quoteOf(records: RecordsView, id: HighlightId | undefined): string {
  return id === undefined ? '' : (records.highlights.get(id)?.anchor.quote.exact ?? '')
}
