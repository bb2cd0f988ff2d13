import type { ExchangePreview, LabelMap } from '#contract/exchange-views'
import { count } from '../ui/format'

type Counts = ExchangePreview['counts']

/** "2 articles, 10 highlights and 3 links": what an import brings; null when it brings nothing. */
function bringsWords({ articles, highlights, links, verdicts, speakers }: Counts): string | null {
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

/** Whether importing would do anything at all. */
export function isEmptyImport(counts: Counts): boolean {
  return bringsWords(counts) === null && counts.updated === 0 && counts.conflicts === 0
}

/** What an import would bring, or why it would bring nothing; goes on after the file's name and a colon. */
export function leadWords({ counts, tags, faultCount }: ExchangePreview): string {
  const brings = bringsWords(counts)
  if (brings !== null) return `${brings}.`
  if (!isEmptyImport(counts)) return 'nothing new.'
  const { same, older, removed, waiting } = counts
  const known = same + older + waiting
  const isUnsaid = tags.some(({ meaning }) => meaning === undefined || meaning === null)
  const all = isUnsaid
    ? 'all that has a meaning here'
    : faultCount > 0
      ? 'all of it that can be read'
      : 'everything in it'
  if (known + removed === 0)
    return isUnsaid ? 'nothing to import as long as its labels mean nothing here.' : 'nothing in it can be imported.'
  if (known === 0) return `${all} was removed here.`
  if (removed > 0 || older + waiting > 0) return 'nothing new.'
  return `${all} is in this desk already: ${count(same, 'record')}.`
}

/** What becomes of the records that are not simply new, as sentences; of what is only there already, `leadWords` has said it. */
export function standingWords(counts: Counts): readonly string[] {
  const { same, updated, older, removed, matched, conflicts, waiting } = counts
  const isAllSame = isEmptyImport(counts) && older + removed + waiting === 0
  const are = (number: number) => (number === 1 ? 'is' : 'are')
  return [
    matched > 0 && `${count(matched, 'article')} ${are(matched)} known here by text or address.`,
    same > 0 && !isAllSame && `${count(same, 'record')} ${are(same)} in this desk already.`,
    updated > 0 && `${count(updated, 'record')} went on there, and ${are(updated)} brought up to date.`,
    older > 0 && `${count(older, 'record')} ${are(older)} newer here, or decided already, and ${are(older)} kept.`,
    removed > 0 &&
      `${count(removed, 'record')} that ${removed === 1 ? 'was' : 'were'} removed here ${are(removed)} left out.`,
    conflicts > 0 &&
      `${count(conflicts, 'record')} ${conflicts === 1 ? 'differs' : 'differ'}: both versions are kept until you decide.`,
    waiting > 0 &&
      `${count(waiting, 'conflict')} of an earlier import or merge still ${waiting === 1 ? 'waits' : 'wait'} for your decision.`,
  ].filter((sentence) => sentence !== false)
}

/** What came of an import; goes on before the file's name. */
export function outcomeWords(counts: Counts): string {
  const brings = bringsWords(counts)
  if (brings !== null) return `${brings} came from`
  const { updated, conflicts } = counts
  if (updated > 0) return `${count(updated, 'record')} ${updated === 1 ? 'was' : 'were'} brought up to date from`
  return conflicts > 0
    ? `Nothing new, but another version of ${count(conflicts, 'record')}, came from`
    : 'Nothing new came from'
}

type Faults = Pick<ExchangePreview, 'faultCount' | 'recordsAtFault'>

/** What is wrong with a file, in a line: records can be counted, and what is missing from a file that breaks off cannot. */
export function faultsHeading({ faultCount, recordsAtFault }: Faults): string {
  const records = `${count(recordsAtFault, 'record')} ${recordsAtFault === 1 ? 'is' : 'are'} at fault`
  if (faultCount === recordsAtFault) return records
  return recordsAtFault === 0 ? 'Not all of it can be read' : `Not all of it can be read, and ${records}`
}

/** What to know before what can be read is imported without the rest. */
export function faultsAdvice({ faultCount, recordsAtFault }: Faults, isEmpty: boolean): string | null {
  if (faultCount === recordsAtFault) return isEmpty ? 'There is nothing else in it to import.' : null
  const unknown = 'How many records were in what is missing cannot be known.'
  return isEmpty
    ? `${unknown} There is nothing else in it to import: get the whole file again.`
    : `${unknown} If you can get the whole file, import that instead.`
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
