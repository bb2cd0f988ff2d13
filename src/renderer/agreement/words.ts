import type { DisagreementView } from '#contract/agreement-views'

/** What sides disagree on, in a few words. */
export function kindWords({ kind, sides }: Pick<DisagreementView, 'kind' | 'sides'>, names: readonly string[]): string {
  const named = (marked: boolean) =>
    names.filter((_, side) => (sides[side]?.length ?? 0) > 0 === marked).map(inSentence)
  switch (kind) {
    case 'alone':
      return `Only ${named(true).join(', ')}`
    case 'some': {
      const others = named(false)
      return others.length > 2 ? `${names.length - others.length} of ${names.length}` : `Not ${others.join(', ')}`
    }
    case 'ends':
      return 'Other ends'
    case 'tags':
      return 'Another tag'
    case 'mixed':
      return 'Marked otherwise'
  }
}

/** A side's name after other words: everyone on the desk is no name. */
export function inSentence(name: string): string {
  return name === 'This desk' ? 'this desk' : name
}

/** "an annotator without a name" where nobody has said who annotates. */
export function nameOf(annotator: string): string {
  return annotator === '' ? 'Nobody named' : annotator
}

/** "Ada, Bo and Cy". */
export function listed(names: readonly string[]): string {
  return new Intl.ListFormat('en', { type: 'conjunction' }).format(names.map(inSentence))
}
