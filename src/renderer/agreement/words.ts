import type { DisagreementKind } from '#annotations/agreement/disagreements'

/** What two sides disagree on, in a few words. */
export function kindWords(kind: DisagreementKind, [left, right]: readonly [string, string]): string {
  switch (kind) {
    case 'left-only':
      return `Only ${inSentence(left)}`
    case 'right-only':
      return `Only ${inSentence(right)}`
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
