import { describePassage } from '../anchoring/describe'
import type { Action, ActionContext } from '../changes/action'
import type { Change } from '../changes/change-set'
import { type Article, type Revision, textOf } from '../model/article'
import type { Highlight } from '../model/highlight'
import type { HighlightId } from '../model/ids'
import { fail, ok, type Result } from '../model/result'
import { courier } from './articles/courier'
import { herald } from './articles/herald'
import { ledger } from './articles/ledger'
import { meridian } from './articles/meridian'
import { observer } from './articles/observer'
import { sampleLinks } from './links'
import type { SampleArticle, SampleHighlight } from './sample-article'

/** Who made the sample's highlights and links, so that they are never mistaken for the user's. */
export const SAMPLE_ANNOTATOR = 'Crossread sample'

/** Five papers on one meeting, in order of publication. */
export const sampleArticles: readonly SampleArticle[] = [meridian, courier, herald, ledger, observer]

/**
 * The one action that adds the sample desk: five articles, their highlights and the links among them. The sample is authored
 * by quote, so it fails with `internal` when a quote or a key does not fit the articles.
 */
export function sampleChanges(context: ActionContext): Result<Action> {
  const changes: Change[] = []
  const ids = new Map<string, HighlightId>()
  const stamp = { annotator: SAMPLE_ANNOTATOR, created: context.now, modified: context.now }

  for (const authored of sampleArticles) {
    const { article, revision } = articleRecords(authored, context)
    changes.push({ kind: 'article', id: article.id, before: null, after: article })
    changes.push({ kind: 'revision', id: revision.id, before: null, after: revision })
    for (const entry of authored.highlights) {
      const start = findQuote(textOf(authored.blocks), entry)
      if (start === null || ids.has(entry.key)) return misfit(entry.key)
      const after = highlightRecord(entry, start, revision, { id: context.ids.highlight(), ...stamp })
      ids.set(entry.key, after.id)
      changes.push({ kind: 'highlight', id: after.id, before: null, after })
    }
  }
  for (const { from, to, relation, note } of sampleLinks) {
    const [fromId, toId] = [ids.get(from), ids.get(to)]
    if (fromId === undefined || toId === undefined) return misfit(`${from} → ${to}`)
    const after = { id: context.ids.link(), from: fromId, to: toId, relation, note, ...stamp }
    changes.push({ kind: 'link', id: after.id, before: null, after })
  }
  return ok({ label: 'Add the sample', changes })
}

/**
 * Where an authored quote starts, in UTF-16 units; null unless it stands in the text exactly once, or at the occurrence
 * that is named. An occurrence named for a quote that stands there once is refused too: it says something untrue.
 */
export function findQuote(
  text: string,
  { quote, occurrence }: Pick<SampleHighlight, 'quote' | 'occurrence'>,
): number | null {
  const starts: number[] = []
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) starts.push(at)
  if (occurrence === null) return starts.length === 1 ? (starts[0] ?? null) : null
  return starts.length > 1 ? (starts[occurrence - 1] ?? null) : null
}

function articleRecords(authored: SampleArticle, context: ActionContext): { article: Article; revision: Revision } {
  const { highlights: _, blocks, ...known } = authored
  const id = context.ids.article()
  const revision: Revision = {
    id: context.ids.revision(),
    articleId: id,
    added: context.now,
    source: { kind: 'sample' },
    blocks,
  }
  const article: Article = {
    id,
    ...known,
    url: null,
    language: 'en',
    direction: 'ltr',
    revisions: [revision.id],
    created: context.now,
    modified: context.now,
  }
  return { article, revision }
}

function highlightRecord(
  entry: SampleHighlight,
  start: number,
  revision: Revision,
  own: Pick<Highlight, 'id' | 'annotator' | 'created' | 'modified'>,
): Highlight {
  const { tag, note, speaker } = entry
  const anchor = describePassage(textOf(revision.blocks), start, start + entry.quote.length)
  const common = { ...own, articleId: revision.articleId, revisionId: revision.id, anchor, note }
  return tag === 'attribution' ? { ...common, tag, speaker } : { ...common, tag }
}

function misfit(what: string): Result<never> {
  return fail('internal', `The sample does not fit its articles at "${what}".`, { kept: 'Nothing was added.' })
}
