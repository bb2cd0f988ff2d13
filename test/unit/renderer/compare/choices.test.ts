import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ArticleId, articleIdSchema } from '#annotations/model/ids'
import type { ArticleSummary } from '#contract/views'
import { keepOrder, orderChoices } from '../../../../src/renderer/compare/choices'

const art = (at: number) => articleIdSchema.parse(`art_${`${at}`.padStart(26, '0')}`)
/** An article as far as its place in the list goes. */
const summary = (at: number) =>
  ({
    article: { id: art(at), title: `Title ${at}`, publisher: '', published: `2023-05-${`${at + 1}`.padStart(2, '0')}` },
  }) as unknown as ArticleSummary
const idsOf = (choices: readonly ArticleSummary[]) => choices.map(({ article }) => article.id)
const none: ReadonlySet<ArticleId> = new Set()
const linksOf = (counts: readonly number[]) => new Map(counts.map((count, at) => [art(at), count]))

test('the articles to choose from begin with the most linked, then the newest', () => {
  expect(idsOf(orderChoices([0, 1, 2, 3].map(summary), linksOf([2, 0, 5, 0]), none))).toEqual([2, 0, 3, 1].map(art))
})

test('the articles that stand beside come last, however much they are linked', () => {
  const beside = new Set([art(2), art(3)])
  expect(idsOf(orderChoices([0, 1, 2, 3].map(summary), linksOf([0, 2, 5, 0]), beside))).toEqual([1, 0, 3, 2].map(art))
})

test('articles that stand in an open list stay where they are, whatever links become known, and new ones follow', () => {
  const count = fc.integer({ min: 0, max: 20 })
  const counts = fc.array(fc.nat(9), { minLength: 20, maxLength: 20 })
  fc.assert(
    fc.property(count, count, counts, counts, (before, now, linksBefore, linksNow) => {
      const articles = (many: number) => Array.from({ length: many }, (_, at) => summary(at))
      const stood = idsOf(orderChoices(articles(before), linksOf(linksBefore), none))
      const ordered = orderChoices(articles(now), linksOf(linksNow), none)
      const left = stood.filter((id) => idsOf(ordered).includes(id))
      const added = idsOf(ordered).filter((id) => !stood.includes(id))
      expect(idsOf(keepOrder(ordered, stood))).toEqual([...left, ...added])
    }),
  )
})
