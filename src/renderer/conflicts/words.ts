import type { ConflictView, VersionView } from '#contract/exchange-views'
import { formatPublished, formatTime } from '../ui/format'

export const KIND_NAMES: { readonly [K in ConflictView['kind']]: string } = {
  article: 'Details of the article',
  revision: 'Asides of the text',
  highlight: 'Highlight',
  link: 'Link',
  verdict: 'Verdict',
}

/** "Ada, 4 May 2026, 14:02": who made a version, and when. */
export function madeWords({ fields, who, when }: VersionView): string {
  if (fields === null) return 'Removed'
  return [who, when === null ? '' : `${formatPublished(when)}, ${formatTime(when)}`].filter(Boolean).join(', ')
}

/** "Note, Tag": which fields differ; what a list shows of a conflict. */
export function differsWords({ here, other }: Pick<ConflictView, 'here' | 'other'>): string {
  if (other.fields === null) return 'Removed here, changed there'
  const fields = here.fields ?? other.fields
  const names = fields.filter(({ differs }) => differs).map(({ label }) => label)
  return names.length === 0 ? 'Differs in how it was carried' : `Differs in ${names.join(', ').toLowerCase()}`
}
