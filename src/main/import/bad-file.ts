import type { Source } from '#annotations/model/article'
import { type AppError, fail, type Result } from '#annotations/model/result'

/** A refusal that a reader raises from deep inside a format; `readArticles` turns it into a failure that names the file. */
export class BadFile extends Error {
  readonly next: string

  /** @param reason goes on after the file's name: "is protected by a password." */
  constructor(reason: string, next: string) {
    super(reason)
    this.next = next
  }
}

/** How a sentence speaks of what is read. */
export function nameOf(source: Source): string {
  return source.name === undefined ? 'The text' : `"${source.name}"`
}

export function refuse(source: Source, reason: string, next: string): Result<never> {
  return fail('bad-file', `${nameOf(source)} ${reason}`, { next })
}

/** The sentence for whatever a reader threw. */
export function refusalOf(error: unknown, source: Source): { readonly ok: false; readonly error: AppError } {
  const { reason, next } =
    error instanceof BadFile
      ? { reason: error.message, next: error.next }
      : {
          reason: 'could not be read: it is damaged, or not what its name says.',
          next: 'Open it in the program it was made with, and save it again or copy its text.',
        }
  return { ok: false, error: { code: 'bad-file', message: `${nameOf(source)} ${reason}`, next } }
}
