/**
 * A JSON object with one long list in it, after `head` and before `tail`: a line and a chunk a record, so that a large
 * export is never one string.
 */
export function* jsonWithList(
  head: object,
  list: string,
  items: Iterable<unknown>,
  tail: object = {},
): Iterable<string> {
  const fields = Object.entries(head).map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)},\n`)
  yield `{\n${fields.join('')}${JSON.stringify(list)}: `
  yield* jsonList(items)
  for (const [key, value] of Object.entries(tail)) yield `,\n${JSON.stringify(key)}: ${JSON.stringify(value)}`
  yield '\n}\n'
}

/** A JSON list, a line and a chunk a record, without a line feed at its end. */
export function* jsonList(items: Iterable<unknown>): Iterable<string> {
  let separator = '[\n'
  for (const item of items) {
    yield `${separator}${JSON.stringify(item)}`
    separator = ',\n'
  }
  yield separator === '[\n' ? '[]' : '\n]'
}

/** JSON Lines: one record a line. */
export function* jsonLines(items: Iterable<unknown>): Iterable<string> {
  for (const item of items) yield `${JSON.stringify(item)}\n`
}
