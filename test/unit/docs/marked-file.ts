import { describePassage } from '#annotations/anchoring/describe'
import { type CrossreadFile, crossreadFileSchema } from '#annotations/exchange/crossread-json/format'
import { blockSchema, textOf } from '#annotations/model/article'
import { RELATIONS } from '#annotations/model/relation'

/** Fields whose value is told from all others by its words alone, wherever an export has them. */
export const MARKS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  desk: { name: 'Qdesk', created: '2001-01-01' },
  article: {
    id: 'art_',
    title: 'Qtitle',
    publisher: 'Qpublisher',
    byline: 'Qbyline',
    published: '2001-02-01',
    url: 'https://e.org/qurl',
    language: 'qaa-qqq',
    created: '2001-02-02',
    modified: '2001-02-03',
  },
  revision: { id: 'rev_', added: '2001-03-01', source: 'https://e.org/qsource', text: 'qword' },
  block: { text: 'qword', marks: 'https://e.org/qmark' },
  highlight: {
    id: 'hl_',
    exact: 'Qexact',
    prefix: 'Qprefix',
    suffix: 'Qsuffix',
    note: 'Qnote',
    annotator: 'Qannotator',
    created: '2001-04-01',
    modified: '2001-04-02',
    speaker: 'Qspeaker',
    carried: '0.628125',
  },
  link: { id: 'lnk_', note: 'Qlinked', annotator: 'Qlinker', created: '2001-05-01', modified: '2001-05-02' },
  verdict: {
    rating: 'unprovable',
    note: 'Qverdict',
    sources: 'Qsources',
    annotator: 'Qjudge',
    created: '2001-06-01',
    modified: '2001-06-02',
  },
  speaker: {
    id: 'spk_',
    name: 'Qname',
    aliases: 'Qalias',
    note: 'Qbiography',
    annotator: 'Qnamer',
    created: '2001-07-01',
    modified: '2001-07-02',
  },
}

const markOf = (record: string, field: string) => MARKS[record]?.[field] ?? ''
const madeOf = (record: string) => ({
  annotator: markOf(record, 'annotator'),
  created: `${markOf(record, 'created')}T01:00:00.000Z`,
  modified: `${markOf(record, 'modified')}T01:00:00.000Z`,
})

/**
 * A desk with two of everything, each field with its mark. `around`: what stands before and after each passage, where that is
 * to be known from its text.
 */
export function markedFile(around: { readonly prefix?: string; readonly suffix?: string } = {}): CrossreadFile {
  const worlds = [1, 2].map((number) => worldOf(number, around))
  const { name, created } = { name: markOf('desk', 'name'), created: `${markOf('desk', 'created')}T01:00:00.000Z` }
  const across = {
    from: idOf('hl', 1, 1),
    to: idOf('hl', 2, 1),
    fromArticleId: idOf('art', 1),
    toArticleId: idOf('art', 2),
  }
  const links = [1, 2].map((number) => ({
    id: idOf('lnk', 3, number),
    ...across,
    relation: number === 1 ? 'contradicts' : 'updates',
    note: markOf('link', 'note'),
    ...madeOf('link'),
  }))
  return crossreadFileSchema.parse({
    format: 'crossread',
    version: 1,
    desk: { id: idOf('dsk', 1), name, created },
    scope: { kind: 'desk' },
    articles: worlds.flatMap(({ articles }) => articles),
    highlights: worlds.flatMap(({ highlights }) => highlights),
    links: [...worlds.flatMap((world) => world.links), ...links],
    verdicts: worlds.flatMap(({ verdicts }) => verdicts),
    speakers: worlds.flatMap(({ speakers }) => speakers),
    leftOut: { highlights: 0, links: 0 },
  })
}

const idOf = (prefix: string, world: number, number = 0) => `${prefix}_${'0'.repeat(22)}${world}0${number}0`

function worldOf(world: number, around: { readonly prefix?: string; readonly suffix?: string }) {
  const articleId = idOf('art', world)
  const link = { type: 'link', start: 0, end: 5, href: markOf('block', 'marks') }
  const blocks = [
    { kind: 'heading', text: `qword 👍🏽 ${world}`, marks: [{ type: 'bold', start: 0, end: 5 }] },
    { kind: 'quote', text: 'Qexact 1, Qspeaker said.', marks: [link, { type: 'italic', start: 0, end: 5 }] },
    { kind: 'paragraph', text: 'Then Qexact 2, Qexact 3 and Qexact 4.' },
    { kind: 'item', text: 'qword', aside: true },
  ]
  const text = textOf(blocks.map((block) => blockSchema.parse(block)))
  const revision = (number: number) => ({
    id: idOf('rev', world, number),
    added: `${markOf('revision', 'added')}T01:00:00.000Z`,
    source: { kind: 'web', name: markOf('revision', 'source') },
    ...(number === 1 ? { text: 'qword', blocks: [{ kind: 'paragraph', text: 'qword' }] } : { text, blocks }),
  })
  const { title, publisher, byline, published, url, language } = MARKS.article ?? {}
  const article = {
    id: articleId,
    title: `${title} ${world}`,
    publisher,
    byline,
    published,
    url: world === 1 ? url : null,
    language,
    direction: 'rtl',
    revisions: [revision(1), revision(2)],
    created: `${markOf('article', 'created')}T01:00:00.000Z`,
    modified: `${markOf('article', 'modified')}T01:00:00.000Z`,
  }
  const highlight = (number: number, tag: string, words: string, more: object = {}) => {
    const start = text.indexOf(words)
    const { quote, ...place } = describePassage(text, start, start + words.length)
    return {
      id: idOf('hl', world, number),
      articleId,
      revisionId: idOf('rev', world, 2),
      anchor: { ...place, quote: { ...quote, ...around } },
      note: markOf('highlight', 'note'),
      ...madeOf('highlight'),
      tag,
      ...more,
    }
  }
  const carried = { from: idOf('rev', world, 1), method: 'diff', score: Number(markOf('highlight', 'carried')) }
  const highlights = [
    highlight(1, 'claim', 'Qexact 1', { carried, settled: true }),
    highlight(2, 'attribution', 'Qspeaker said', { speaker: world === 1 ? markOf('highlight', 'speaker') : 'Another' }),
    highlight(3, 'denial', 'Qexact 2'),
    highlight(4, 'claim', 'Qexact 3'),
    highlight(5, 'claim', ' Qexact 4'),
  ]
  const links = [...RELATIONS, 'attributes'].map((relation, index) => ({
    id: idOf('lnk', world, index + 1),
    from: idOf('hl', world, relation === 'attributes' ? 2 : 3),
    to: idOf('hl', world, relation !== 'attributes' ? 4 : index === 0 ? 1 : 3),
    relation,
    note: markOf('link', 'note'),
    ...madeOf('link'),
    fromArticleId: articleId,
    toArticleId: articleId,
  }))
  const { rating, note, sources } = MARKS.verdict ?? {}
  const verdict = { claim: idOf('hl', world, 1), rating, note, sources: [sources, 'The log'], ...madeOf('verdict') }
  const unchecked = { ...verdict, claim: idOf('hl', world, 4), rating: 'unchecked' }
  const speaker = {
    id: idOf('spk', world),
    name: `${markOf('speaker', 'name')}${world}`,
    aliases: world === 1 ? [markOf('highlight', 'speaker'), markOf('speaker', 'aliases')] : ['Other'],
    note: markOf('speaker', 'note'),
    ...madeOf('speaker'),
  }
  return { articles: [article], highlights, links, verdicts: [verdict, unchecked], speakers: [speaker] }
}
