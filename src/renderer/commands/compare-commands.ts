import type { ArticleId } from '#annotations/model/ids'
import type { CommandId } from '#contract/commands'
import type { AppModel } from '../state/app-model'
import {
  type ComparePlace,
  EMPTY_COMPARISON,
  FEWEST_SIDES,
  MOST_SIDES,
  type SidePlace,
  withSwapped,
} from '../state/compare-route'
import type { OpenArticle } from '../state/open-article'
import type { CommandRunners } from './run'

function compared(app: AppModel): ComparePlace | null {
  const place = app.router.route.get()
  return place.view === 'compare' ? place : null
}

/** The side that commands act on, from 0 at the left. */
function actingSide(app: AppModel): number {
  const acting = app.acting.get()
  return Math.max(0, acting ? app.comparing.models.get().indexOf(acting) : 0)
}

/** Where Compare opens: the article that is read, or was last, beside the one that it has most links with; else what was compared last. */
export function startOfComparing(app: AppModel): ComparePlace {
  const state = app.reader.store.get()
  if (state.state === 'open') {
    const { article } = state
    const most = mostLinked(article)
    const here = { id: article.article.id, highlight: app.reader.active.get() }
    return { view: 'compare', sides: [here, most && { id: most, highlight: null }] }
  }
  const last = app.comparing.last.get()
  const read = app.lastArticle.get()
  if (last.sides.some((side) => side !== null) || read?.view !== 'article') return last
  return { view: 'compare', sides: [{ id: read.id, highlight: null }, null] }
}

function mostLinked({ article, briefs }: OpenArticle): ArticleId | null {
  const counts = new Map<ArticleId, number>()
  for (const { articleId } of briefs.values()) {
    if (articleId !== article.id) counts.set(articleId, (counts.get(articleId) ?? 0) + 1)
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1])
  return most?.[0] ?? null
}

/** An article beside an empty side, which asks for another one. */
function compareWith(app: AppModel): void {
  const place = compared(app)
  const state = app.reader.store.get()
  const here: SidePlace | null =
    state.state === 'open' ? { id: state.article.article.id, highlight: app.reader.active.get() } : null
  if (!place) app.router.go({ ...EMPTY_COMPARISON, sides: [here, null] })
  askForArticle(place ? actingSide(app) : 1)
}

/** Puts the focus where a side's article is chosen, and shows what there is to choose. */
function askForArticle(side: number): void {
  // It is there once the view has been drawn.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const input = document.querySelector<HTMLInputElement>(`[data-side="${side}"] [data-choose-article]`)
      input?.focus()
      input?.click()
    }),
  )
}

/** Articles side by side. */
export const compareCommands = {
  'view.compare': (app) => {
    if (!compared(app)) app.router.go(startOfComparing(app))
  },
  'compare.with': compareWith,
  // Having the focus makes a side the one that commands act on.
  'compare.other': (app) => {
    const next = (actingSide(app) + 1) % Math.max(1, app.comparing.models.get().length)
    document.querySelector<HTMLElement>(`[data-side="${next}"]`)?.focus()
  },
  'compare.links': (app) => {
    const place = compared(app)
    if (place && !place.listing) app.router.go({ ...place, listing: { link: null } })
  },
  'compare.swap': (app) => {
    const place = compared(app)
    const side = actingSide(app)
    if (place) app.router.go(withSwapped(place, side, side + 1 < place.sides.length ? side + 1 : side - 1))
  },
  'compare.add': (app) => {
    const place = compared(app)
    if (!place) return
    app.router.go({ ...place, sides: [...place.sides, null] })
    askForArticle(place.sides.length)
  },
  'compare.close': (app) => {
    const place = compared(app)
    if (place) app.router.go({ ...place, sides: place.sides.toSpliced(actingSide(app), 1) })
  },
} satisfies Partial<Record<CommandId, CommandRunners[CommandId]>>

/** Whether a command of comparisons can do something now; null for any other command. */
export function isComparing(app: AppModel, id: string): boolean | null {
  const place = compared(app)
  switch (id) {
    case 'compare.with':
      return place === null ? null : false
    case 'compare.other':
    case 'compare.swap':
      return place !== null
    case 'compare.links':
      return place !== null && app.comparing.links.get() > 0
    case 'compare.add':
      return place !== null && place.sides.length < MOST_SIDES
    case 'compare.close':
      return place !== null && place.sides.length > FEWEST_SIDES
    default:
      return null
  }
}
