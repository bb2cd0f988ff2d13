import { errorCode } from './fs/desk-fs'

/** What went wrong with the disk, in words for people; the cause's own words are kept for what we did not foresee. */
export function diskWords(error: unknown, folder: string): { readonly message: string; readonly next: string } {
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
