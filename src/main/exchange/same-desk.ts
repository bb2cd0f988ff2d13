import type { RecordsView } from '#annotations/changes/records'

/** How many records of each kind there are: with the number of the last line of the history, what two readings of one desk share. */
export function sizesOf(records: RecordsView): string {
  const { articles, revisions, highlights, links, verdicts, speakers, conflicts } = records
  return [articles, revisions, highlights, links, verdicts, speakers, conflicts].map(({ size }) => size).join(' ')
}
