import type { ReadContext } from '../format'
import type { ForeignLink } from './foreign'

/** Records that were made, what is to be said of them, and labels that only the user can explain. */
export type Made<T> = { readonly made: T; readonly notes: readonly string[]; readonly unknown: readonly string[] }

type Maker = Pick<ForeignLink, 'note' | 'annotator' | 'created' | 'modified'>

/** Who made a record and when, as far as its file says; the reader and the moment stand in for the rest. */
export function madeBy({ note = '', annotator, created, modified }: Maker, context: ReadContext) {
  const from = created ?? modified ?? context.now
  return { note, annotator: annotator ?? context.annotator, created: from, modified: modified ?? from }
}

const MOST_NAMED = 3

/** The first few names, and how many more there are. */
export function someOf(names: readonly string[]): string {
  const more = names.length - MOST_NAMED
  return more > 0 ? `${names.slice(0, MOST_NAMED).join('; ')} and ${more} more` : names.join('; ')
}
