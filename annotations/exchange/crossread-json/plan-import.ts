import type { Plan } from '../../changes/action'
import { counted, quoted } from '../../changes/actions/wording'
import type { Change } from '../../changes/change-set'
import type { RecordsView } from '../../changes/records'
import { fail, ok } from '../../model/result'
import type { Speaker } from '../../model/speaker'
import { speakerDirectory } from '../../speakers/directory'
import type { CrossreadFile } from './format'

/** How many records an import added; those that were in the desk already are not counted. */
export type Imported = {
  readonly articles: number
  readonly highlights: number
  readonly links: number
  readonly verdicts: number
  readonly speakers: number
}

/**
 * Restores a file's records into a desk, with their ids, dates and annotators, in one change set. What is there already
 * is skipped. A record that is there in another state is a `conflict`: then nothing is imported.
 */
export function planImport(file: CrossreadFile): Plan<Imported> {
  return (records) => {
    const articles = newOnes(records.articles, file.articles.map(toArticle), ({ id }) => id)
    const revisions = newOnes(records.revisions, file.articles.flatMap(toRevisions), ({ id }) => id)
    const highlights = newOnes(records.highlights, file.highlights, ({ id }) => id)
    const links = newOnes(records.links, file.links.map(toLink), ({ id }) => id)
    const verdicts = newOnes(records.verdicts, file.verdicts ?? [], ({ claim }) => claim)

    const speakers = newSpeakers(records, file.speakers ?? [])
    const conflicts = [articles, revisions, highlights, links, verdicts].flatMap((found) => found.conflicts)
    if (conflicts.length > 0) {
      return fail(
        'conflict',
        `The desk has other versions of ${counted(conflicts.length, 'record')}: ${listed(conflicts)}.`,
        {
          kept: 'Nothing was imported; the desk is as it was.',
          next: 'Import the file into a new desk, or remove these from this one first.',
        },
      )
    }
    const changes: Change[] = [
      ...articles.fresh.map((after): Change => ({ kind: 'article', id: after.id, before: null, after })),
      ...revisions.fresh.map((after): Change => ({ kind: 'revision', id: after.id, before: null, after })),
      ...highlights.fresh.map((after): Change => ({ kind: 'highlight', id: after.id, before: null, after })),
      ...links.fresh.map((after): Change => ({ kind: 'link', id: after.id, before: null, after })),
      ...verdicts.fresh.map((after): Change => ({ kind: 'verdict', id: after.claim, before: null, after })),
      ...speakers.fresh.map((after): Change => ({ kind: 'speaker', id: after.id, before: null, after })),
    ]
    const added = {
      articles: articles.fresh.length,
      highlights: highlights.fresh.length,
      links: links.fresh.length,
      verdicts: verdicts.fresh.length,
      speakers: speakers.fresh.length,
    }
    return ok({ label: labelOf(added, articles.fresh[0]?.title), changes, ...added, ...leftOut(speakers.conflicts) })
  }
}

/**
 * What another desk decided of speakers is not forced on this one: where a name means somebody here already, or the same speaker was
 * changed since, this desk's word stands.
 */
function newSpeakers(records: RecordsView, wanted: readonly Speaker[]) {
  const { find } = speakerDirectory(records.speakers.values())
  const fresh: Speaker[] = []
  const conflicts: string[] = []
  for (const speaker of wanted) {
    const there = records.speakers.get(speaker.id)
    if (there && sameValue(there, speaker)) continue
    if (there || [speaker.name, ...speaker.aliases].some((wording) => find(wording))) conflicts.push(speaker.name)
    else fresh.push(speaker)
  }
  return { fresh, conflicts }
}

function leftOut(names: readonly string[]): { readonly warning?: string } {
  if (names.length === 0) return {}
  return {
    warning: `This desk has its own word on ${counted(names.length, 'speaker')}, which stays: ${listed(names)}.`,
  }
}

type FileArticle = CrossreadFile['articles'][number]

function toArticle({ revisions, ...article }: FileArticle) {
  return { ...article, revisions: revisions.map(({ id }) => id) }
}

function toRevisions({ id: articleId, revisions }: FileArticle) {
  return revisions.map(({ id, added, source, blocks }) => ({ id, articleId, added, source, blocks }))
}

function toLink({ fromArticleId: _from, toArticleId: _to, ...link }: CrossreadFile['links'][number]) {
  return link
}

function newOnes<K extends string, T>(there: ReadonlyMap<K, T>, wanted: readonly T[], idOf: (record: T) => K) {
  const fresh: T[] = []
  const conflicts: string[] = []
  for (const record of wanted) {
    const id = idOf(record)
    const old = there.get(id)
    if (!old) fresh.push(record)
    else if (!sameValue(old, record)) conflicts.push(id)
  }
  return { fresh, conflicts }
}

/** Whether two JSON values are equal, whatever the order of their keys. */
function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const [left, right] = [Object.entries(a), new Map(Object.entries(b))]
  return left.length === right.size && left.every(([key, value]) => right.has(key) && sameValue(value, right.get(key)))
}

const MOST_LISTED = 5

function listed(ids: readonly string[]): string {
  const more = ids.length - MOST_LISTED
  return more > 0 ? `${ids.slice(0, MOST_LISTED).join(', ')} and ${more} more` : ids.join(', ')
}

function labelOf({ articles, highlights, links, verdicts, speakers }: Imported, title: string | undefined): string {
  if (articles === 1 && title !== undefined) return `Import ${quoted(title)}`
  if (articles > 0) return `Import ${counted(articles, 'article')}`
  if (highlights > 0) return `Import ${counted(highlights, 'highlight')}`
  if (links > 0) return `Import ${counted(links, 'link')}`
  if (verdicts > 0) return `Import ${counted(verdicts, 'verdict')}`
  return speakers > 0 ? `Import ${counted(speakers, 'speaker')}` : 'Import'
}
