import { describePassage } from '#annotations/anchoring/describe'
import { type CrossreadFile, crossreadFileSchema } from '#annotations/exchange/crossread-json/format'
import { DESK } from './rich-desk'

const id = (prefix: string, last: string) => `${prefix}_01hq3v6a8c00000000000000${last}`
const [CREATED, MODIFIED] = ['2024-02-20T09:00:00.000Z', '2024-02-21T09:00:00.000Z']
const NEWS = '👍 No talks were held.\nThe minister denied it.'
const URDU = 'وزیر نے تردید کی'

function article(last: string, title: string, text: string, more: object = {}) {
  return {
    id: id('art', last),
    title,
    publisher: null,
    byline: null,
    published: null,
    url: null,
    language: 'en',
    direction: 'ltr',
    revisions: [
      {
        id: id('rev', last),
        added: CREATED,
        source: { kind: 'paste' },
        text,
        blocks: text.split('\n').map((line) => ({ kind: 'paragraph', text: line })),
      },
    ],
    created: CREATED,
    modified: CREATED,
    ...more,
  }
}

function highlight(last: string, home: string, text: string, quote: string, tag: string, more: object = {}) {
  const start = text.indexOf(quote)
  return {
    id: id('hl', last),
    articleId: id('art', home),
    revisionId: id('rev', home),
    anchor: describePassage(text, start, start + quote.length),
    note: '',
    annotator: 'Ada',
    created: CREATED,
    modified: MODIFIED,
    tag,
    ...more,
  }
}

function link(last: string, from: string, relation: string, to: string, homes: readonly [string, string], note = '') {
  return {
    id: id('lnk', last),
    from: id('hl', from),
    to: id('hl', to),
    relation,
    note,
    annotator: 'Ada',
    created: CREATED,
    modified: MODIFIED,
    fromArticleId: id('art', homes[0]),
    toArticleId: id('art', homes[1]),
  }
}

/**
 * Two articles to hold against a specification by hand. In the first, an emoji of two UTF-16 units stands before
 * everything: "No talks were held" is at 3 to 21 in UTF-16 units and at 2 to 20 in code points.
 */
export const smallFile: CrossreadFile = crossreadFileSchema.parse({
  format: 'crossread',
  version: 1,
  desk: DESK,
  scope: { kind: 'desk' },
  articles: [
    article('01', 'Talks', NEWS, { url: 'https://example.org/talks' }),
    article('02', 'وزیر', URDU, { language: 'ur', direction: 'rtl' }),
  ],
  highlights: [
    highlight('11', '01', NEWS, 'No talks were held', 'claim', { note: 'Says "no", twice' }),
    highlight('12', '01', NEWS, 'The minister', 'attribution', { speaker: 'the minister' }),
    highlight('13', '01', NEWS, 'denied it', 'denial'),
    highlight('14', '02', URDU, 'تردید', 'denial'),
  ],
  links: [link('21', '12', 'attributes', '13', ['01', '01']), link('22', '14', 'denies', '11', ['02', '01'], 'across')],
  leftOut: { highlights: 0, links: 0 },
})

export const ID = id
