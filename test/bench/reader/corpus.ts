import { describePassage } from '../../../annotations/anchoring/describe'
import { snapSpan } from '../../../annotations/anchoring/segments'
import { type Block, textOf } from '../../../annotations/model/article'
import { type Highlight, TAGS } from '../../../annotations/model/highlight'
import { createIdSource } from '../../../annotations/model/ids'
import type { ArticleView } from '../../../src/contract/views'

/** One row of the table in the design: how many highlights, in how many words; dense: most of them overlap. */
export type Row = { readonly name: string; readonly highlights: number; readonly words: number; readonly most: number }

export const ROWS: readonly Row[] = [
  { name: '100 / 10,000', highlights: 100, words: 10_000, most: 25 },
  { name: '1,000 / 10,000, dense', highlights: 1_000, words: 10_000, most: 60 },
  { name: '1,000 / 100,000', highlights: 1_000, words: 100_000, most: 25 },
  { name: '5,000 / 100,000', highlights: 5_000, words: 100_000, most: 25 },
]

/** Opened before the measure: an app that has been used for a minute has opened an article before. */
export const WARM_UP: Row = { name: 'Warm-up', highlights: 20, words: 600, most: 25 }

const SYLLABLES = ['ta', 're', 'mon', 'li', 'sa', 'ver', 'o', 'den', 'ka', 'mi', 'tor', 'un', 'pel', 'a', 'rus', 'shi']
const NOW = '2026-01-01T00:00:00.000Z'

/** An article of made-up words, the same at every run. */
export function makeView(row: Row): ArticleView {
  const random = mulberry32(row.words + row.highlights)
  const pick = (below: number) => Math.floor(random() * below)
  const ids = createIdSource(
    () => 1,
    (bytes) => bytes.map(() => pick(256)),
  )
  const word = () => Array.from({ length: 1 + pick(3) }, () => SYLLABLES[pick(SYLLABLES.length)]).join('')
  const blocks: Block[] = []
  for (let left = row.words; left > 0; ) {
    const length = Math.min(left, 30 + pick(60))
    blocks.push({ kind: 'paragraph', text: `${Array.from({ length }, word).join(' ')}.` })
    left -= length
  }
  const text = textOf(blocks)
  const articleId = ids.article()
  const revisionId = ids.revision()
  const highlights = Array.from({ length: row.highlights }, (): Highlight => {
    const start = pick(text.length - 600)
    const span = snapSpan(text, start, start + 12 + pick(row.most * 6)) ?? { start: 0, end: 1 }
    const tag = TAGS[pick(TAGS.length)] ?? 'claim'
    const common = {
      id: ids.highlight(),
      articleId,
      revisionId,
      anchor: describePassage(text, span.start, span.end),
      note: '',
      annotator: 'Bench',
      created: NOW,
      modified: NOW,
    }
    return tag === 'attribution' ? { ...common, tag, speaker: null } : { ...common, tag }
  })
  return {
    article: {
      id: articleId,
      title: row.name,
      publisher: 'Bench',
      byline: null,
      published: '2026-01-01',
      url: null,
      language: 'en',
      direction: 'ltr',
      revisions: [revisionId],
      created: NOW,
      modified: NOW,
    },
    revision: { id: revisionId, articleId, added: NOW, source: { kind: 'file' }, blocks },
    revisions: [{ id: revisionId, added: NOW, source: { kind: 'file' } }],
    highlights,
    links: [],
    briefs: [],
  }
}

/** A small seeded generator (Tommy Ettinger's mulberry32): the same numbers on every machine. */
function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
