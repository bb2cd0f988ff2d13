import type { z } from 'zod'
import { ok, type Result } from '../model/result'
import { type OnFault, parseRecord, whyNot } from './bad-file'
import type { InFile } from './format'
import { type RecordPath, readJson, wordsOf } from './whole-json'

/**
 * The file of ours that an export puts beside those of another tool; null when it is not there. Where faults are told, the
 * records at fault are left out of it, or all of it: the tool's own files say the rest.
 */
export function readSideCar<T extends z.ZodType>(
  schema: T,
  file: InFile | undefined,
  records: readonly RecordPath[],
  onFault?: OnFault,
): Result<z.output<T> | null> {
  if (!file) return ok(null)
  const json = readJson(file, records, onFault)
  const read = json.ok ? parseSideCar(schema, json.value.value, file.name, records, onFault) : json
  if (read.ok || !onFault) return read
  onFault(`${read.error.message} What only this file says of the others is left out.`, 'part')
  return ok(null)
}

function parseSideCar<T extends z.ZodType>(
  schema: T,
  value: unknown,
  name: string,
  records: readonly RecordPath[],
  onFault?: OnFault,
): Result<z.output<T>> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return ok(parsed.data)
  const wrong = new Map<string, { readonly path: readonly PropertyKey[]; readonly sentence: string }>()
  for (const issue of parsed.error.issues) {
    const { path } = issue
    const record = records.find(
      (one) => one.length <= path.length && one.every((key, at) => key === '*' || key === path[at]),
    )
    if (!record || !onFault) return parseRecord(schema, value, name)
    const at = path.slice(0, record.length)
    const field = path.length > at.length ? `, ${path.slice(at.length).join('.')}` : ''
    if (!wrong.has(at.join(' ')))
      wrong.set(at.join(' '), { path: at, sentence: `${name}, ${wordsOf(at)}${field}: ${whyNot(issue)}.` })
  }
  for (const { sentence } of wrong.values()) onFault?.(sentence)
  return parseRecord(
    schema,
    without(
      value,
      [...wrong.values()].map(({ path }) => path),
    ),
    name,
  )
}

/** A copy of a JSON value without what some paths lead to. */
function without(value: unknown, paths: readonly (readonly PropertyKey[])[]): unknown {
  if (typeof value !== 'object' || value === null || paths.length === 0) return value
  const kept = Object.entries(value).flatMap(([key, one]): [string, unknown][] => {
    const inside = paths.filter(([first]) => String(first) === key).map(([, ...rest]) => rest)
    return inside.some(({ length }) => length === 0) ? [] : [[key, without(one, inside)]]
  })
  return Array.isArray(value) ? kept.map(([, one]) => one) : Object.fromEntries(kept)
}
