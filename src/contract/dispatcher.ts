import { z } from 'zod'
import { type AppError, fail, type Result } from '#annotations/model/result'
import { type InputOf, isMethodName, type MethodName, methods, type OutputOf } from './methods'
import { type Request, type Response, requestSchema } from './protocol'

export type Handlers = {
  readonly [M in MethodName]: (input: InputOf<M>) => Result<OutputOf<M>> | Promise<Result<OutputOf<M>>>
}

/** The id of an answer to a message that has none. */
const NO_CALL = -1

/** Answers one raw message from a window. It never throws: a bug in a handler becomes `internal` and goes to `report`. */
export type Dispatcher = (message: unknown) => Promise<Response>

/**
 * Serves every method over any transport. Each input is validated here, once; handlers trust their types.
 *
 * @param report told of exceptions, which are bugs
 */
export function createDispatcher(handlers: Handlers, report: (error: unknown) => void): Dispatcher {
  return async (message) => {
    const request = requestSchema.safeParse(message)
    if (!request.success) return answer(idOf(message), fail('invalid-input', 'A message to the desk was not a call.'))
    return answer(request.data.id, await run(handlers, request.data, report))
  }
}

async function run(
  handlers: Handlers,
  { method, input }: Request,
  report: (error: unknown) => void,
): Promise<Result<unknown>> {
  if (!isMethodName(method)) return fail('unknown-method', `The desk knows no method "${method}".`)
  const parsed = methods[method].input.safeParse(input)
  if (!parsed.success)
    return fail(
      'invalid-input',
      `"${method}" was called with input it cannot take: ${firstIssue(parsed.error.issues)}.`,
    )
  try {
    // The input was just parsed by this method's own schema.
    return await (handlers[method] as (input: unknown) => Promise<Result<unknown>>)(parsed.data)
  } catch (error) {
    report(error)
    return fail('internal', `Something went wrong inside Crossread (${method}).`, {
      kept: 'Everything that was shown as saved is safe on disk.',
      next: 'Try again; if it happens again, restart Crossread and report it.',
    })
  }
}

/** A broken call is answered under its own id when it has one: its sender would else wait for its time-out. */
function idOf(message: unknown): number {
  const parsed = z.object({ id: z.int() }).safeParse(message)
  return parsed.success ? parsed.data.id : NO_CALL
}

function answer(id: number, result: { ok: true; value: unknown } | { ok: false; error: AppError }): Response {
  return result.ok ? { id, ok: true, value: result.value } : { id, ok: false, error: result.error }
}

function firstIssue(issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]): string {
  const issue = issues[0]
  if (!issue) return 'it is not valid'
  return issue.path.length > 0 ? `${issue.path.map(String).join('.')}: ${issue.message}` : issue.message
}
