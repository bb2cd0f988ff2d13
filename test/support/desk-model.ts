import { replayChangeSet } from '#annotations/changes/apply'
import type { Change } from '#annotations/changes/change-set'
import { createRecords, type Records, type RecordsView } from '#annotations/changes/records'
import { textOf } from '#annotations/model/article'
import type { IdSource } from '#annotations/model/ids'
import { changesOf, generateDesk, makeHighlight, makeLink } from './desk-generator'

/** What a user may do to a desk; `at` picks a record of those there are. */
export type Step =
  | {
      readonly do:
        | 'article'
        | 'highlight'
        | 'link'
        | 'note'
        | 'verdict'
        | 'turn'
        | 'remove-highlight'
        | 'remove-article'
      readonly at: number
    }
  | { readonly do: 'undo' | 'redo' }

/** The changes of a step on these records; none when there is nothing to do it to. */
export function changesFor(step: Step, records: RecordsView, ids: IdSource): Change[] {
  if (!('at' in step)) return []
  const random = () => (step.at % 997) / 997
  const pick = <V>(map: ReadonlyMap<unknown, V>): V | undefined => [...map.values()][step.at % Math.max(1, map.size)]
  const highlight = pick(records.highlights)
  const link = pick(records.links)
  switch (step.do) {
    case 'article': {
      const article = ids.article()
      const revision = ids.revision()
      const made = generateDesk({ articles: 1, highlights: 0, links: 0, wordsPerArticle: 60, seed: step.at })
      const [one, two] = [made.articles[0], made.revisions[0]]
      if (!one || !two) return []
      return changesOf({
        articles: [{ ...one, id: article, revisions: [revision] }],
        revisions: [{ ...two, id: revision, articleId: article }],
        highlights: [],
        links: [],
      })
    }
    case 'highlight': {
      const revision = pick(records.revisions)
      if (!revision) return []
      const after = makeHighlight(ids, random, revision, textOf(revision.blocks))
      return [{ kind: 'highlight', id: after.id, before: null, after }]
    }
    case 'link': {
      if (records.highlights.size < 2) return []
      const after = makeLink(ids, random, [...records.highlights.values()])
      return [{ kind: 'link', id: after.id, before: null, after }]
    }
    case 'note':
      return highlight
        ? [
            {
              kind: 'highlight',
              id: highlight.id,
              before: highlight,
              after: { ...highlight, note: `ü\ud83d ${ids.changeSet()}` },
            },
          ]
        : []
    case 'verdict': {
      if (highlight?.tag !== 'claim') return []
      const before = records.verdicts.get(highlight.id) ?? null
      if (before && step.at % 2 === 0) return [{ kind: 'verdict', id: highlight.id, before, after: null }]
      const { id: claim, annotator, created, modified } = highlight
      const after = {
        claim,
        rating: 'disputed',
        note: `${step.at}`,
        sources: ['a'],
        annotator,
        created,
        modified,
      } as const
      return [{ kind: 'verdict', id: claim, before, after }]
    }
    case 'turn':
      return link ? [{ kind: 'link', id: link.id, before: link, after: { ...link, from: link.to, to: link.from } }] : []
    case 'remove-highlight':
      return highlight ? removalOf(records, [highlight.id]) : []
    case 'remove-article': {
      const article = pick(records.articles)
      if (!article) return []
      const revisions = article.revisions.flatMap((id) => records.revisions.get(id) ?? [])
      return [
        ...removalOf(records, [...records.highlightsOf(article.id)]),
        ...revisions.map((before) => ({ kind: 'revision', id: before.id, before, after: null }) as const),
        { kind: 'article', id: article.id, before: article, after: null },
      ]
    }
  }
}

function removalOf(records: RecordsView, ids: readonly Parameters<RecordsView['linksOf']>[0][]): Change[] {
  const links = new Set(ids.flatMap((id) => [...records.linksOf(id)]))
  return [
    ...ids
      .flatMap((id) => records.verdicts.get(id) ?? [])
      .map((before) => ({ kind: 'verdict', id: before.claim, before, after: null }) as const),
    ...[...links]
      .flatMap((id) => records.links.get(id) ?? [])
      .map((before) => ({ kind: 'link', id: before.id, before, after: null }) as const),
    ...ids
      .flatMap((id) => records.highlights.get(id) ?? [])
      .map((before) => ({ kind: 'highlight', id: before.id, before, after: null }) as const),
  ]
}

/** A desk in memory that does the same in the plainest way: two stacks of whole lists of changes. */
export type DeskModel = {
  readonly records: Records
  readonly step: (step: Step, changes: readonly Change[]) => void
  readonly undoState: () => { readonly undo: string | null; readonly redo: string | null }
}

export function createDeskModel(): DeskModel {
  const records = createRecords()
  const undo: { label: string; changes: readonly Change[] }[] = []
  const redo: { label: string; changes: readonly Change[] }[] = []
  const apply = (changes: readonly Change[], side: 'before' | 'after') => {
    for (const change of changes) {
      // Set to the side that is asked for; the other half is not looked at.
      const sided = side === 'after' ? change : ({ ...change, after: change.before } as Change)
      replayChangeSet(records, { changes: [sided] } as unknown as Parameters<typeof replayChangeSet>[1])
    }
  }
  return {
    records,
    step(step, changes) {
      if (step.do === 'undo') {
        const top = undo.pop()
        if (top) apply(top.changes.toReversed(), 'before')
        if (top) redo.push(top)
      } else if (step.do === 'redo') {
        const top = redo.pop()
        if (top) apply(top.changes, 'after')
        if (top) undo.push(top)
      } else if (changes.length > 0) {
        apply(changes, 'after')
        undo.push({ label: step.do, changes })
        redo.length = 0
      }
    },
    undoState: () => ({ undo: undo.at(-1)?.label ?? null, redo: redo.at(-1)?.label ?? null }),
  }
}
