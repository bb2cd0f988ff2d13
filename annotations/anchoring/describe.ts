import type { Anchor } from '../model/highlight'
import { graphemeEnd, graphemeStart } from './segments'

/** UTF-16 units of context on each side of a quote, as in the W3C Web Annotation examples and in Hypothesis. */
export const CONTEXT = 32

/**
 * Describes a passage so that it can be found again: its position, its words and what stands before and after them.
 * Context is cut between characters, so it may be a little shorter than 32 units. Offsets are UTF-16 units,
 * end-exclusive; a passage outside the text, or an empty one, is a bug and throws.
 */
export function describePassage(text: string, start: number, end: number): Anchor {
  if (!(start >= 0 && start < end && end <= text.length)) {
    throw new RangeError(`No passage at ${start} to ${end} in a text of ${text.length}.`)
  }
  return {
    start,
    end,
    quote: {
      exact: text.slice(start, end),
      prefix: text.slice(Math.min(graphemeEnd(text, start - CONTEXT), start), start),
      suffix: text.slice(end, Math.max(graphemeStart(text, end + CONTEXT), end)),
    },
  }
}
