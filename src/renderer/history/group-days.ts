import type { HistoryEntry } from '#contract/views'
import { formatDay } from '../ui/format'

export type HistoryDay = { readonly name: string; readonly entries: readonly HistoryEntry[] }

/** Groups entries, newest first, by the day they happened on in the reader's time zone. */
export function groupDays(entries: readonly HistoryEntry[], now: Date): readonly HistoryDay[] {
  const days: { name: string; entries: HistoryEntry[] }[] = []
  for (const entry of entries) {
    const name = formatDay(entry.at, now)
    const last = days.at(-1)
    if (last?.name === name) last.entries.push(entry)
    else days.push({ name, entries: [entry] })
  }
  return days
}
