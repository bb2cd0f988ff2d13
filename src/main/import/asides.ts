import { isPlainlyAside, startsComments, startsRelatedList } from './aside-rules'

/** All UTF-16 units. Below the first, a line may well come twice on purpose: a place, a name, a refrain. */
const SHORTEST_REPEAT = 60
const LONGEST_ENTRY = 140
/** Text that must stand before a comment section: a link "Comments (3)" above an article opens none. */
const LEAST_BODY = 240
/** A headline may ask or exclaim, but ends in no full stop. */
const FULL_STOP = /[.…۔]["'”’»)\]]*$/

const NONE: ReadonlySet<number> = new Set()

/**
 * Which lines are on the page but no part of the article, where that is plain: labels, image credits, pointers to other articles and
 * lists of them, prompts to share or subscribe, print footers, the comments to the end, and a paragraph that repeats an earlier one
 * word for word. In doubt a line is text.
 *
 * @param known lines that the format itself says are none of the article, a running head for example
 */
export function findAsides(
  lines: readonly { readonly text: string }[],
  known: ReadonlySet<number> = NONE,
): ReadonlySet<number> {
  const asides = new Set(known)
  const seen = new Set<string>()
  let first = true
  let body = 0
  let inList = false
  for (const [index, { text }] of lines.entries()) {
    if (known.has(index)) continue
    if (body >= LEAST_BODY && startsComments(text)) {
      for (let rest = index; rest < lines.length; rest++) asides.add(rest)
      break
    }
    const opensList = startsRelatedList(text) && !first
    inList = opensList || (inList && text.length <= LONGEST_ENTRY && !FULL_STOP.test(text))
    if (inList || (text.length >= SHORTEST_REPEAT && seen.has(text)) || isPlainlyAside(text, first)) {
      asides.add(index)
    } else {
      first = false
      body += text.length
    }
    seen.add(text)
  }
  return asides
}
