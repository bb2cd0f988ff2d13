import { type AppError, fail, type Result } from '#annotations/model/result'
import { errorCode } from './fs/desk-fs'

type Words = Required<Pick<AppError, 'message' | 'kept' | 'next'>>

/** What went wrong with the disk, in words for people; the cause's own words are kept for what we did not foresee. */
export function diskWords(error: unknown, folder: string): Omit<Words, 'kept'> {
  const code = errorCode(error)
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return { message: `The disk that holds ${folder} is full.`, next: 'Free some space, then do it again.' }
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return {
        message: `Crossread may not write in ${folder}.`,
        next: 'Make the folder writable, or open a desk in another folder.',
      }
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ESTALE':
      return {
        message: `The desk's folder ${folder} was moved, removed or unplugged.`,
        next: 'Put it back where it was. If it is gone for good, do the action again: Crossread then writes the whole desk there anew.',
      }
    default:
      return {
        message: `The disk that holds ${folder} did not take the change (${code || String(error)}).`,
        next: 'Look after the disk, then do it again.',
      }
  }
}

/** The answer to an action that could not be made durable. */
export function notSaved(error: unknown, folder: string): Result<never> {
  return fail('save-failed', diskWords(error, folder).message, {
    kept: 'This change was not made; everything before it is safe.',
    next: diskWords(error, folder).next,
  })
}
