import type { HighlightId } from '#annotations/model/ids'
import type { HighlightBrief } from '#contract/views'
import type { AppModel } from '../state/app-model'
import type { ArticlePlace } from '../state/article-route'
import { readersInView } from '../state/comparing'
import { type LinkEnd, linkEnds } from '../state/open-article'
import { spokenHighlight } from './words'

/** As far back as one remembers why; older places are forgotten. */
const LONGEST_TRAIL = 100

/**
 * The links of a highlight of the open article, each with its other end: those to an article beside it first, then in the
 * order of its card.
 */
export function linksOf(app: AppModel, id: HighlightId): readonly LinkEnd[] {
  const state = app.reader.store.get()
  if (state.state !== 'open') return []
  const beside = readersInView(app).flatMap(({ store }) => {
    const other = store.get()
    return other.state === 'open' && other !== state ? other.article.article.id : []
  })
  const isBeside = ({ other }: LinkEnd) => Number(beside.includes(other.articleId))
  return (linkEnds(state.article).get(id) ?? []).toSorted((a, b) => isBeside(b) - isBeside(a))
}

/** Goes to a link's other end, and remembers the highlight that it was followed from. */
export function followTo(app: AppModel, from: HighlightId, to: HighlightBrief): void {
  const state = app.reader.store.get()
  if (state.state !== 'open') return
  const place: ArticlePlace = { view: 'article', id: state.article.article.id, highlight: from }
  app.linking.trail.set((trail) => [...trail, place].slice(-LONGEST_TRAIL))
  goTo(app, { view: 'article', id: to.articleId, highlight: to.id })
  app.announcement.set(`${spokenHighlight(to)} ${placeWords(to)}`)
}

/**
 * Returns along the links that were followed, and only along them: never to another view, to a place that is gone, or to where
 * one is already. Answers whether there was a way back.
 */
export function goBack(app: AppModel): boolean {
  const rest = [...app.linking.trail.get()]
  for (let place = rest.pop(); place !== undefined; place = rest.pop()) {
    if (isHere(app, place) || isGone(app, place)) continue
    app.linking.trail.set(rest)
    goTo(app, place)
    return true
  }
  app.linking.trail.set([])
  return false
}

function goTo(app: AppModel, place: ArticlePlace): void {
  const state = app.reader.store.get()
  const here = state.state === 'open' && state.article.article.id === place.id
  if (here) app.reader.activate(place.highlight, { reveal: true })
  else app.router.go(place)
}

function isHere(app: AppModel, place: ArticlePlace): boolean {
  const state = app.reader.store.get()
  if (state.state !== 'open' || state.article.article.id !== place.id) return false
  const gone = place.highlight !== null && !state.article.byId.has(place.highlight)
  return gone || app.reader.active.get() === place.highlight
}

function isGone(app: AppModel, place: ArticlePlace): boolean {
  const library = app.library.store.get()
  return library.state === 'ready' && !library.articles.has(place.id)
}

function placeWords(brief: HighlightBrief): string {
  return brief.publisher === null ? `In ${brief.articleTitle}.` : `In ${brief.articleTitle}, ${brief.publisher}.`
}
