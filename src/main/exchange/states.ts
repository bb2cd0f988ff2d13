import type { RecordsView } from '#annotations/changes/records'
import type { CrossreadFile } from '#annotations/exchange/crossread-json/format'
import { incomingOf } from '#annotations/exchange/merge/incoming'
import type { RecordKind, States } from '#annotations/exchange/merge/past'
import { sameValue } from '#annotations/exchange/merge/same-value'
import { ok, type Result } from '#annotations/model/result'
import type { Desk } from '../desk/desk'

/** Lines of the history read at a time: a single one may hold a whole import. */
const PAGE = 20

/** The records whose past a merge may ask for: those that the desk has otherwise, or not at all. */
export function wantedStates(records: RecordsView, file: CrossreadFile): (kind: RecordKind, id: string) => boolean {
  const { articles, revisions, highlights, links, verdicts, speakers } = incomingOf(file)
  const wanted = new Set<string>()
  const compare = (kind: RecordKind, id: string, ours: unknown, theirs: unknown) => {
    if (!sameValue(ours, theirs)) wanted.add(`${kind} ${id}`)
  }
  for (const one of articles) compare('article', one.id, records.articles.get(one.id), one)
  for (const one of revisions) compare('revision', one.id, records.revisions.get(one.id), one)
  for (const one of highlights) compare('highlight', one.id, records.highlights.get(one.id), one)
  for (const one of links) compare('link', one.id, records.links.get(one.id), one)
  for (const one of verdicts) compare('verdict', one.claim, records.verdicts.get(one.claim), one)
  for (const one of speakers) compare('speaker', one.id, records.speakers.get(one.id), one)
  return (kind, id) => wanted.has(`${kind} ${id}`)
}

/** Reads the whole history of a desk into `states`, newest line first. */
export async function readStates(desk: Desk, states: States): Promise<Result<void>> {
  for (let before: string | null = null; ; ) {
    const page: Awaited<ReturnType<Desk['history']>> = await desk.history(before, PAGE)
    if (!page.ok) return page
    for (const { changeSet } of page.value.lines) states.add(changeSet)
    before = page.value.next
    if (before === null) return ok(undefined)
  }
}
