import { textOf } from '../model/article'
import type { Highlight } from '../model/highlight'
import type { RevisionId } from '../model/ids'
import { fold } from '../text/fold'
import type { RecordsView } from './records'

/** Everything in which the records of a desk do not hold together, one sentence each, which names the record. */
export function* faultsOf(records: RecordsView): Generator<string> {
  const { articles, revisions, highlights, links, verdicts, speakers, conflicts } = records
  for (const { id, revisions: own } of articles.values()) {
    if (own.length === 0) yield `Article ${id}: it has no text.`
    for (const revision of own)
      if (revisions.get(revision)?.articleId !== id) yield `Article ${id}: its revision ${revision} is not in the desk.`
  }
  yield* highlightFaults(records)
  for (const { id, from, to } of links.values()) {
    if (from === to) yield `Link ${id}: both of its ends are ${from}.`
    for (const end of new Set([from, to]))
      if (!highlights.has(end)) yield `Link ${id}: its end ${end} is not in the desk.`
  }
  for (const { claim } of verdicts.values())
    if (highlights.get(claim)?.tag !== 'claim') yield `Verdict on ${claim}: it is not a claim of the desk.`
  const owners = new Map<string, string>()
  for (const { id, name, aliases } of speakers.values()) {
    for (const wording of [name, ...aliases]) {
      const other = owners.get(fold(wording))
      if (other !== undefined) yield `Speaker ${id}: “${wording}” is a name of ${other === id ? 'it twice' : other}.`
      owners.set(fold(wording), id)
    }
  }
  const disputed: {
    readonly [K in 'article' | 'revision' | 'highlight' | 'link' | 'verdict']: ReadonlyMap<string, unknown>
  } = {
    article: articles,
    revision: revisions,
    highlight: highlights,
    link: links,
    // A verdict that was removed here is in conflict with one that is there.
    verdict: highlights,
  }
  for (const { id, of } of conflicts.values())
    if (!disputed[of.kind].has(of.id)) yield `Conflict ${id}: its ${of.kind} ${of.id} is not in the desk.`
}

/** Text by text, for a text is long and highlights of it are many. */
function* highlightFaults({ articles, revisions, highlights }: RecordsView): Generator<string> {
  const byRevision = new Map<RevisionId, Highlight[]>()
  for (const highlight of highlights.values()) {
    const { id, articleId, revisionId } = highlight
    if (!articles.has(articleId)) yield `Highlight ${id}: its article ${articleId} is not in the desk.`
    else if (revisions.get(revisionId)?.articleId !== articleId)
      yield `Highlight ${id}: its article has no revision ${revisionId}.`
    else {
      const own = byRevision.get(revisionId)
      if (own) own.push(highlight)
      else byRevision.set(revisionId, [highlight])
    }
  }
  for (const [revision, own] of byRevision) {
    const text = textOf(revisions.get(revision)?.blocks ?? [])
    for (const { id, anchor } of own) {
      const { start, end, quote } = anchor
      if (end > text.length) yield `Highlight ${id}: it ends at ${end}, and the text of its article at ${text.length}.`
      else if (text.slice(start, end) !== quote.exact)
        yield `Highlight ${id}: the words it quotes do not stand at ${start} to ${end}.`
    }
  }
}
