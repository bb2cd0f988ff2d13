import type { AppError } from '#annotations/model/result'

/** An error as a shell shows it where there is no page: what happened, what was kept, what to do. */
export function errorParagraphs({ message, kept, next }: AppError): string {
  return [message, kept, next].filter((part) => part !== undefined).join('\n\n')
}
