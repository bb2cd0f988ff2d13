import type { Tag } from '#annotations/model/highlight'
import type { ArticleId } from '#annotations/model/ids'
import { createStore, type Store } from './store'

export type LibraryColumn = 'title' | 'publisher' | 'published' | 'language' | Tag | 'links'
export type LibrarySort = { readonly column: LibraryColumn; readonly descending: boolean }

/** How the list of articles is looked at. It outlives the view, so that coming back finds it as it was left. */
export type LibraryList = {
  readonly filter: Store<string>
  readonly sort: Store<LibrarySort>
  readonly selected: Store<ReadonlySet<ArticleId>>
}

/** The newest articles first, all of them. */
export function createLibraryList(): LibraryList {
  return {
    filter: createStore(''),
    sort: createStore<LibrarySort>({ column: 'published', descending: true }),
    selected: createStore<ReadonlySet<ArticleId>>(new Set()),
  }
}
