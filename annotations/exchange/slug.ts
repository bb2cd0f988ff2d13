const MOST_NAME = 60

/** A text as the name of a file: whole words of letters and digits, which every system takes. */
export function slug(text: string): string {
  const words =
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  let name = ''
  for (const word of words) {
    if (name.length + word.length >= MOST_NAME) break
    name += name === '' ? word : `-${word}`
  }
  return name || 'crossread'
}
