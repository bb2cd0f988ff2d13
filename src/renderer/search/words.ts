import type { SearchPage } from '#contract/search-views'
import { count, formatNumber } from '../ui/format'

/** How much was found, in words. */
export function foundWords({ total }: SearchPage): string {
  return [
    count(total.articles, 'article'),
    total.highlights > 0 && count(total.highlights, 'highlight'),
    total.links > 0 && count(total.links, 'link'),
  ]
    .filter(Boolean)
    .join(' · ')
}

/** How far the index is, or nothing. */
export function indexingWords({ indexing }: SearchPage): string {
  if (indexing === null) return ''
  return indexing.total === 0
    ? 'Still opening the index'
    : `Still indexing: ${formatNumber(indexing.done)} of ${formatNumber(indexing.total)}`
}

/** Which like words were taken, as a sentence for each. */
export function alikeWords({ alike }: SearchPage): readonly string[] {
  return alike.map(({ word, instead }) => {
    const shown = instead.slice(0, 5).map((one) => `“${one}”`)
    const rest = instead.length - shown.length
    return `Like “${word}”: ${shown.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}.`
  })
}
