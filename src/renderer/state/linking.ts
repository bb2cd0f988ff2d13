import type { HighlightId } from '#annotations/model/ids'
import type { ArticlePlace } from './article-route'
import { createStore, type Store } from './store'

/** CSS px from the window's top left corner. */
export type Point = { readonly x: number; readonly y: number }

/** A link that is being drawn from a highlight to wherever the pointer is. */
export type LinkDrag = {
  readonly from: HighlightId
  readonly start: Point
  readonly at: Point
  /** The highlight that it would join now. */
  readonly over: HighlightId | null
}

/** What goes on between highlights: a link being dragged, and the way back along links that were followed. */
export type Linking = {
  readonly drag: Store<LinkDrag | null>
  /** The highlight of one side of a comparison that is being linked with one of another side; null while none is. */
  readonly pairing: Store<HighlightId | null>
  /** Where links were followed from, the newest last. */
  readonly trail: Store<readonly ArticlePlace[]>
}

export function createLinking(): Linking {
  return {
    drag: createStore<LinkDrag | null>(null),
    pairing: createStore<HighlightId | null>(null),
    trail: createStore<readonly ArticlePlace[]>([]),
  }
}
