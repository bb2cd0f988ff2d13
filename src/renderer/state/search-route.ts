/** What is searched for, as it was typed. */
export type SearchPlace = { readonly view: 'search'; readonly query: string }

/** Reads `q=…`. */
export function parseSearch(search: string): SearchPlace {
  return { view: 'search', query: new URLSearchParams(search).get('q') ?? '' }
}

export function formatSearch({ query }: SearchPlace): string {
  return query === '' ? '#/search' : `#/search?q=${encodeURIComponent(query)}`
}
