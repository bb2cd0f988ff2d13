import type { Plan } from '../../changes/action'
import { counted, quoted } from '../../changes/actions/wording'
import type { RecordsView } from '../../changes/records'
import { type Highlight, speakerOf } from '../../model/highlight'
import type { ArticleId, HighlightId } from '../../model/ids'
import type { Link } from '../../model/link'
import { ok } from '../../model/result'
import type { CrossreadFile } from '../crossread-json/format'
import { differencesOf } from './differences'
import { type Incoming, incomingOf } from './incoming'
import { judge } from './judge'
import { createLedger, type Ledger, type MergeCounts } from './ledger'
import { matchArticles, withMatches } from './match-articles'
import { mergeArticles } from './merge-articles'
import { mergeSpeakerRecords } from './merge-speakers'
import { NO_PAST, type Past, withWaiting } from './past'
import { twinFinder, twinLink } from './twins'

/** How the action is called: an `Add` is of single records that somebody wrote for it. */
export type MergeVerb = 'Import' | 'Merge' | 'Add'

export type Merged = MergeCounts & {
  readonly notes: readonly string[]
  /** What the first records that differ say here and there, as sentences. */
  readonly differences: readonly string[]
}

/**
 * Takes the records of a file into a desk, in one change set, with their authors and times. What is the same is skipped, what
 * the other desk only has older is left, what it went on to is taken. Whatever else differs becomes a conflict: both versions
 * are kept until somebody decides. Nothing of the desk is ever removed.
 *
 * @param name of the file or desk, for the label and the conflicts
 */
export function planMerge(
  file: CrossreadFile,
  { name, verb, past: known = NO_PAST }: { readonly name: string; readonly verb: MergeVerb; readonly past?: Past },
): Plan<Merged> {
  return (records, context) => {
    const past = known.waits ? known : withWaiting(known, records)
    const ledger = createLedger(records, name, context)
    const all = incomingOf(file)
    const matches = matchArticles(records, all, (id) => records.articles.has(id) || past.wasRemoved('article', id))
    ledger.count('matched', matches.articles.size)
    const incoming = withMatches(all, matches)
    const news = newsOf(records, incoming, past)
    const skipped = mergeArticles(records, incoming, past, ledger, news.articles)
    const aliases = mergeHighlights(records, incoming, past, ledger, skipped, news.ends)
    mergeLinks(records, incoming, past, ledger, aliases)
    mergeVerdicts(records, incoming, past, ledger, aliases)
    mergeSpeakerRecords(records, incoming, past, ledger)

    const counts = ledger.counts()
    const title =
      counts.articles === 1 ? incoming.articles.find(({ id }) => !records.articles.has(id))?.title : undefined
    const label = verb === 'Merge' ? `Merge ${quoted(name)}` : labelOf(verb, counts, title, name)
    const { changes, notes } = ledger
    return ok({ label, changes, ...counts, notes, differences: differencesOf(records, changes) })
  }
}

/** Articles and highlights that something hangs on which the desk never had: though removed here, they are wanted. */
function newsOf(records: RecordsView, { articles, revisions, highlights, links, verdicts }: Incoming, past: Past) {
  const homes = new Map(highlights.map(({ id, articleId }) => [id, articleId]))
  const wanted = new Set<ArticleId>()
  const ends = new Set<HighlightId>()
  const want = (id: ArticleId | undefined) => id !== undefined && wanted.add(id)
  for (const one of articles) if (!past.wasHere('article', one.id, one)) want(one.id)
  for (const one of revisions) if (!past.wasHere('revision', one.id, one)) want(one.articleId)
  for (const one of highlights) if (!past.wasHere('highlight', one.id, one)) want(one.articleId)
  for (const one of links) {
    if (records.links.has(one.id) || past.wasHere('link', one.id, one)) continue
    for (const end of [one.from, one.to]) {
      want(homes.get(end))
      ends.add(end)
    }
  }
  for (const one of verdicts) {
    if (records.verdicts.has(one.claim) || past.wasHere('verdict', one.claim, one)) continue
    want(homes.get(one.claim))
    ends.add(one.claim)
  }
  return { articles: wanted, ends }
}

type Aliases = ReadonlyMap<HighlightId, HighlightId>

function mergeHighlights(
  records: RecordsView,
  { highlights }: Incoming,
  past: Past,
  ledger: Ledger,
  skipped: ReadonlySet<ArticleId>,
  wanted: ReadonlySet<HighlightId>,
): Aliases {
  const aliases = new Map<HighlightId, HighlightId>()
  const named = new Set(highlights.map(({ id }) => id))
  const twinOf = twinFinder(records, (id) => named.has(id))
  for (const theirs of highlights) {
    const { id, articleId } = theirs
    if (skipped.has(articleId)) {
      ledger.count('removed')
      continue
    }
    const ours = records.highlights.get(id)
    const standing = judge(past, 'highlight', id, ours, theirs)
    const twin = standing === 'new' ? twinOf(theirs) : null
    if (twin) {
      aliases.set(id, twin.id)
      mergeTwin(twin, theirs, past, ledger)
    } else if (standing === 'new') {
      ledger.count('highlights')
      ledger.putHighlight(null, theirs)
    } else if (standing === 'revived' || (standing === 'removed' && wanted.has(id))) {
      ledger.count('highlights')
      ledger.putHighlight(null, theirs)
      ledger.dispute(articleId, { kind: 'highlight', id, other: null })
    } else if (standing === 'newer' && ours) {
      ledger.count('updated')
      ledger.changes.push(...verdictLost(records, ours, theirs))
      ledger.putHighlight(ours, theirs)
    } else if (standing === 'conflict' && ours) {
      ledger.dispute(ours.articleId, { kind: 'highlight', id, other: theirs })
    } else ledger.pass(standing)
  }
  return aliases
}

/** The verdict that goes when a claim becomes something else. */
function verdictLost(records: RecordsView, before: Highlight, after: Highlight): Ledger['changes'] {
  const verdict = records.verdicts.get(before.id)
  if (!verdict || after.tag === 'claim') return []
  return [{ kind: 'verdict', id: verdict.claim, before: verdict, after: null }]
}

/** A highlight under another id that says the same: a question only where its words about the passage differ. */
function mergeTwin(ours: Highlight, theirs: Highlight, past: Past, ledger: Ledger): void {
  const note = theirs.note === '' ? ours.note : theirs.note
  const speaker = speakerOf(theirs) ?? speakerOf(ours)
  const words = { note, modified: theirs.modified }
  const other: Highlight = ours.tag === 'attribution' ? { ...ours, ...words, speaker } : { ...ours, ...words }
  if (note === ours.note && speaker === speakerOf(ours)) ledger.count('same')
  else if (past.waits?.('highlight', ours.id, other)) ledger.count('waiting')
  else if (past.wasHere('highlight', ours.id, other)) ledger.count('older')
  else ledger.dispute(ours.articleId, { kind: 'highlight', id: ours.id, other })
}

function mergeLinks(records: RecordsView, { links }: Incoming, past: Past, ledger: Ledger, aliases: Aliases): void {
  let loose = 0
  for (const one of links) {
    const theirs: Link = { ...one, from: aliases.get(one.from) ?? one.from, to: aliases.get(one.to) ?? one.to }
    const { id } = theirs
    const home = ledger.highlight(theirs.from)
    const ours = records.links.get(id)
    const standing = judge(past, 'link', id, ours, theirs)
    if (!home || !ledger.highlight(theirs.to) || theirs.from === theirs.to) {
      if (standing === 'removed') ledger.pass(standing)
      else loose++
      continue
    }
    const twin = standing === 'new' ? twinLink(records, theirs) : null
    if (twin) {
      const other = { ...twin, note: theirs.note, modified: theirs.modified }
      if (theirs.note === '' || theirs.note === twin.note) ledger.count('same')
      else if (past.waits?.('link', twin.id, other)) ledger.count('waiting')
      else if (past.wasHere('link', twin.id, other)) ledger.count('older')
      else ledger.dispute(home.articleId, { kind: 'link', id: twin.id, other })
    } else if (standing === 'new' || standing === 'revived') {
      ledger.count('links')
      ledger.changes.push({ kind: 'link', id, before: null, after: theirs })
      if (standing === 'revived') ledger.dispute(home.articleId, { kind: 'link', id, other: null })
    } else if (standing === 'newer' && ours) {
      ledger.count('updated')
      ledger.changes.push({ kind: 'link', id, before: ours, after: theirs })
    } else if (standing === 'conflict') ledger.dispute(home.articleId, { kind: 'link', id, other: theirs })
    else ledger.pass(standing)
  }
  if (loose > 0) ledger.notes.push(`Left out: ${counted(loose, 'link')} with an end that is not in this desk.`)
}

function mergeVerdicts(
  records: RecordsView,
  { verdicts }: Incoming,
  past: Past,
  ledger: Ledger,
  aliases: Aliases,
): void {
  for (const one of verdicts) {
    const theirs = { ...one, claim: aliases.get(one.claim) ?? one.claim }
    const { claim: id } = theirs
    const home = ledger.highlight(id)
    const ours = records.verdicts.get(id)
    const standing = judge(past, 'verdict', id, ours, theirs)
    if (home?.tag !== 'claim') {
      if (standing === 'new' || standing === 'revived')
        ledger.notes.push(`Left out: the verdict “${theirs.rating}”, whose passage is no claim in this desk.`)
    } else if (standing === 'new' || standing === 'revived') {
      ledger.count('verdicts')
      ledger.changes.push({ kind: 'verdict', id, before: null, after: theirs })
      if (standing === 'revived') ledger.dispute(home.articleId, { kind: 'verdict', id, other: null })
    } else if (standing === 'newer' && ours) {
      ledger.count('updated')
      ledger.changes.push({ kind: 'verdict', id, before: ours, after: theirs })
    } else if (standing === 'conflict') ledger.dispute(home.articleId, { kind: 'verdict', id, other: theirs })
    else ledger.pass(standing)
  }
}

/** What an import is called in the history; `title` is that of its only new article. */
export function labelOf(
  verb: MergeVerb,
  { articles, highlights, links, verdicts, speakers }: MergeCounts,
  title: string | undefined,
  name: string,
): string {
  if (articles === 1 && title !== undefined) return `${verb} ${quoted(title)}`
  if (articles > 0) return `${verb} ${counted(articles, 'article')}`
  if (highlights > 0) return `${verb} ${counted(highlights, 'highlight')}`
  if (links > 0) return `${verb} ${counted(links, 'link')}`
  if (verdicts > 0) return `${verb} ${counted(verdicts, 'verdict')}`
  return speakers > 0 ? `${verb} ${counted(speakers, 'speaker')}` : `${verb} ${quoted(name)}`
}
