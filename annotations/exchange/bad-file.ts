import type { z } from 'zod'
import { fail, ok, type Result } from '../model/result'

/** What to do about a file that is cut off or damaged. */
export const GET_ANEW = 'It may be cut off: get it again from where it came from.'

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
    const why = error instanceof Error ? ` (${error.message.replace(/ is not valid JSON$/, '')})` : ''
    return badFile(`${what} is not valid JSON${why}.`, GET_ANEW)
  }
}

/** The value that a schema makes of one record; `where` names the record in the sentence of a refusal. */
export function parseRecord<T extends z.ZodType>(schema: T, value: unknown, where: string): Result<z.output<T>> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return ok(parsed.data)
  const issue = parsed.error.issues[0]
  const field = issue && issue.path.length > 0 ? `, ${issue.path.join('.')}` : ''
  return badFile(`${where}${field}: ${whyNot(issue)}.`)
}

/** What is wrong with a value, in words for people who know no schema. */
export function whyNot(issue: z.core.$ZodIssue | undefined): string {
  if (issue === undefined) return UNFIT
  switch (issue.code) {
    case 'invalid_type':
      return issue.message.endsWith('undefined')
        ? 'it is missing'
        : `it should be ${KINDS[issue.expected] ?? issue.expected}`
    case 'invalid_value':
      return `it should be ${issue.values.map((value) => `“${String(value)}”`).join(' or ')}`
    case 'invalid_union':
      return issue.message === 'Invalid input' ? UNFIT : issue.message
    default:
      return issue.message
  }
}

const UNFIT = 'it is not as this format has it'
const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  boolean: 'true or false',
}

/**
 * What is wrong with a file, and what it took along: one record, or a part of the file of which nobody can know how many
 * records were in it, as where it breaks off.
 */
export type Fault = { readonly sentence: string; readonly took: 'record' | 'part' }

/** Told of each fault, as a sentence; what it took, one record unless said, is then left out rather than the file refused. */
export type OnFault = (sentence: string, took?: Fault['took']) => void

/** The values of many results; the first fault refuses them all, unless faults are told: then the good ones are kept. */
export function goodOf<T>(
  results: Iterable<Result<T>>,
  onFault?: OnFault,
  took: Fault['took'] = 'record',
): Result<T[]> {
  const values: T[] = []
  for (const result of results) {
    if (result.ok) values.push(result.value)
    else if (onFault) onFault(result.error.message, took)
    else return result
  }
  return ok(values)
}
