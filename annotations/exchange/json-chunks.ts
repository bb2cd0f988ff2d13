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
  yield '{\n'
  for (const [key, value] of Object.entries(head)) {
    yield `${JSON.stringify(key)}: `
    yield* jsonValue(value)
    yield ',\n'
  }
  yield `${JSON.stringify(list)}: `
  yield* jsonList(items)
  for (const [key, value] of Object.entries(tail)) {
    yield `,\n${JSON.stringify(key)}: `
    yield* jsonValue(value)
  }
  yield '\n}\n'
}

/** A JSON object with several long lists in it, after `head`: a line and a chunk a record. */
export function* jsonWithLists(
  head: Readonly<Record<string, unknown>>,
  lists: Readonly<Record<string, Iterable<unknown>>>,
): Iterable<string> {
  const fields = Object.entries(head).map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`)
  yield `{\n${fields.join(',\n')}`
  for (const [name, items] of Object.entries(lists)) {
    yield `,\n${JSON.stringify(name)}: `
    yield* jsonList(items)
  }
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

/** A value whose lists, in it or in its fields, are written record by record. */
function* jsonValue(value: unknown): Iterable<string> {
  if (isList(value)) yield* jsonList(value)
  else if (typeof value === 'object' && value !== null && Object.values(value).some(isList)) {
    let separator = '{'
    for (const [key, field] of Object.entries(value)) {
      yield `${separator}${JSON.stringify(key)}: `
      yield* jsonValue(field)
      separator = ',\n'
    }
    yield '}'
  } else yield JSON.stringify(value)
}

function isList(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value
}

/** Items made one by one as they are asked for: a list of them all would lie in memory beside what it is made of. */
export function* lazily<T, R>(items: Iterable<T>, make: (item: T) => R): Iterable<R> {
  for (const item of items) yield make(item)
}
