import type { Change } from '#annotations/changes/change-set'
import { createRecords, type Records } from '#annotations/changes/records'
import { type Article, type Block, type Revision, textOf } from '#annotations/model/article'
import { type Highlight, TAGS } from '#annotations/model/highlight'
import { createIdSource, type IdSource } from '#annotations/model/ids'
import type { Link } from '#annotations/model/link'
import { likelyLink } from '#annotations/model/relation'

export type DeskSize = {
  readonly articles: number
  readonly highlights: number
  readonly links: number
  readonly wordsPerArticle: number
  readonly seed: number
}

export type GeneratedDesk = {
  readonly articles: readonly Article[]
  readonly revisions: readonly Revision[]
  readonly highlights: readonly Highlight[]
  readonly links: readonly Link[]
}

const NOW = Date.UTC(2026, 0, 15, 9, 30)
const TIME = new Date(NOW).toISOString()
const LATIN = [
  'ka',
  'lo',
  'mi',
  'ren',
  'sta',
  'tor',
  'ul',
  've',
  'shi',
  'dan',
  'por',
  'eth',
  'ish',
  'oma',
  'gri',
  'n’t',
]
const URDU = [
  'کا',
  'نے',
  'وزیر',
  'خار',
  'جہ',
  'بھا',
  'رت',
  'پاک',
  'ستان',
  'ملا',
  'قات',
  'تعلق',
  'ات',
  'بیان',
  'دیا',
  'گفت',
]
const PREFIX = 32

/** Numbers from 0 to below 1, the same for the same seed: mulberry32, public domain, by Tommy Ettinger. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Ids that are the same for the same seed. */
export function createSeededIds(seed: number): IdSource {
  const random = createRandom(seed)
  return createIdSource(
    () => NOW,
    (bytes) => bytes.map(() => Math.floor(random() * 256)),
  )
}

/** A desk of made-up articles, every tenth in Urdu, with highlights and links spread evenly over them; the same for the same size and seed. */
export function generateDesk(size: DeskSize): GeneratedDesk {
  const random = createRandom(size.seed)
  const ids = createSeededIds(size.seed + 1)
  const pairs = Array.from({ length: size.articles }, (_, at) => makeArticle(ids, random, at, size.wordsPerArticle))
  const texts = pairs.map(({ revision }) => textOf(revision.blocks))
  const highlights = Array.from({ length: size.highlights }, (_, at) => {
    const pair = pick(pairs, at % pairs.length)
    return makeHighlight(ids, random, pair.revision, pick(texts, at % texts.length))
  })
  const links = highlights.length < 2 ? [] : Array.from({ length: size.links }, () => makeLink(ids, random, highlights))
  return {
    articles: pairs.map(({ article }) => article),
    revisions: pairs.map(({ revision }) => revision),
    highlights,
    links,
  }
}

/** The changes that add a generated desk to an empty one. */
export function changesOf(desk: GeneratedDesk): Change[] {
  return [
    ...desk.articles.map((after) => ({ kind: 'article', id: after.id, before: null, after }) as const),
    ...desk.revisions.map((after) => ({ kind: 'revision', id: after.id, before: null, after }) as const),
    ...desk.highlights.map((after) => ({ kind: 'highlight', id: after.id, before: null, after }) as const),
    ...desk.links.map((after) => ({ kind: 'link', id: after.id, before: null, after }) as const),
  ]
}

export function recordsOf(desk: GeneratedDesk): Records {
  const records = createRecords()
  for (const article of desk.articles) records.putArticle(article.id, article)
  for (const revision of desk.revisions) records.putRevision(revision.id, revision)
  for (const highlight of desk.highlights) records.putHighlight(highlight.id, highlight)
  for (const link of desk.links) records.putLink(link.id, link)
  return records
}

function makeArticle(ids: IdSource, random: () => number, number: number, words: number) {
  const id = ids.article()
  const isUrdu = number % 10 === 9
  const syllables = isUrdu ? URDU : LATIN
  const blocks: Block[] = []
  for (let left = words; left > 0; ) {
    const length = Math.min(left, 20 + Math.floor(random() * 80))
    blocks.push({ kind: 'paragraph', text: sentence(random, length, syllables) })
    left -= length
  }
  const revision: Revision = {
    id: ids.revision(),
    articleId: id,
    added: TIME,
    source: { kind: 'file', name: `article-${number}.txt` },
    blocks,
  }
  const article: Article = {
    id,
    title: sentence(random, 8, syllables),
    publisher: `Paper ${number % 12}`,
    byline: null,
    published: '2026-01-14',
    url: null,
    language: isUrdu ? 'ur' : 'en',
    direction: isUrdu ? 'rtl' : 'ltr',
    revisions: [revision.id],
    created: TIME,
    modified: TIME,
  }
  return { article, revision }
}

/** A highlight of a passage of about eighty characters, anywhere in the text; its tag follows from the random numbers. */
export function makeHighlight(ids: IdSource, random: () => number, revision: Revision, text: string): Highlight {
  const start = Math.floor(random() * Math.max(1, text.length - 100))
  const end = Math.min(text.length, start + 20 + Math.floor(random() * 120))
  const common = {
    id: ids.highlight(),
    articleId: revision.articleId,
    revisionId: revision.id,
    anchor: {
      start,
      end,
      quote: {
        exact: text.slice(start, end),
        prefix: text.slice(Math.max(0, start - PREFIX), start),
        suffix: text.slice(end, end + PREFIX),
      },
    },
    note: random() < 0.2 ? sentence(random, 6) : '',
    annotator: 'Ada',
    created: TIME,
    modified: TIME,
  }
  const tag = pick(TAGS, Math.floor(random() * TAGS.length))
  return tag === 'attribution' ? { ...common, tag, speaker: sentence(random, 2) } : { ...common, tag }
}

/** A link between two different highlights, in the relation their tags suggest. */
export function makeLink(ids: IdSource, random: () => number, highlights: readonly Highlight[]): Link {
  const first = Math.floor(random() * highlights.length)
  const second = (first + 1 + Math.floor(random() * (highlights.length - 1))) % highlights.length
  const [one, other] = [pick(highlights, first), pick(highlights, second)]
  const { relation, swap } = likelyLink(one.tag, other.tag)
  const [from, to] = swap ? [other.id, one.id] : [one.id, other.id]
  return { id: ids.link(), from, to, relation, note: '', annotator: 'Ada', created: TIME, modified: TIME }
}

function sentence(random: () => number, words: number, syllables: readonly string[] = LATIN): string {
  const word = () =>
    Array.from({ length: 1 + Math.floor(random() * 4) }, () =>
      pick(syllables, Math.floor(random() * syllables.length)),
    ).join('')
  const text = Array.from({ length: words }, word).join(' ')
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

function pick<T>(items: readonly T[], index: number): T {
  const item = items[index]
  if (item === undefined) throw new RangeError(`no item ${index} of ${items.length}`)
  return item
}
