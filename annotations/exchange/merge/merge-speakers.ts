import { counted } from '../../changes/actions/wording'
import type { RecordsView } from '../../changes/records'
import type { Speaker } from '../../model/speaker'
import { fold } from '../../text/fold'
import type { Incoming } from './incoming'
import { judge } from './judge'
import type { Ledger } from './ledger'
import type { Past } from './past'

/** Names of a sentence before it only counts. */
const MOST_LISTED = 5

/**
 * What another desk decided of speakers is not forced on this one: where a name means somebody here already, or both changed the
 * same speaker, this desk's word stands, and that is said.
 */
export function mergeSpeakerRecords(records: RecordsView, { speakers }: Incoming, past: Past, ledger: Ledger): void {
  const owners = new Map<string, string>()
  for (const { id, ...speaker } of records.speakers.values())
    for (const wording of wordingsOf(speaker)) owners.set(wording, id)
  const kept: string[] = []
  for (const theirs of speakers) {
    const { id } = theirs
    const ours = records.speakers.get(id)
    const standing = judge(past, 'speaker', id, ours, theirs)
    const wordings = wordingsOf(theirs)
    const isFree = wordings.every((wording) => (owners.get(wording) ?? id) === id)
    if (isFree && (standing === 'new' || (standing === 'newer' && ours))) {
      ledger.count(standing === 'new' ? 'speakers' : 'updated')
      ledger.changes.push({ kind: 'speaker', id, before: ours ?? null, after: theirs })
      for (const wording of wordings) owners.set(wording, id)
    } else if (standing === 'same' || standing === 'older' || standing === 'removed') ledger.pass(standing)
    else kept.push(theirs.name)
  }
  if (kept.length > 0) {
    const names =
      kept.length > MOST_LISTED ? [...kept.slice(0, MOST_LISTED), `${kept.length - MOST_LISTED} more`] : kept
    ledger.notes.push(
      `This desk has its own word on ${counted(kept.length, 'speaker')}, which stays: ${names.join(', ')}.`,
    )
  }
}

function wordingsOf({ name, aliases }: Pick<Speaker, 'name' | 'aliases'>): readonly string[] {
  return [name, ...aliases].map(fold)
}
