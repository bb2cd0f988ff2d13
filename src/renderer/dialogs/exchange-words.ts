import type { ExchangePreview, LabelMap } from '#contract/exchange-views'
import { count } from '../ui/format'

type Counts = ExchangePreview['counts']

/** "2 articles, 10 highlights and 3 links": what an import brings; null when it brings nothing. */
export function bringsWords({ articles, highlights, links, verdicts, speakers }: Counts): string | null {
  const parts = [
    articles > 0 && count(articles, 'article'),
    highlights > 0 && count(highlights, 'highlight'),
    links > 0 && count(links, 'link'),
    verdicts > 0 && count(verdicts, 'verdict'),
    speakers > 0 && count(speakers, 'speaker'),
  ].filter((part) => part !== false)
  if (parts.length === 0) return null
  return parts.length === 1 ? (parts[0] ?? null) : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}

/** What becomes of the records that are not simply new, as sentences. */
export function standingWords({ same, updated, older, removed, matched, conflicts }: Counts): readonly string[] {
  const are = (number: number) => (number === 1 ? 'is' : 'are')
  return [
    matched > 0 && `${count(matched, 'article')} ${are(matched)} known here by text or address.`,
    same > 0 && `${count(same, 'record')} ${are(same)} in this desk already.`,
    updated > 0 && `${count(updated, 'record')} went on there, and ${are(updated)} brought up to date.`,
    older > 0 && `${count(older, 'record')} ${are(older)} newer here, and ${are(older)} kept.`,
    removed > 0 &&
      `${count(removed, 'record')} that ${removed === 1 ? 'was' : 'were'} removed here ${are(removed)} left out.`,
    conflicts > 0 &&
      `${count(conflicts, 'record')} ${conflicts === 1 ? 'differs' : 'differ'}: both versions are kept until you decide.`,
  ].filter((sentence) => sentence !== false)
}

/** Whether importing would do anything at all. */
export function isEmptyImport(counts: Counts): boolean {
  return bringsWords(counts) === null && counts.updated === 0 && counts.conflicts === 0
}

/** What the labels of a preview mean, as they stand. */
export function labelsOf({ tags, relations }: Pick<ExchangePreview, 'tags' | 'relations'>): LabelMap {
  return {
    tags: Object.fromEntries(
      tags.flatMap(({ label, meaning }) => (meaning === undefined ? [] : [[label, meaning] as const])),
    ),
    relations: Object.fromEntries(
      relations.flatMap(({ label, meaning }) =>
        meaning === undefined || meaning === null ? [] : [[label, meaning] as const],
      ),
    ),
  }
}
