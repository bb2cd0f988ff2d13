import { describe, expect, it } from 'vitest'
import type { Action, ActionContext } from '#annotations/changes/action'
import { applyChangeSet } from '#annotations/changes/apply'
import { type ChangeSet, changeSetSchema } from '#annotations/changes/change-set'
import { invertChangeSet } from '#annotations/changes/invert'
import { createRecords } from '#annotations/changes/records'
import { textOf } from '#annotations/model/article'
import { createIdSource } from '#annotations/model/ids'
import { sameLink } from '#annotations/model/link'
import { RELATIONS, unusualPair } from '#annotations/model/relation'
import { sampleLinks } from '#annotations/sample/links'
import { findQuote, SAMPLE_ANNOTATOR, sampleArticles, sampleChanges } from '#annotations/sample/sample'

const NOW = '2025-01-02T03:04:05.678Z'

function context(): ActionContext {
  let seed = 1
  const next = () => {
    seed = (seed * 16807) % 2147483647
    return seed & 255
  }
  const random = (bytes: Uint8Array<ArrayBuffer>) => bytes.map(next)
  return { annotator: 'Ada', now: NOW, ids: createIdSource(() => Date.parse(NOW), random) }
}
function added(): Action {
  const result = sampleChanges(context())
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}
function asChangeSet(action: Action): ChangeSet {
  const { annotator, now, ids } = context()
  return changeSetSchema.parse({
    id: ids.changeSet(),
    label: action.label,
    annotator,
    at: now,
    changes: action.changes,
  })
}

const highlights = sampleArticles.flatMap((article) => article.highlights)
const byKey = new Map(highlights.map((highlight) => [highlight.key, highlight]))
const paper = (key: string) => sampleArticles.findIndex((article) => article.highlights.some((one) => one.key === key))
const acrossPapers = sampleLinks.filter(({ from, to }) => paper(from) !== paper(to))

describe('the articles', () => {
  it.each(sampleArticles.map((article) => [article.publisher, article] as const))(
    '%s has 300 to 700 words',
    (_, article) => {
      const words = textOf(article.blocks).split(/\s+/).length
      expect(words).toBeGreaterThanOrEqual(300)
      expect(words).toBeLessThanOrEqual(700)
    },
  )

  it('are by five publishers, over several days', () => {
    expect(new Set(sampleArticles.map((article) => article.publisher)).size).toBe(5)
    expect(new Set(sampleArticles.map((article) => article.published)).size).toBeGreaterThanOrEqual(4)
  })

  it('show what real pages hold: credits, a repeated paragraph, comments, headings, quotes, items and marks', () => {
    const blocks = sampleArticles.flatMap((article) => article.blocks)
    const texts = blocks.map((block) => block.text)
    expect(texts.filter((text, index) => texts.indexOf(text) < index)).toHaveLength(1)
    expect(blocks.some((block) => block.aside && /^COMMENTS/.test(block.text))).toBe(true)
    expect(
      blocks.filter((block) => block.aside && /image|photo|picture/i.test(block.text)).length,
    ).toBeGreaterThanOrEqual(3)
    expect(new Set(blocks.map((block) => block.kind))).toEqual(new Set(['heading', 'paragraph', 'quote', 'item']))
    expect(new Set(blocks.flatMap((block) => block.marks ?? []).map((mark) => mark.type))).toEqual(
      new Set(['bold', 'italic', 'link']),
    )
    expect(texts.join('')).not.toMatch(/\*|\]\(/)
  })
})

describe('the highlights', () => {
  it('are sixty or more, of all three tags, each with a key of its own', () => {
    expect(highlights.length).toBeGreaterThanOrEqual(60)
    expect(byKey.size).toBe(highlights.length)
    expect(new Set(highlights.map((highlight) => highlight.tag)).size).toBe(3)
  })

  it.each(
    sampleArticles.flatMap((article) =>
      article.highlights.map((highlight) => [highlight.key, highlight, article] as const),
    ),
  )('%s is found once, or at its stated occurrence, within one block', (_, highlight, article) => {
    expect(highlight.quote).not.toContain('\n')
    expect(findQuote(textOf(article.blocks), highlight)).not.toBeNull()
  })

  it('nest and overlap in places', () => {
    const spans = sampleArticles.flatMap((article) =>
      article.highlights.map((highlight) => {
        const start = findQuote(textOf(article.blocks), highlight) ?? -1
        return { article, start, end: start + highlight.quote.length }
      }),
    )
    const pairs = spans.flatMap((a) =>
      spans.filter((b) => a !== b && a.article === b.article).map((b) => [a, b] as const),
    )
    expect(pairs.filter(([a, b]) => a.start <= b.start && b.end <= a.end).length).toBeGreaterThanOrEqual(5)
    expect(
      pairs.filter(([a, b]) => a.start < b.start && b.start < a.end && a.end < b.end).length,
    ).toBeGreaterThanOrEqual(2)
  })

  it('name a speaker for every attribution, and for nothing else', () => {
    for (const { tag, speaker } of highlights) expect(speaker !== null).toBe(tag === 'attribution')
  })
})

describe('the links', () => {
  it('are twenty-five or more from paper to paper, of all relations', () => {
    expect(acrossPapers.length).toBeGreaterThanOrEqual(25)
    expect(new Set(acrossPapers.map((link) => link.relation))).toEqual(new Set(RELATIONS))
  })

  it('join two different highlights, and none twice', () => {
    const links = added().changes.flatMap((change) => (change.kind === 'link' && change.after ? [change.after] : []))
    expect(links).toHaveLength(sampleLinks.length)
    links.forEach((link, index) => {
      expect(link.from).not.toBe(link.to)
      expect(links.findIndex((other) => sameLink(other, link))).toBe(index)
    })
  })

  it('join tags that their relation usually joins', () => {
    const warnings = sampleLinks.map(({ from, relation, to }) => {
      const [start, end] = [byKey.get(from), byKey.get(to)]
      return start && end ? unusualPair(relation, start.tag, end.tag) : `${from} → ${to} misses an end`
    })
    expect(warnings.filter((warning) => warning !== null)).toEqual([])
  })

  it('leave no attribution without what it attributes', () => {
    const attributing = new Set(sampleLinks.filter((link) => link.relation === 'attributes').map((link) => link.from))
    expect(highlights.filter(({ key, tag }) => tag === 'attribution' && !attributing.has(key))).toEqual([])
  })
})

describe('the action', () => {
  it('applies to an empty desk and, inverted, leaves it empty', () => {
    const records = createRecords()
    const changeSet = asChangeSet(added())
    expect(applyChangeSet(records, changeSet).ok).toBe(true)
    expect([records.articles.size, records.highlights.size, records.links.size]).toEqual([
      sampleArticles.length,
      highlights.length,
      sampleLinks.length,
    ])
    expect(applyChangeSet(records, invertChangeSet(changeSet, { ...changeSet, label: 'Undo' })).ok).toBe(true)
    expect([records.articles.size, records.revisions.size, records.highlights.size, records.links.size]).toEqual([
      0, 0, 0, 0,
    ])
  })

  it('is the same, byte for byte, for the same context', () => {
    expect(JSON.stringify(added())).toBe(JSON.stringify(added()))
  })

  it('marks every record as the sample’s', () => {
    for (const { kind, after } of added().changes) {
      if (kind === 'revision') expect(after?.source.kind).toBe('sample')
      if (kind === 'highlight' || kind === 'link') expect(after?.annotator).toBe(SAMPLE_ANNOTATOR)
    }
  })

  it('anchors each highlight on its own words', () => {
    const records = createRecords()
    applyChangeSet(records, asChangeSet(added()))
    const passages = [...records.highlights.values()].map(({ anchor, revisionId }) =>
      textOf(records.revisions.get(revisionId)?.blocks ?? []).slice(anchor.start, anchor.end),
    )
    expect(passages).toEqual(highlights.map((highlight) => highlight.quote))
    expect([...records.highlights.values()].map(({ anchor }) => anchor.quote.exact)).toEqual(passages)
  })
})
