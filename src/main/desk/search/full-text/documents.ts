import type { Change } from '#annotations/changes/change-set'
import type { RecordsView } from '#annotations/changes/records'
import { speakerOf } from '#annotations/model/highlight'
import type { ArticleId, HighlightId, LinkId } from '#annotations/model/ids'
import { type Relation, relationWords } from '#annotations/model/relation'
import type { SpeakerDirectory } from '#annotations/speakers/directory'
import { fold } from '#annotations/text/fold'
import type { SearchDoc } from './text-index'

/** What has a document of its own. */
export type DocId = ArticleId | HighlightId | LinkId

/** Everything that is searched: articles, then highlights, then links. */
export function allDocIds(records: RecordsView): DocId[] {
  return [...records.articles.keys(), ...records.highlights.keys(), ...records.links.keys()]
}

/** A record as it is searched, a highlight by every name of its speaker; null when it is not there (any more). */
export function docOf(records: RecordsView, id: DocId, speakers: SpeakerDirectory): SearchDoc | null {
  if (isArticle(id)) return articleDoc(records, id)
  return isHighlight(id) ? highlightDoc(records, id, speakers) : linkDoc(records, id)
}

/**
 * The documents that a change makes anew: its own, the ends of a link, the article of a revision, the claim of a verdict, the
 * highlights of a speaker.
 */
export function docsTouchedBy(changes: readonly Change[], records: RecordsView): ReadonlySet<DocId> {
  const touched = new Set<DocId>()
  const wordings = new Set<string>()
  for (const change of changes) {
    switch (change.kind) {
      case 'revision':
        for (const revision of [change.before, change.after]) if (revision) touched.add(revision.articleId)
        break
      case 'link':
        touched.add(change.id)
        for (const link of [change.before, change.after]) if (link) touched.add(link.from).add(link.to)
        break
      case 'speaker':
        for (const speaker of [change.before, change.after])
          for (const wording of speaker ? [speaker.name, ...speaker.aliases] : []) wordings.add(fold(wording))
        break
      // What a merge left undecided is in no document until it is decided.
      case 'conflict':
        break
      default:
        touched.add(change.id)
    }
  }
  if (wordings.size > 0) for (const id of citing(records, wordings)) touched.add(id)
  return touched
}

/** The highlights with a speaker of these folded wordings. */
function* citing(records: RecordsView, wordings: ReadonlySet<string>): Iterable<HighlightId> {
  const known = new Map<string, boolean>()
  for (const highlight of records.highlights.values()) {
    const speaker = speakerOf(highlight)
    if (speaker === null) continue
    const meant = known.get(speaker) ?? wordings.has(fold(speaker))
    known.set(speaker, meant)
    if (meant) yield highlight.id
  }
}

export function isArticle(id: DocId): id is ArticleId {
  return id.startsWith('art_')
}
function isHighlight(id: DocId): id is HighlightId {
  return id.startsWith('hl_')
}

function articleDoc(records: RecordsView, id: ArticleId): SearchDoc | null {
  const article = records.articles.get(id)
  const newest = article?.revisions.at(-1)
  const revision = newest && records.revisions.get(newest)
  if (!article || !revision) return null
  const { title, publisher, byline, published } = article
  return {
    id,
    articleId: id,
    kind: 'text',
    tag: null,
    fields: [title, publisher ?? '', byline ?? '', ...revision.blocks.map(({ text }) => text)],
    speaker: null,
    relations: [],
    about: { title, publisher, published },
  }
}

function highlightDoc(records: RecordsView, id: HighlightId, speakers: SpeakerDirectory): SearchDoc | null {
  const highlight = records.highlights.get(id)
  if (!highlight) return null
  const verdict = records.verdicts.get(id)
  const speaker = speakerOf(highlight)
  const decided = speaker === null ? undefined : speakers.find(speaker)
  const names = [
    ...new Set([...(speaker === null ? [] : [speaker]), ...(decided ? [decided.name, ...decided.aliases] : [])]),
  ]
  const relations = new Set<Relation>()
  for (const linkId of records.linksOf(id)) {
    const link = records.links.get(linkId)
    if (link) relations.add(link.relation)
  }
  return {
    id,
    articleId: highlight.articleId,
    kind: 'highlight',
    tag: highlight.tag,
    fields: [highlight.anchor.quote.exact, highlight.note, verdict?.note ?? '', ...(verdict?.sources ?? []), ...names],
    speaker: names.length > 0 ? names.join(', ') : null,
    relations: [...relations],
    about: null,
  }
}

function linkDoc(records: RecordsView, id: LinkId): SearchDoc | null {
  const link = records.links.get(id)
  const from = link && records.highlights.get(link.from)
  if (!link || !from) return null
  return {
    id,
    articleId: from.articleId,
    kind: 'link',
    tag: null,
    fields: [link.note, relationWords(link.relation, 'from')],
    speaker: null,
    relations: [link.relation],
    about: null,
  }
}
