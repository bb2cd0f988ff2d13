import type { Article, Revision } from '../model/article'
import type { Conflict } from '../model/conflict'
import type { Highlight } from '../model/highlight'
import type { ArticleId, ConflictId, HighlightId, LinkId, RevisionId, SpeakerId } from '../model/ids'
import type { Link } from '../model/link'
import type { Speaker } from '../model/speaker'
import type { Verdict } from '../model/verdict'

/** Every record of a desk, to read. The rules of `actions/` see the desk through this. */
export type RecordsView = {
  readonly articles: ReadonlyMap<ArticleId, Article>
  readonly revisions: ReadonlyMap<RevisionId, Revision>
  readonly highlights: ReadonlyMap<HighlightId, Highlight>
  readonly links: ReadonlyMap<LinkId, Link>
  /** By the claim that they are of. */
  readonly verdicts: ReadonlyMap<HighlightId, Verdict>
  /** What was decided of speakers: those of one plain name have none. */
  readonly speakers: ReadonlyMap<SpeakerId, Speaker>
  /** Records of which a merge left two versions, until somebody decides. */
  readonly conflicts: ReadonlyMap<ConflictId, Conflict>
  /** Highlights of one article, in no promised order. */
  readonly highlightsOf: (article: ArticleId) => ReadonlySet<HighlightId>
  /** Links that start or end in one highlight. */
  readonly linksOf: (highlight: HighlightId) => ReadonlySet<LinkId>
}

/** The same, to change in place: a desk of a million records cannot be copied for every action. */
export type Records = RecordsView & {
  readonly putArticle: (id: ArticleId, value: Article | null) => void
  readonly putRevision: (id: RevisionId, value: Revision | null) => void
  readonly putHighlight: (id: HighlightId, value: Highlight | null) => void
  readonly putLink: (id: LinkId, value: Link | null) => void
  readonly putVerdict: (claim: HighlightId, value: Verdict | null) => void
  readonly putSpeaker: (id: SpeakerId, value: Speaker | null) => void
  readonly putConflict: (id: ConflictId, value: Conflict | null) => void
}

const NONE: ReadonlySet<never> = new Set<never>()

/** An empty set of records with its indexes. */
export function createRecords(): Records {
  const articles = new Map<ArticleId, Article>()
  const revisions = new Map<RevisionId, Revision>()
  const highlights = new Map<HighlightId, Highlight>()
  const links = new Map<LinkId, Link>()
  const verdicts = new Map<HighlightId, Verdict>()
  const speakers = new Map<SpeakerId, Speaker>()
  const conflicts = new Map<ConflictId, Conflict>()
  const byArticle = new Map<ArticleId, Set<HighlightId>>()
  const byHighlight = new Map<HighlightId, LinkId | Set<LinkId>>()

  return {
    articles,
    revisions,
    highlights,
    links,
    verdicts,
    speakers,
    conflicts,
    highlightsOf: (article) => byArticle.get(article) ?? NONE,
    linksOf(highlight) {
      const links = byHighlight.get(highlight) ?? NONE
      return typeof links === 'string' ? new Set([links]) : links
    },
    putArticle: (id, value) => put(articles, id, value),
    putRevision: (id, value) => put(revisions, id, value),
    putHighlight(id, value) {
      const old = highlights.get(id)
      if (old) unindex(byArticle, old.articleId, id)
      put(highlights, id, value)
      if (value) index(byArticle, value.articleId, id)
    },
    putLink(id, value) {
      const old = links.get(id)
      if (old) for (const end of [old.from, old.to]) unindexLink(byHighlight, end, id)
      put(links, id, value)
      if (value) for (const end of [value.from, value.to]) indexLink(byHighlight, end, id)
    },
    putVerdict: (claim, value) => put(verdicts, claim, value),
    putSpeaker: (id, value) => put(speakers, id, value),
    putConflict: (id, value) => put(conflicts, id, value),
  }
}

function put<K, V>(map: Map<K, V>, key: K, value: V | null): void {
  if (value === null) map.delete(key)
  else map.set(key, value)
}

function index<K, V>(map: Map<K, Set<V>>, key: K, value: V): void {
  const set = map.get(key)
  if (set) set.add(value)
  else map.set(key, new Set([value]))
}

function unindex<K, V>(map: Map<K, Set<V>>, key: K, value: V): void {
  const set = map.get(key)
  if (!set?.delete(value)) return
  if (set.size === 0) map.delete(key)
}

/** Most highlights have one link or none, and a set for each of them is what opening a large desk would be busy with. */
function indexLink(map: Map<HighlightId, LinkId | Set<LinkId>>, key: HighlightId, value: LinkId): void {
  const links = map.get(key)
  if (links === undefined || links === value) map.set(key, value)
  else if (typeof links === 'string') map.set(key, new Set([links, value]))
  else links.add(value)
}

function unindexLink(map: Map<HighlightId, LinkId | Set<LinkId>>, key: HighlightId, value: LinkId): void {
  const links = map.get(key)
  if (links === value) map.delete(key)
  else if (typeof links === 'object' && links.delete(value) && links.size === 0) map.delete(key)
}
