import type { z } from 'zod'
import { fail, ok, type Result } from '../model/result'

const KEPT = 'Nothing was imported; the desk is as it was.'

/** The refusal of a file: a sentence that names the record at fault, and what can be done. */
export function badFile(message: string, next?: string): Result<never> {
  return fail('bad-file', message, next === undefined ? { kept: KEPT } : { kept: KEPT, next })
}

/** The value of a JSON text, with or without a byte order mark; `what` begins the sentence when it is not JSON. */
export function parseJson(text: string, what = 'This file'): Result<unknown> {
  try {
    const value: unknown = JSON.parse(text.replace(/^\ufeff/, ''))
    return ok(value)
  } catch (error) {
    const why = error instanceof Error ? ` (${error.message})` : ''
    return badFile(`${what} is not valid JSON${why}.`, 'It may be cut off: copy it anew.')
  }
}

/** The value that a schema makes of one record; `where` names the record in the sentence of a refusal. */
export function parseRecord<T extends z.ZodType>(schema: T, value: unknown, where: string): Result<z.output<T>> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return ok(parsed.data)
  const issue = parsed.error.issues[0]
  const field = issue && issue.path.length > 0 ? `, ${issue.path.join('.')}` : ''
  return badFile(`${where}${field}: ${issue?.message ?? 'it is not as this format has it'}.`)
}

/** Told of each record at fault, as a sentence; such a record is then left out rather than the file refused. */
export type OnFault = (sentence: string) => void

/** The values of many results; the first fault refuses them all, unless faults are told: then the good ones are kept. */
export function goodOf<T>(results: Iterable<Result<T>>, onFault?: OnFault): Result<T[]> {
  const values: T[] = []
  for (const result of results) {
    if (result.ok) values.push(result.value)
    else if (onFault) onFault(result.error.message)
    else return result
  }
  return ok(values)
}
