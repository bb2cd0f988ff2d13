import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Plan } from '#annotations/changes/action'
import { addArticles, editArticle, removeArticles, removeSample } from '#annotations/changes/actions/article-actions'
import {
  addHighlight,
  editHighlight,
  removeHighlights,
  resizeHighlight,
} from '#annotations/changes/actions/highlight-actions'
import { addLink, editLink, removeLinks } from '#annotations/changes/actions/link-actions'
import { editVerdict } from '#annotations/changes/actions/verdict-actions'
import { applyChangeSet } from '#annotations/changes/apply'
import type { ChangeSet } from '#annotations/changes/change-set'
import { changeSetSchema } from '#annotations/changes/change-set'
import { invertChangeSet } from '#annotations/changes/invert'
import type { RecordsView } from '#annotations/changes/records'
import {
  afterDo,
  afterRedo,
  afterUndo,
  EMPTY_UNDO_STACK,
  nextRedo,
  nextUndo,
  type UndoStack,
} from '#annotations/changes/undo-stack'
import { TAGS } from '#annotations/model/highlight'
import { RELATIONS } from '#annotations/model/relation'
import { RATINGS } from '#annotations/model/verdict'
import { canonical, createModelDesk, draftOf, type ModelDesk, must } from '../model-desk'

const number = fc.nat(1_000)
const VERBS = [
  'addArticles',
  'editArticle',
  'removeArticles',
  'removeSample',
  'addHighlight',
  'editHighlight',
  'resizeHighlight',
  'removeHighlights',
  'addLink',
  'editLink',
  'removeLinks',
  'editVerdict',
] as const
const step = fc.record({
  verb: fc.constantFrom(...VERBS, 'addHighlight', 'addHighlight', 'addLink', 'undo', 'redo'),
  a: number,
  b: number,
  c: number,
  words: fc.string({ unit: 'grapheme', maxLength: 12 }),
})
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

function pick<T>(all: Iterable<T>, n: number): T | undefined {
  const list = [...all]
  return list[n % list.length]
}

/** What a step means to the desk as it is; null when there is nothing to do it to. */
function planOf({ verb, a, b, c, words }: Step, records: RecordsView): Plan | null {
  const oneLine = words.replaceAll('\n', ' ')
  const article = pick(records.articles.values(), a)
  const highlight = pick(records.highlights.values(), a)
  const other = pick(records.highlights.values(), b)
  const link = pick(records.links.values(), a)
  const tag = pick(TAGS, c) ?? 'claim'
  const relation = pick(RELATIONS, c) ?? 'relates'
  switch (verb) {
    case 'addArticles':
      return addArticles([
        draftOf(['Once upon', oneLine, 'a time, in words'], { source: { kind: a % 3 ? 'paste' : 'sample' } }),
      ])
    case 'editArticle':
      return article ? editArticle(article.id, { title: `T${words}`, byline: words }) : null
    case 'removeArticles':
      return article ? removeArticles([article.id]) : null
    case 'removeSample':
      return removeSample
    case 'addHighlight': {
      const revisionId = article?.revisions[0]
      const start = b % 20
      return article && revisionId
        ? addHighlight({ articleId: article.id, revisionId, start, end: start + (c % 9), tag })
        : null
    }
    case 'editHighlight':
      return highlight ? editHighlight(highlight.id, { tag, note: words, speaker: b % 2 ? words : undefined }) : null
    case 'resizeHighlight':
      return highlight ? resizeHighlight(highlight.id, { start: b % 20, end: (b % 20) + (c % 9) }) : null
    case 'removeHighlights':
      return highlight && other ? removeHighlights([highlight.id, other.id]) : null
    case 'addLink':
      return highlight && other ? addLink({ from: highlight.id, to: other.id, relation, note: words }) : null
    case 'editLink':
      return link ? editLink(link.id, { relation, note: words, ...(b % 2 ? { turn: true } : {}) }) : null
    case 'removeLinks':
      return link ? removeLinks([link.id]) : null
    case 'editVerdict':
      return highlight
        ? editVerdict(highlight.id, { rating: pick(RATINGS, c), note: words, sources: words.split(' ') })
        : null
    case 'undo':
    case 'redo':
      return null
  }
}

/** What stands before the history that is undone: an article, two highlights and their link. */
function annotateFirst(desk: ModelDesk): void {
  const [articleId] = desk.act(addArticles([draftOf(['Where the history starts: some words to tag'])])).value.ids
  const revisionId = articleId && desk.records.articles.get(articleId)?.revisions[0]
  if (!revisionId) throw new Error('no article')
  const [from, to] = [0, 6].map(
    (start) => desk.act(addHighlight({ articleId, revisionId, start, end: start + 5, tag: 'claim' })).value.id,
  )
  if (from && to) desk.act(addLink({ from, to, relation: 'repeats', note: '' }))
}

/** Every record points at records that are there. */
function expectWhole(records: RecordsView): void {
  for (const article of records.articles.values()) {
    for (const id of article.revisions) expect(records.revisions.get(id)?.articleId).toBe(article.id)
  }
  for (const highlight of records.highlights.values()) {
    expect(records.articles.get(highlight.articleId)?.revisions).toContain(highlight.revisionId)
    expect(records.highlightsOf(highlight.articleId)).toContain(highlight.id)
  }
  for (const claim of records.verdicts.keys()) expect(records.highlights.get(claim)?.tag).toBe('claim')
  for (const link of records.links.values()) {
    for (const end of [link.from, link.to]) {
      expect(records.highlights.has(end)).toBe(true)
      expect(records.linksOf(end)).toContain(link.id)
    }
  }
}

describe('undo and redo', () => {
  test('any sequence of actions undone to the start gives the start back byte for byte, and redone the end', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60, size: 'max' }), (steps) => {
        const desk = createModelDesk()
        annotateFirst(desk)
        const start = canonical(desk.records)
        let stack: UndoStack<ChangeSet> = EMPTY_UNDO_STACK
        const undo = () => {
          const entry = nextUndo(stack)
          if (!entry) return false
          must(applyChangeSet(desk.records, invertChangeSet(entry, entry)))
          stack = afterUndo(stack)
          return true
        }
        const redo = () => {
          const entry = nextRedo(stack)
          if (!entry) return false
          must(applyChangeSet(desk.records, entry))
          stack = afterRedo(stack)
          return true
        }

        for (const one of steps) {
          if (one.verb === 'undo') undo()
          if (one.verb === 'redo') redo()
          const plan = planOf(one, desk.records)
          if (!plan || !desk.plan(plan).ok) continue
          const done = desk.history.length
          desk.act(plan)
          const made = desk.history[done]
          if (!made) continue
          expect(changeSetSchema.safeParse(made).success).toBe(true)
          seen.add(one.verb)
          stack = afterDo(stack, made)
          expect(nextRedo(stack)).toBeNull()
          expectWhole(desk.records)
        }
        while (redo()) expectWhole(desk.records)
        const end = canonical(desk.records)
        while (undo()) expectWhole(desk.records)
        expect(canonical(desk.records)).toBe(start)
        while (redo());
        expect(canonical(desk.records)).toBe(end)
      }),
      { numRuns: 150 },
    )
    expect(seen.size).toBe(VERBS.length)
  })

  test('with nothing to undo or redo the stack stays as it is', () => {
    const stack = afterDo<string>(EMPTY_UNDO_STACK, 'a')
    expect(nextUndo(EMPTY_UNDO_STACK)).toBeNull()
    expect(afterUndo(EMPTY_UNDO_STACK)).toBe(EMPTY_UNDO_STACK)
    expect(afterRedo(stack)).toBe(stack)
    expect(nextRedo(afterUndo(stack))).toBe('a')
  })
})

describe('applying a change set', () => {
  test('that does not fit changes nothing at all, wherever the misfit stands', () => {
    fc.assert(
      fc.property(fc.nat(2), fc.boolean(), (at, twice) => {
        const desk = createModelDesk()
        const added = desk.act(addArticles([draftOf(['a']), draftOf(['b'])])).value.changes
        const more = must(desk.plan(addArticles([draftOf(['c'])]))).changes
        const misfit = twice ? added[0] : { ...more[1], before: more[1]?.after, after: null }
        const changes = [...more.slice(0, 1)]
        changes.splice(at, 0, misfit as never)
        const before = canonical(desk.records)
        const set = { ...(desk.history[0] as ChangeSet), changes }
        const result = applyChangeSet(desk.records, set)
        expect(result.ok ? 'ok' : result.error.code).toBe('conflict')
        expect(canonical(desk.records)).toBe(before)
      }),
    )
  })
})
