import { graphemeStart } from '../../anchoring/segments'

const MOST_TITLE = 60

/** A title as it stands in a label: in quotes, and short enough for a menu item. */
export function quoted(title: string): string {
  if (title.length <= MOST_TITLE) return `“${title}”`
  const cut = title.slice(0, graphemeStart(title, MOST_TITLE))
  const space = cut.lastIndexOf(' ')
  return `“${(space > MOST_TITLE / 2 ? cut.slice(0, space) : cut).trimEnd()}…”`
}

const numbers = new Intl.NumberFormat('en')

/** "5,000". */
export function numbered(count: number): string {
  return numbers.format(count)
}

/** "3 articles"; "article" stands for any regular noun. */
export function counted(count: number, noun: string): string {
  return count === 1 ? `1 ${noun}` : `${numbered(count)} ${noun}s`
}

/** A patch without the fields that are absent, undefined, or as they were: what it really changes. */
export function realChanges<T extends object>(
  before: T,
  patch: { readonly [K in keyof T]?: T[K] | undefined },
): Partial<T> {
  const changed: Partial<T> = {}
  for (const key in patch) {
    const value = patch[key]
    if (value !== undefined && value !== before[key]) changed[key] = value
  }
  return changed
}
