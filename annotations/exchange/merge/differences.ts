import { quoted } from '../../changes/actions/wording'
import type { Change } from '../../changes/change-set'
import type { RecordsView } from '../../changes/records'
import type { Conflict, Disputed } from '../../model/conflict'
import type { ArticleId } from '../../model/ids'
import { type Field, SILENT, versionsOf } from './versions'

/** Differences that are spelled out: a merge may have a thousand, and nobody reads them before it is made. */
const MOST = 20

/**
 * What the records that both have say differently, the first of them as sentences: those that a merge leaves to be decided,
 * and those that it brings up to date.
 *
 * @param records of the desk before the merge
 */
export function differencesOf(records: RecordsView, changes: readonly Change[]): readonly string[] {
  const sentences: string[] = []
  for (const change of changes) {
    if (sentences.length >= MOST) break
    const disputed = disputedBy(records, change)
    const sentence = disputed && sentenceOf(records, disputed)
    if (sentence) sentences.push(sentence)
  }
  return sentences
}

type AboutOne = Pick<Conflict, 'articleId' | 'of'>

/** The two versions that a change is about; null where there is but one. */
function disputedBy(records: RecordsView, change: Change): AboutOne | null {
  if (change.kind === 'conflict') return change.after
  if (change.kind === 'speaker' || change.before === null || change.after === null) return null
  // The kind of a change is that of its record.
  const of = { kind: change.kind, id: change.id, other: change.after } as Disputed
  const articleId = homeOf(records, change)
  return articleId === undefined ? null : { articleId, of }
}

function homeOf(records: RecordsView, change: Change): ArticleId | undefined {
  switch (change.kind) {
    case 'article':
      return change.id
    case 'revision':
    case 'highlight':
      return change.before?.articleId
    case 'link':
      return change.before ? records.highlights.get(change.before.from)?.articleId : undefined
    case 'verdict':
      return records.highlights.get(change.id)?.articleId
    default:
      return undefined
  }
}

const NOUNS = {
  article: 'An article',
  revision: 'A text',
  highlight: 'A highlight',
  link: 'A link',
  verdict: 'A verdict',
}

function sentenceOf(records: RecordsView, about: AboutOne): string | null {
  if (about.of.other === null) return `${NOUNS[about.of.kind]} that was removed here was changed there, and comes back.`
  const { about: what, here, other } = versionsOf(records, about)
  if (here === null || other === null) return null
  const told = here.flatMap((ours, index) => {
    const theirs = other[index]
    return ours.differs && theirs ? [wordsOf(ours, theirs)] : []
  })
  if (told.length > 0) return `${quoted(what)}: ${told.join('; ')}.`
  // An article that only gets another text says nothing else than before.
  return about.of.kind === 'article'
    ? null
    : `${quoted(what)}: it says the same, but was not made by the same, or then.`
}

function wordsOf({ label, text }: Field, theirs: Field): string {
  const name = label.toLowerCase()
  return SILENT.has(label) ? `another ${name}` : `${name} ${wordFor(text)} here, ${wordFor(theirs.text)} there`
}

function wordFor(text: string): string {
  return text === '' ? 'none' : quoted(text)
}
