import {
  addRevision,
  keepAsides,
  type Looked,
  setAside,
  toCarryOver,
} from '#annotations/changes/actions/revision-actions'
import { type Article, type Block, type Revision, textOf } from '#annotations/model/article'
import { compareHighlights } from '#annotations/model/highlight'
import type { ArticleId } from '#annotations/model/ids'
import { fail, ok, type Result } from '#annotations/model/result'
import type { BlockRow, CarryProgress, OutcomeView } from '#contract/revision-views'
import type { Carrier } from '../carry/carrier'
import type { Desk } from '../desk'
import { toDone } from './done'
import { groupByRevision } from './group-by-revision'
import type { HandlersOf } from './handlers-of'

/** A highlight that changes while a large text is compared is looked for again; nobody is that quick three times. */
const ATTEMPTS = 3

/** What was found, kept for the `revision.add` that follows a preview. The action itself checks that it is still true. */
type Preview = { readonly text: string; readonly looked: readonly Looked[]; readonly rows: readonly BlockRow[] }

/** New texts of articles, and what changed from one to another. */
export function revisionHandlers(
  desk: Desk,
  carrier: Carrier,
  tell: (progress: CarryProgress) => void,
): HandlersOf<'revision' | 'block'> {
  const { records } = desk
  let kept: (Preview & { readonly articleId: ArticleId }) | null = null

  const look = async (article: Article, newest: Revision, blocks: readonly Block[]): Promise<Preview> => {
    const groups = groupByRevision(records, toCarryOver(records, article).sort(compareHighlights))
    const { outcomes, rows } = await carrier(
      { newBlocks: blocks, groups, want: 'outcomes', compareWith: newest.blocks },
      (done, total) => tell({ articleId: article.id, done, total }),
    )
    const looked = groups.flatMap((group, g) =>
      group.highlights.flatMap((highlight, h): Looked[] => {
        const outcome = outcomes[g]?.[h]
        return outcome ? [{ highlight, outcome }] : []
      }),
    )
    const preview = { text: textOf(blocks), looked, rows }
    kept = { ...preview, articleId: article.id }
    return preview
  }
  const newestOf = (id: ArticleId): { readonly article: Article; readonly newest: Revision } | null => {
    const article = records.articles.get(id)
    const last = article?.revisions.at(-1)
    const newest = last === undefined ? undefined : records.revisions.get(last)
    return article && newest ? { article, newest } : null
  }

  return {
    async 'revision.preview'({ articleId, blocks }) {
      const known = newestOf(articleId)
      if (!known) return missing()
      const { looked, rows, text } = await look(known.article, known.newest, blocks)
      return ok({ rows, outcomes: looked.map(toView), sameText: text === textOf(known.newest.blocks) })
    },
    async 'revision.add'({ articleId, blocks, source }) {
      let preview = kept?.articleId === articleId && kept.text === textOf(blocks) ? kept : null
      for (let attempt = 1; ; attempt++) {
        const known = newestOf(articleId)
        if (!known) return missing()
        const { looked }: Pick<Preview, 'looked'> = preview ?? (await look(known.article, known.newest, blocks))
        const asides = keepAsides(known.newest.blocks, blocks)
        const done = await desk.act(addRevision({ articleId, blocks: asides, source, looked }))
        preview = null
        if (!done.ok && done.error.code === 'conflict' && attempt < ATTEMPTS) continue
        kept = null
        return toDone(done, ({ id, found, doubtful }) => ({ id, found, doubtful }))
      }
    },
    async 'revision.compare'({ articleId, from, to }) {
      const [before, after] = [records.revisions.get(from), records.revisions.get(to)]
      if (before?.articleId !== articleId || after?.articleId !== articleId) return missing()
      const { rows } = await carrier({
        newBlocks: after.blocks,
        groups: [],
        want: 'outcomes',
        compareWith: before.blocks,
      })
      return ok(rows)
    },
    'block.setAside': async ({ revisionId, blocks, aside }) =>
      toDone(await desk.act(setAside(revisionId, blocks, aside))),
  }
}

function toView({ highlight: { id, tag, anchor }, outcome }: Looked): OutcomeView {
  const found =
    outcome.outcome === 'found'
      ? { method: outcome.method, score: outcome.score, exact: outcome.anchor.quote.exact }
      : null
  return { id, tag, exact: anchor.quote.exact, found }
}

function missing(): Result<never> {
  return fail('not-found', 'This article, or this text of it, is not in the desk any more.', {
    next: 'Undo may bring it back.',
  })
}
