import { count, formatPublished } from '../ui/format'
import type { Box } from './scene'
import { ROLE_NAMES } from './story-events'

/** What ends a sentence, inside quotation marks or brackets too. */
const END = /[.!?…۔؟]["'”’»)\]]*$/u

/** A mark as a screen reader says it. */
export function markWords({ mark, article, counts, role }: Box, lane: string | null): string {
  const who = lane ?? 'No publisher'
  const date = article.published === null ? 'no date' : formatPublished(article.published)
  const tags = [count(counts.claim, 'claim'), count(counts.attribution, 'attribution'), count(counts.denial, 'denial')]
  const what =
    mark.articles.length > 1
      ? `${count(mark.articles.length, 'article')} from ${date}`
      : `${date}: ${article.title}${article.revisions > 1 ? `, ${count(article.revisions, 'text')}` : ''}`
  return [sentence(`${who}, ${what}`), role === null ? '' : `${ROLE_NAMES[role]}.`, `${tags.join(', ')}.`]
    .filter(Boolean)
    .join(' ')
}

/** With a full stop, unless it ends in one or the like. */
function sentence(words: string): string {
  return END.test(words) ? words : `${words}.`
}
