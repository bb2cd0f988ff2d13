import { setImmediate as nextTurn } from 'node:timers/promises'
import type { RecordsView } from '#annotations/changes/records'
import type { Article, Block, Revision } from '#annotations/model/article'
import { type Highlight, speakerOf } from '#annotations/model/highlight'
import { articleIdSchema, highlightIdSchema, linkIdSchema } from '#annotations/model/ids'
import { createMatcher, findMatches, findPassages, type Matcher } from '#annotations/search/find-passages'
import type { SearchQuery } from '#annotations/search/query'
import { type SpeakerDirectory, speakerDirectory } from '#annotations/speakers/directory'
import type {
  FoundHighlight,
  LinkHit,
  MarkedText,
  PassageHit,
  SearchGroup,
  SearchPage,
  SearchProgress,
  TextRange,
} from '#contract/search-views'
import { briefsOf } from '../../handlers/briefs'
import type { Found, FoundGroup } from './found-page'

/** Sentences of one article. */
const MOST_PASSAGES = 3
/** UTF-16 units of the paragraph before and after a passage. */
const CONTEXT = 90
/** Milliseconds after which whoever else waits in this thread gets a turn: a book takes long to look through. */
const SLICE = 5

/** What all of a page is drawn from. */
type Source = { readonly records: RecordsView; readonly matcher: Matcher; readonly speakers: SpeakerDirectory }

/** What was found, with its words: the passages are looked for in the texts themselves. */
export async function pageOf(
  records: RecordsView,
  query: SearchQuery,
  { total, groups, alike }: Found,
  indexing: SearchProgress | null,
): Promise<SearchPage> {
  const matcher = createMatcher(query.terms, alike)
  const source = { records, matcher, speakers: speakerDirectory(records.speakers.values()) }
  const shown: SearchGroup[] = []
  let until = performance.now() + SLICE
  for (const group of groups) {
    if (performance.now() > until) {
      await nextTurn()
      until = performance.now() + SLICE
    }
    const made = groupOf(source, group)
    if (made) shown.push(made)
  }
  return { total, groups: shown, alike, hints: query.hints, indexing }
}

/** Null when the article has gone since it was found. */
function groupOf(source: Source, group: FoundGroup): SearchGroup | null {
  const { records, matcher } = source
  const article = records.articles.get(articleIdSchema.parse(group.articleId))
  const newest = article?.revisions.at(-1)
  const revision = newest && records.revisions.get(newest)
  if (!article || !revision) return null
  const { title, publisher, byline, published, language, direction } = article
  const passages = passagesOf(source, article, revision, group)
  const links = group.records.flatMap((id) => linkHit(records, id, matcher) ?? [])
  const left = group.more + Math.max(0, passages.matches - passages.marked)
  return {
    articleId: article.id,
    revisionId: revision.id,
    title: marked(title, matcher),
    publisher,
    byline,
    published,
    language,
    direction,
    hits: [...passages.hits, ...links],
    more: left,
  }
}

/** Highlights that were found, and sentences that are not in any of these; a sentence that is tagged as a whole is shown as such. */
function passagesOf(
  source: Source,
  article: Article,
  revision: Revision,
  group: FoundGroup,
): { readonly hits: readonly PassageHit[]; readonly matches: number; readonly marked: number } {
  const { records, matcher } = source
  const highlights = group.records.flatMap((id) => {
    const known = highlightIdSchema.safeParse(id)
    const highlight = known.success ? records.highlights.get(known.data) : undefined
    return highlight ? [highlight] : []
  })
  const found =
    group.text && matcher.terms.length > 0
      ? findPassages(revision.blocks, article.language, matcher, MOST_PASSAGES)
      : { passages: [], matches: 0 }
  const hits = highlights.map((highlight) => highlightHit(source, highlight, revision))
  for (const { start, end, matches } of found.passages) {
    const isShown = ({ revisionId, anchor }: Highlight) =>
      revisionId === revision.id &&
      anchor.start <= (matches[0]?.start ?? start) &&
      anchor.end >= (matches[0]?.end ?? end)
    if (highlights.some(isShown)) continue
    const tagged = [...records.highlightsOf(article.id)]
      .flatMap((id) => records.highlights.get(id) ?? [])
      .find(({ revisionId, anchor }) => revisionId === revision.id && anchor.start === start && anchor.end === end)
    hits.push(
      tagged
        ? highlightHit(source, tagged, revision)
        : {
            kind: 'passage',
            start,
            end,
            passage: { text: sentenceAt(revision.blocks, start, end), marks: joined(matches, start) },
            ...contextOf(revision.blocks, start, end),
            highlight: null,
          },
    )
  }
  const marked = hits.reduce((sum, { passage }) => sum + passage.marks.length, 0)
  return { hits: hits.sort((a, b) => a.start - b.start || b.end - a.end), matches: found.matches, marked }
}

function highlightHit({ records, matcher, speakers }: Source, highlight: Highlight, revision: Revision): PassageHit {
  const { id, tag, anchor, note } = highlight
  const { start, end, quote } = anchor
  const speaker = speakerOf(highlight)
  const found: FoundHighlight = {
    id,
    tag,
    speaker: speaker === null ? null : marked(speakers.nameOf(speaker), matcher),
    note: note === '' ? null : marked(note, matcher),
    verdict: verdictNote(records, highlight, matcher),
    links: records.linksOf(id).size,
  }
  const context =
    highlight.revisionId === revision.id
      ? contextOf(revision.blocks, start, end)
      : { before: quote.prefix, after: quote.suffix }
  return { kind: 'passage', start, end, passage: marked(quote.exact, matcher), ...context, highlight: found }
}

function verdictNote(records: RecordsView, { id }: Highlight, matcher: Matcher): MarkedText | null {
  const verdict = records.verdicts.get(id)
  return verdict && verdict.note !== '' ? marked(verdict.note, matcher) : null
}

function linkHit(records: RecordsView, id: string, matcher: Matcher): LinkHit | null {
  const known = linkIdSchema.safeParse(id)
  const link = known.success ? records.links.get(known.data) : undefined
  const [from, to] = link ? briefsOf(records, [link.from, link.to]) : []
  if (!link || !from || !to) return null
  return { kind: 'link', id: link.id, relation: link.relation, note: marked(link.note, matcher), from, to }
}

function marked(text: string, matcher: Matcher): MarkedText {
  return { text, marks: joined(findMatches(text, matcher), 0) }
}

/** Matches in order and without overlaps, counted from `origin`. */
function joined(matches: readonly TextRange[], origin: number): TextRange[] {
  const ranges: { start: number; end: number }[] = []
  for (const { start, end } of matches.toSorted((a, b) => a.start - b.start)) {
    const last = ranges.at(-1)
    if (last && start - origin <= last.end) last.end = Math.max(last.end, end - origin)
    else ranges.push({ start: start - origin, end: end - origin })
  }
  return ranges
}

/** The block that an offset of the text lies in, and where it starts: the text of a book is not joined for a sentence of it. */
function blockAt(blocks: readonly Block[], offset: number): { readonly text: string; readonly from: number } {
  let from = 0
  for (const { text } of blocks) {
    if (offset <= from + text.length) return { text, from }
    from += text.length + 1
  }
  return { text: '', from }
}

function sentenceAt(blocks: readonly Block[], start: number, end: number): string {
  const { text, from } = blockAt(blocks, start)
  return text.slice(start - from, end - from)
}

/** Words of the same paragraph before a passage, and after it; whole ones. */
function contextOf(
  blocks: readonly Block[],
  start: number,
  end: number,
): { readonly before: string; readonly after: string } {
  const first = blockAt(blocks, start)
  const last = blockAt(blocks, end)
  const before = first.text.slice(Math.max(0, start - first.from - CONTEXT), start - first.from)
  const after = last.text.slice(end - last.from, end - last.from + CONTEXT)
  return {
    before: start - first.from > CONTEXT ? `…${before.replace(/^\S*\s/, '')}` : before,
    after: last.text.length - (end - last.from) > CONTEXT ? `${after.replace(/\s\S*$/, '')}…` : after,
  }
}
