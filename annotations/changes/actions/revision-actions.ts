import type { Found, HighlightOutcome } from '../../anchoring/carry/carry-highlights'
import { type Article, type Block, type Revision, type Source, textOf } from '../../model/article'
import { type Highlight, isOrphan } from '../../model/highlight'
import type { ArticleId, HighlightId, RevisionId } from '../../model/ids'
import { fail, ok, type Result } from '../../model/result'
import type { Plan } from '../action'
import type { Change } from '../change-set'
import type { RecordsView } from '../records'
import { articleMissing } from './article-actions'
import { alreadyTagged, anchorAt, findTwin, highlightMissing } from './highlight-actions'
import { counted, quoted } from './wording'

/** A highlight as it was when it was looked for in a new text. */
export type Looked = { readonly highlight: Highlight; readonly outcome: HighlightOutcome }

export type NewRevision = {
  readonly articleId: ArticleId
  readonly blocks: readonly Block[]
  readonly source: Source
  /** Every highlight of the article that `toCarryOver` names, and what became of it. */
  readonly looked: readonly Looked[]
}

/** The highlights that a new revision is to take along: all but those that were settled to stay with an old one. */
export function toCarryOver(records: RecordsView, article: Article): Highlight[] {
  const newest = article.revisions.at(-1)
  return [...records.highlightsOf(article.id)]
    .flatMap((id) => records.highlights.get(id) ?? [])
    .filter((highlight) => highlight.revisionId === newest || isOrphan(highlight, article))
}

/**
 * Adds a revision and moves the highlights that were found in it; the others stay where they are and so become orphans.
 * Links are not touched. `conflict` when a highlight has changed since it was looked for: look again.
 */
export function addRevision(
  wanted: NewRevision,
): Plan<{ readonly id: RevisionId; readonly found: number; readonly doubtful: number }> {
  return (records, { ids, now }) => {
    const { articleId, blocks, source, looked } = wanted
    const before = records.articles.get(articleId)
    const last = before && newestRevision(records, before)
    if (!before || !last) return articleMissing()
    if (textOf(last.blocks) === textOf(blocks)) return sameText()
    if (!isCurrent(looked, toCarryOver(records, before))) return changedMeanwhile()

    const revision: Revision = { id: ids.revision(), articleId, added: now, source, blocks }
    const article: Article = { ...before, revisions: [...before.revisions, revision.id], modified: now }
    const taken = new Set<string>()
    const moved = looked.flatMap(({ highlight, outcome }): Change[] => {
      if (outcome.outcome !== 'found') return []
      // Those that come from different revisions were looked for apart from each other.
      const place = `${highlight.tag} ${outcome.anchor.start} ${outcome.anchor.end}`
      if (taken.has(place)) return []
      taken.add(place)
      return [move(highlight, outcome, revision.id, now)]
    })
    const doubtful = looked.length - moved.length
    return ok({
      label: labelOf(before.title, moved.length, doubtful),
      changes: [
        { kind: 'revision', id: revision.id, before: null, after: revision },
        { kind: 'article', id: articleId, before, after: article },
        ...moved,
      ],
      id: revision.id,
      found: moved.length,
      doubtful,
    })
  }
}

function newestRevision(records: RecordsView, article: Article): Revision | undefined {
  const id = article.revisions.at(-1)
  return id === undefined ? undefined : records.revisions.get(id)
}

function labelOf(title: string, found: number, doubtful: number): string {
  const what = [found > 0 && `${found} found`, doubtful > 0 && `${doubtful} to check`].filter(Boolean).join(', ')
  return `New revision of ${quoted(title)}${what === '' ? '' : `: ${what}`}`
}

function isCurrent(looked: readonly Looked[], wanted: readonly Highlight[]): boolean {
  const seen = new Map(looked.map(({ highlight }) => [highlight.id, highlight]))
  return seen.size === wanted.length && wanted.every((highlight) => seen.get(highlight.id) === highlight)
}

function move(before: Highlight, found: Found, revisionId: RevisionId, now: string): Change {
  const carried = { from: before.revisionId, method: found.method, score: found.score }
  const after: Highlight = { ...before, revisionId, anchor: found.anchor, carried, modified: now }
  return { kind: 'highlight', id: before.id, before, after }
}

function sameText(): Result<never> {
  return fail('duplicate', 'This text is the same, to the letter, as the newest revision of the article.', {
    kept: 'Nothing was added.',
  })
}

function changedMeanwhile(): Result<never> {
  return fail('conflict', 'The highlights of this article changed while they were looked for in the new text.', {
    kept: 'Nothing was added.',
    next: 'Try again.',
  })
}

/** What becomes of an orphan: a place in the newest revision, or the revision that it has. */
export type Settlement =
  | { readonly kind: 'place'; readonly start: number; readonly end: number }
  | { readonly kind: 'keep' }

/** Settles a highlight that was not found in the newest revision. A settled one may still be given a place later. */
export function settleOrphan(id: HighlightId, to: Settlement): Plan {
  return (records, { now }) => {
    const before = records.highlights.get(id)
    const article = before && records.articles.get(before.articleId)
    const newest = article && newestRevision(records, article)
    if (!before || !newest) return highlightMissing()
    if (before.revisionId === newest.id) {
      return fail('not-allowed', 'This highlight has its place in the newest revision already.')
    }
    if (to.kind === 'keep') {
      const label = `Keep ${before.tag} with its old revision`
      if (before.settled) return ok({ label, changes: [] })
      const after: Highlight = { ...before, settled: true, modified: now }
      return ok({ label, changes: [{ kind: 'highlight', id, before, after }] })
    }
    const anchor = anchorAt(newest, to)
    if (!anchor.ok) return anchor
    if (findTwin(records, { ...before, revisionId: newest.id, anchor: anchor.value })) return alreadyTagged(before.tag)
    const { settled: _, ...rest } = before
    const carried = { from: before.revisionId, method: 'hand', score: 1 } as const
    const after: Highlight = { ...rest, revisionId: newest.id, anchor: anchor.value, carried, modified: now }
    return ok({ label: `Put ${before.tag} in its new place`, changes: [{ kind: 'highlight', id, before, after }] })
  }
}

/** Says of some blocks of a revision whether they are part of the article. The text itself never changes. */
export function setAside(revisionId: RevisionId, indexes: readonly number[], aside: boolean): Plan {
  return (records) => {
    const before = records.revisions.get(revisionId)
    if (!before || indexes.some((index) => before.blocks[index] === undefined)) {
      return fail('not-found', 'This paragraph is not in the desk any more.')
    }
    const what = counted(indexes.length, 'paragraph')
    const label = aside ? `Mark ${what} as aside` : `Mark ${what} as part of the article`
    const chosen = new Set(indexes)
    const blocks = before.blocks.map((block, index) => (chosen.has(index) ? withAside(block, aside) : block))
    if (blocks.every((block, index) => block === before.blocks[index])) return ok({ label, changes: [] })
    return ok({ label, changes: [{ kind: 'revision', id: revisionId, before, after: { ...before, blocks } }] })
  }
}

function withAside(block: Block, aside: boolean): Block {
  if ((block.aside === true) === aside) return block
  const { aside: _, ...rest } = block
  return aside ? { ...rest, aside } : rest
}

/** New blocks with the analyst's word on which are asides, where the old text had the very same block. */
export function keepAsides(oldBlocks: readonly Block[], newBlocks: readonly Block[]): Block[] {
  const known = new Map<string, boolean | null>()
  for (const { text, aside = false } of oldBlocks) {
    const other = known.get(text)
    known.set(text, other === undefined || other === aside ? aside : null)
  }
  return newBlocks.map((block) => {
    const aside = known.get(block.text)
    return aside === undefined || aside === null ? block : withAside(block, aside)
  })
}
