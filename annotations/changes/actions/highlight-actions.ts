import { describePassage } from '../../anchoring/describe'
import { snapSpan } from '../../anchoring/segments'
import { type Revision, textOf } from '../../model/article'
import { type Anchor, type Highlight, speakerOf, type Tag } from '../../model/highlight'
import type { ArticleId, HighlightId, RevisionId } from '../../model/ids'
import { unusualPair } from '../../model/relation'
import { fail, ok, type Result } from '../../model/result'
import type { Plan } from '../action'
import type { Change } from '../change-set'
import type { RecordsView } from '../records'
import { pickAll, removalOf } from './removal'
import { counted } from './wording'

/** Where a new highlight goes: UTF-16 units of the revision's text, end-exclusive. The selection is snapped. */
export type Passage = {
  readonly articleId: ArticleId
  readonly revisionId: RevisionId
  readonly start: number
  readonly end: number
}

/** Tags a passage. Refuses one that is empty, outside the text, or has the same tag already. */
export function addHighlight(passage: Passage & { readonly tag: Tag }): Plan<{ readonly id: HighlightId }> {
  return (records, { annotator, ids, now }) => {
    const { articleId, revisionId, tag } = passage
    const revision = records.revisions.get(revisionId)
    if (!records.articles.get(articleId)?.revisions.includes(revisionId) || !revision) {
      return fail('not-found', 'The article of this passage, or this text of it, is not in the desk any more.')
    }
    if (isOld(records, articleId, revisionId)) return textIsOld()
    const anchor = anchorAt(revision, passage)
    if (!anchor.ok) return anchor
    const twin = findTwin(records, { articleId, revisionId, tag, anchor: anchor.value })
    if (twin) return alreadyTagged(tag)
    const id = ids.highlight()
    const common = { id, articleId, revisionId, anchor: anchor.value, note: '', annotator, created: now, modified: now }
    const after: Highlight = tag === 'attribution' ? { ...common, tag, speaker: null } : { ...common, tag }
    return ok({ label: `Tag as ${tag}`, changes: [{ kind: 'highlight', id, before: null, after }], id })
  }
}

export type HighlightPatch = {
  readonly tag?: Tag | undefined
  readonly note?: string | undefined
  /** Only an attribution has one; white space around it is dropped, and an empty one is none. */
  readonly speaker?: string | null | undefined
}

/** Changes a highlight's tag, note or speaker. One that is no longer an attribution loses its speaker, and no longer a claim its verdict. */
export function editHighlight(id: HighlightId, patch: HighlightPatch): Plan {
  return (records, { now }) => {
    const before = records.highlights.get(id)
    if (!before) return highlightMissing()
    const tag = patch.tag ?? before.tag
    const note = patch.note ?? before.note
    const speaker = patch.speaker === undefined ? speakerOf(before) : patch.speaker?.trim() || null
    if (tag !== 'attribution' && patch.speaker !== undefined && speaker !== null) {
      return fail('invalid-input', `Only an attribution names a speaker; this passage is tagged as a ${tag}.`)
    }
    const label = editLabel(before, { tag, speaker })
    if (tag === before.tag && note === before.note && speaker === speakerOf(before)) return ok({ label, changes: [] })
    if (tag !== before.tag && findTwin(records, { ...before, tag })) return alreadyTagged(tag)

    const common = { ...withoutTag(before), note, modified: now }
    const after: Highlight = tag === 'attribution' ? { ...common, tag, speaker } : { ...common, tag }
    const verdict = tag === 'claim' ? undefined : records.verdicts.get(id)
    const lost: Change[] = verdict ? [{ kind: 'verdict', id, before: verdict, after: null }] : []
    const warning = verdict ? VERDICT_LOST : tag === before.tag ? null : unusualLink(records, after)
    return ok({
      label,
      changes: [...lost, { kind: 'highlight', id, before, after }],
      ...(warning === null ? {} : { warning }),
    })
  }
}

const VERDICT_LOST = 'The verdict on the claim was removed with it.'

/** All that a highlight has whatever its tag is. */
function withoutTag(highlight: Highlight) {
  if (highlight.tag !== 'attribution') return highlight
  const { speaker: _, ...common } = highlight
  return common
}

function editLabel(before: Highlight, after: { readonly tag: Tag; readonly speaker: string | null }): string {
  if (after.tag !== before.tag) return `Change to ${after.tag}`
  if (after.speaker !== speakerOf(before)) return after.speaker === null ? 'Remove the speaker' : 'Name the speaker'
  return 'Edit note'
}

/** The first link that a changed tag made unusual, as a sentence. */
function unusualLink(records: RecordsView, changed: Highlight): string | null {
  const tagOf = (id: HighlightId) => (id === changed.id ? changed : records.highlights.get(id))?.tag
  for (const id of records.linksOf(changed.id)) {
    const link = records.links.get(id)
    const [from, to] = link ? [tagOf(link.from), tagOf(link.to)] : []
    const words = link && from && to ? unusualPair(link.relation, from, to) : null
    if (words) return words
  }
  return null
}

/** Moves a highlight's ends, within the revision it is anchored in. The same refusals as for a new one. */
export function resizeHighlight(id: HighlightId, span: { readonly start: number; readonly end: number }): Plan {
  return (records, { now }) => {
    const before = records.highlights.get(id)
    const revision = before && records.revisions.get(before.revisionId)
    if (!before || !revision) return highlightMissing()
    if (isOld(records, before.articleId, before.revisionId)) return textIsOld()
    const anchor = anchorAt(revision, span)
    if (!anchor.ok) return anchor
    const label = `Resize ${before.tag}`
    if (sameSpan(anchor.value, before.anchor)) return ok({ label, changes: [] })
    if (findTwin(records, { ...before, anchor: anchor.value })) return alreadyTagged(before.tag)
    // Where it is now was chosen by hand: how it once came there is no longer true.
    const { carried: _, ...rest } = before
    const after: Highlight = { ...rest, anchor: anchor.value, modified: now }
    return ok({ label, changes: [{ kind: 'highlight', id, before, after }] })
  }
}

/** Removes highlights and every link that touches one of them. */
export function removeHighlights(ids: readonly HighlightId[]): Plan {
  return (records) => {
    const highlights = pickAll(records.highlights, ids)
    if (!highlights) return highlightMissing()
    const [only] = highlights
    const what = only && highlights.length === 1 ? only.tag : counted(highlights.length, 'highlight')
    return ok({ label: `Remove ${what}`, changes: removalOf(records, { highlights }) })
  }
}

function isOld(records: RecordsView, articleId: ArticleId, revisionId: RevisionId): boolean {
  return records.articles.get(articleId)?.revisions.at(-1) !== revisionId
}

function textIsOld(): Result<never> {
  return fail('not-allowed', 'This is an older text of the article: it is kept as it is.', {
    next: 'Show the newest revision and select the passage there.',
  })
}

/** The anchor of a selection, snapped. Refuses one outside the text, and one without text. */
export function anchorAt(
  revision: Revision,
  { start, end }: { readonly start: number; readonly end: number },
): Result<Anchor> {
  const text = textOf(revision.blocks)
  if (!(start >= 0 && start <= end && end <= text.length)) {
    return fail('invalid-input', 'This passage lies outside the text of its article.', {
      next: 'Open the article again and select the passage once more.',
    })
  }
  const span = snapSpan(text, start, end)
  if (!span) return fail('invalid-input', 'There is no text in this selection.', { next: 'Select at least one word.' })
  return ok(describePassage(text, span.start, span.end))
}

/** Another highlight of the same tag on the same passage of the same revision. */
export function findTwin(
  records: RecordsView,
  wanted: Pick<Highlight, 'articleId' | 'revisionId' | 'tag' | 'anchor'> & { readonly id?: HighlightId },
): Highlight | null {
  for (const id of records.highlightsOf(wanted.articleId)) {
    const other = records.highlights.get(id)
    if (!other || id === wanted.id || other.tag !== wanted.tag || other.revisionId !== wanted.revisionId) continue
    if (sameSpan(other.anchor, wanted.anchor)) return other
  }
  return null
}

function sameSpan(a: Anchor, b: Anchor): boolean {
  return a.start === b.start && a.end === b.end
}

export function alreadyTagged(tag: Tag): Result<never> {
  return fail('duplicate', `This passage is tagged as ${tag === 'attribution' ? 'an' : 'a'} ${tag} already.`)
}

export function highlightMissing(): Result<never> {
  return fail('not-found', 'This highlight is not in the desk any more.', {
    next: 'It may have been removed in another window: undo brings it back.',
  })
}
