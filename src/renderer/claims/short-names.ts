/** UTF-16 units that a name on a button may have; titles stand for papers without a publisher, and are longer. */
const MOST = 30
/** Of the beginning, where two begin alike. */
const HEAD = 10

/**
 * Names short enough for a button, and still apart: of those that begin alike the middle is left out, up to the word in which they
 * differ. Names that fit stay as they are.
 */
export function shortNames(names: readonly string[], most = MOST): ReadonlyMap<string, string> {
  const distinct = [...new Set(names)].sort()
  return new Map(
    distinct.map((name, at) => {
      if (name.length <= most) return [name, name]
      // Sorted, a name shares its longest beginning with a neighbour.
      const shared = Math.max(sharedLength(name, distinct[at - 1]), sharedLength(name, distinct[at + 1]))
      const head = cut(name, most)
      // The last character of what was cut is the ellipsis.
      return [name, shared < head.length - 1 ? head : `${cut(name, HEAD)} ${cut(fromWord(name, shared), most - HEAD)}`]
    }),
  )
}

function sharedLength(name: string, other = ''): number {
  let at = 0
  while (at < name.length && name.charAt(at) === other.charAt(at)) at++
  return at
}

/** From the beginning of the word in which a name differs, or a little before it in a very long one. */
function fromWord(name: string, at: number): string {
  return name.slice(Math.max(name.lastIndexOf(' ', at) + 1, at - HEAD))
}

/** At a space where there is one near the end, and never within a surrogate pair. */
function cut(words: string, most: number): string {
  if (words.length <= most) return words
  const space = words.lastIndexOf(' ', most - 1)
  const kept = words.slice(0, space > most / 2 ? space : most - 1).replace(/[\ud800-\udbff]$/, '')
  return `${kept.trimEnd()}…`
}
