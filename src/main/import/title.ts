/** UTF-16 units. */
const LONGEST_MADE_TITLE = 90

/** The first words of a text that has no title of its own; a cut is shown, and never splits a character. */
export function firstWords(text: string): string {
  if (text.length <= LONGEST_MADE_TITLE) return text
  const room = text.slice(0, LONGEST_MADE_TITLE)
  const space = room.search(/\s\S*$/)
  const kept = space > 0 ? room.slice(0, space) : wholeCharacters(text, LONGEST_MADE_TITLE - 1)
  return `${kept.replace(/[\s,;:–—-]+$/u, '')}…`
}

function wholeCharacters(text: string, most: number): string {
  let end = 0
  for (const { index, segment } of new Intl.Segmenter().segment(text.slice(0, most * 2))) {
    if (index + segment.length > most) break
    end = index + segment.length
  }
  return text.slice(0, end || most)
}
