import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareHighlights, type Highlight } from '#annotations/model/highlight'
import { createIdSource } from '#annotations/model/ids'
import type { ArticleView, DeskChanged } from '#contract/views'
import { afterChange, openArticle } from '../../../src/renderer/state/open-article'

const ids = createIdSource(
  () => 1,
  (bytes) => bytes,
)
const articleId = ids.article()
const revisionId = ids.revision()
const TIME = '2026-01-01T00:00:00.000Z'

const highlightAt = (start: number, id = ids.highlight()): Highlight => ({
  id,
  articleId,
  revisionId,
  anchor: { start, end: start + 3, quote: { exact: 'abc', prefix: '', suffix: '' } },
  tag: 'claim',
  note: '',
  annotator: 'Ann',
  created: TIME,
  modified: TIME,
})

const viewOf = (highlights: readonly Highlight[]): ArticleView => ({
  article: {
    id: articleId,
    title: 'Title',
    publisher: null,
    byline: null,
    published: null,
    url: null,
    language: null,
    direction: 'ltr',
    revisions: [revisionId],
    created: TIME,
    modified: TIME,
  },
  revision: {
    id: revisionId,
    articleId,
    added: TIME,
    source: { kind: 'paste' },
    blocks: [{ kind: 'paragraph', text: 'abc' }],
  },
  revisions: [{ id: revisionId, added: TIME, source: { kind: 'paste' } }],
  highlights,
  links: [],
  briefs: [],
})

const changed = (changes: DeskChanged['changes']): DeskChanged => ({
  label: 'Test',
  kind: 'do',
  changes,
  summaries: [],
  removedArticles: [],
  unlisted: false,
  briefs: [],
  undo: { undo: null, redo: null },
  hasSample: false,
})

describe('an open article', () => {
  it('keeps its highlights in reading order whatever is added, moved and removed', () => {
    const anyChange = fc.record({ which: fc.nat(30), start: fc.option(fc.nat(50), { nil: null }) })
    fc.assert(
      fc.property(fc.array(fc.nat(50), { maxLength: 20 }), fc.array(anyChange, { maxLength: 20 }), (starts, edits) => {
        let open = openArticle(viewOf(starts.map((start) => highlightAt(start))))
        for (const { which, start } of edits) {
          const before = open.highlights[which] ?? null
          const after = start === null ? null : highlightAt(start, before?.id)
          const id = before?.id ?? after?.id
          if (!id) continue
          const next = afterChange(open, changed([{ kind: 'highlight', id, before, after }]))
          if (next) open = next
        }
        expect(open.highlights).toEqual([...open.byId.values()].sort(compareHighlights))
      }),
    )
  })

  it('is the same object when an action does not touch it', () => {
    const open = openArticle(viewOf([highlightAt(0)]))
    const other = { ...highlightAt(4), articleId: ids.article() }
    expect(afterChange(open, changed([{ kind: 'highlight', id: other.id, before: null, after: other }]))).toBe(open)
  })
})
