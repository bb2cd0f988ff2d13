import type { Tag } from '#annotations/model/highlight'
import { type ArticleId, articleIdSchema } from '#annotations/model/ids'

export const LIBRARY_COLUMNS = [
  'title',
  'publisher',
  'published',
  'language',
  'claim',
  'attribution',
  'denial',
  'links',
] as const satisfies readonly ('title' | 'publisher' | 'published' | 'language' | Tag | 'links')[]
export type LibraryColumn = (typeof LIBRARY_COLUMNS)[number]
export type LibrarySort = { readonly column: LibraryColumn; readonly descending: boolean }

/** The list of articles as it is looked at: what is shown, in which order, and what is selected. */
export type LibraryPlace = {
  readonly view: 'library'
  readonly text: string
  readonly sort: LibrarySort
  readonly selected: readonly ArticleId[]
}

/** Every article, the newest first. */
export const WHOLE_LIBRARY: LibraryPlace = {
  view: 'library',
  text: '',
  sort: { column: 'published', descending: true },
  selected: [],
}

/** More are selected by a filter or all at once; thousands of ids are no address. */
const MOST_SELECTED = 50

/** Reads `q=…&sort=title&order=down&chosen=art_…,art_…`; what it does not know is left out. */
export function parseLibrary(search: string): LibraryPlace {
  const query = new URLSearchParams(search)
  const column = LIBRARY_COLUMNS.find((one) => one === query.get('sort'))
  const ids = query.get('chosen')?.split(',') ?? []
  return {
    view: 'library',
    text: query.get('q') ?? '',
    sort: column === undefined ? WHOLE_LIBRARY.sort : { column, descending: query.get('order') === 'down' },
    selected: ids.flatMap((id) => articleIdSchema.safeParse(id).data ?? []).slice(0, MOST_SELECTED),
  }
}

export function formatLibrary({ text, sort, selected }: LibraryPlace): string {
  const { column, descending } = WHOLE_LIBRARY.sort
  const parts = [
    text !== '' && `q=${encodeURIComponent(text)}`,
    (sort.column !== column || sort.descending !== descending) && `sort=${sort.column}`,
    sort.descending && sort.column !== column && 'order=down',
    selected.length > 0 && selected.length <= MOST_SELECTED && `chosen=${selected.join(',')}`,
  ].filter((part) => part !== false)
  return parts.length === 0 ? '#/library' : `#/library?${parts.join('&')}`
}
