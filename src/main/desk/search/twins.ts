import { setImmediate } from 'node:timers/promises'
import type { RecordsView } from '#annotations/changes/records'
import { type Block, textOf } from '#annotations/model/article'
import type { ArticleDraft } from '#annotations/model/article-draft'
import type { ArticleId, RevisionId } from '#annotations/model/ids'
import { SimilarIndex, type Sketch, sketchOf } from '#annotations/text/similar'
import type { ImportTwin } from '#contract/import-views'

/** Likeness from which two texts are the same article, told again with a word changed here and there. */
const NEAR = 0.8
/** From here on a text tells the same story in much the same words, as a later version of it does. */
const ALIKE = 0.4
/** Milliseconds of work after which others get their turn. */
const TURN = 20

type Known = { readonly id: ArticleId | null; readonly title: string; readonly body: string }

/** Finds the article that a draft repeats; the draft is known from then on. */
export type TwinFinder = (draft: ArticleDraft) => ImportTwin | null

/**
 * Prepares finders of articles that are in the desk already, or came in the same import. Sketches are kept by revision, so
 * that only the first finder costs the reading of the whole desk: about 1 ms per thousand words.
 */
export function createTwinFinders(records: RecordsView): () => Promise<TwinFinder> {
  const sketches = new Map<RevisionId, Sketch>()
  return async () => {
    const index = new SimilarIndex<Known>()
    let turn = Date.now()
    for (const { id, title, url, revisions } of [...records.articles.values()]) {
      const newest = revisions.at(-1)
      const revision = newest === undefined ? undefined : records.revisions.get(newest)
      if (!revision) continue
      const body = bodyOf(revision.blocks)
      const sketch = sketches.get(revision.id) ?? sketchOf(body)
      sketches.set(revision.id, sketch)
      index.add({ id, title, body }, sketch, url)
      if (Date.now() - turn < TURN) continue
      await setImmediate()
      turn = Date.now()
    }
    return ({ blocks, title, url }) => {
      const body = bodyOf(blocks)
      const sketch = sketchOf(body)
      const twin = bestOf(index.find(sketch, url, ALIKE), body)
      index.add({ id: null, title, body }, sketch, url)
      return twin
    }
  }
}

/** The same text counts before the same address, and an article of the desk before one of this import. */
function bestOf(found: readonly { readonly key: Known; readonly likeness: number }[], body: string): ImportTwin | null {
  const twins = found.map(({ key: { id, title, body: other }, likeness }): ImportTwin => {
    const kind = other === body ? 'same' : likeness >= NEAR ? 'near' : 'other'
    return { kind, id, title }
  })
  const rank = ({ kind, id }: ImportTwin) => ['same', 'near', 'other'].indexOf(kind) * 2 + (id === null ? 1 : 0)
  return twins.sort((a, b) => rank(a) - rank(b))[0] ?? null
}

/** What is compared: the article without what stands around it, which a paper repeats on every page. */
function bodyOf(blocks: readonly Block[]): string {
  const body = blocks.filter((block) => !block.aside)
  return textOf(body.length > 0 ? body : blocks)
}
