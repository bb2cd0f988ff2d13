/** Shorter words join nearly anything to anything; numbers are telling at any length. */
const SHORTEST_WORD = 4

/**
 * Visits the hashes of a folded text's telling words, one after another, repeats included. Hashing as it scans makes no
 * string, which is most of the cost of indexing a large desk; that two of its words share 30 bits is rare, and does no harm
 * to a ranking. The hash is FNV-1a (isthe.com/chongo/tech/comp/fnv).
 */
export function forEachWordHash(folded: string, visit: (hash: number) => void): void {
  let hash = FNV_OFFSET
  let length = 0
  let digits = 0
  for (let i = 0; i <= folded.length; i++) {
    const code = i < folded.length ? folded.charCodeAt(i) : SPACE
    if (isWordCode(code)) {
      hash = Math.imul(hash ^ code, FNV_PRIME)
      length++
      if (code <= NINE) digits++
    } else if (length > 0) {
      if (length >= SHORTEST_WORD || digits > 0) visit(hash >>> 2)
      hash = FNV_OFFSET
      length = 0
      digits = 0
    }
  }
}

const FNV_OFFSET = 0x811c9dc5
const FNV_PRIME = 0x01000193
const SPACE = 0x20
const NINE = 0x39

/** ASCII digits and lower-case letters; beyond ASCII everything but general punctuation counts as a letter. */
function isWordCode(code: number): boolean {
  if (code < 0x80) return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= NINE)
  return code < 0x2000 || code > 0x206f
}
