import { textOf } from '#annotations/model/article'
import type { ArticleDraft } from '#annotations/model/article-draft'
import type { ImportColumns, ImportFailure, ImportTwin } from '#contract/import-views'
import { errorText } from '../state/app-model'
import { count, formatNumber } from '../ui/format'

/** What a column can hold, in the order in which it is asked for. */
export const COLUMN_FIELDS: readonly { readonly field: keyof ImportColumns; readonly label: string }[] = [
  { field: 'text', label: 'Text of the article' },
  { field: 'title', label: 'Title' },
  { field: 'publisher', label: 'Publisher' },
  { field: 'byline', label: 'Byline' },
  { field: 'published', label: 'Date' },
  { field: 'url', label: 'Address' },
  { field: 'language', label: 'Language' },
]

/** UTF-16 units of an article's beginning that the preview shows. */
const BEGINNING = 280
/** Failures that a notice spells out; the preview has listed them all. */
const MOST_TOLD = 3

/** The first words of an article below its title, without what stands around it. */
export function beginningOf({ blocks, title }: ArticleDraft): string {
  const body = blocks.filter(({ aside, text }) => !aside && text !== title)
  return textOf(body.slice(0, 4)).slice(0, BEGINNING)
}

/** "14 paragraphs, 3 of them set aside as not part of the article." */
export function sizeOf({ blocks }: ArticleDraft): string {
  const asides = blocks.filter(({ aside }) => aside).length
  const paragraphs = count(blocks.length, 'paragraph')
  return asides === 0 ? `${paragraphs}.` : `${paragraphs}, ${asides} of them set aside as not part of the article.`
}

/** What an article repeats, and what becomes of it. */
export function twinText({ kind, id, title }: ImportTwin): string {
  const where = id === null ? 'among these' : 'in the desk'
  switch (kind) {
    case 'same':
      return `The same text is ${where} already, as “${title}”. It is left out unless you tick it.`
    case 'near':
      return `Nearly the same text is ${where} already, as “${title}”. Untick it to leave it out.`
    case 'other':
      return `“${title}” ${where} has much of this text, or the same address. Untick this one to leave it out.`
  }
}

/** "2 of 12 could not be read". */
export function failureHeading(failed: number, read: number): string {
  return `${formatNumber(failed)} of ${formatNumber(failed + read)} could not be read`
}

/** What did not come in and why, for the notice after adding; null when everything did. */
export function leftOutText(failures: readonly ImportFailure[], skipped: number): string | null {
  const told = failures.slice(0, MOST_TOLD).map(({ error }) => error.message)
  const more = failures.length - told.length
  const sentences = [
    ...told,
    ...(more > 0 ? [`${count(more, 'other file')} could not be read either.`] : []),
    ...(skipped > 0 ? [`${count(skipped, 'article')} that you left out did not come in.`] : []),
  ]
  return sentences.length > 0 ? sentences.join(' ') : null
}

/** "Add 3 articles and 1 revision" */
export function addLabel(chosen: readonly { readonly asRevision: boolean }[]): string {
  const revisions = chosen.filter(({ asRevision }) => asRevision).length
  const articles = chosen.length - revisions
  if (revisions === 0) return `Add ${count(articles, 'article')}`
  return `Add ${articles === 0 ? '' : `${count(articles, 'article')} and `}${count(revisions, 'revision')}`
}

/** A failure as one sentence after the other. */
export function failureText({ error }: ImportFailure): string {
  return errorText(error)
}

/** "text from “body”, title from “headline”.": what a table's columns were taken for. */
export function columnsText(columns: ImportColumns): string {
  const named = COLUMN_FIELDS.flatMap(({ field, label }) => {
    const column = columns[field]
    return column === undefined ? [] : [`${label.toLowerCase()} from “${column}”`]
  })
  return `${named.join(', ')}.`
}
