import { speakerOf } from '../../model/highlight'
import type { SpeakerId } from '../../model/ids'
import { fail, ok, type Result } from '../../model/result'
import type { Speaker } from '../../model/speaker'
import { speakerDirectory } from '../../speakers/directory'
import { fold } from '../../text/fold'
import type { ActionContext, Plan } from '../action'
import type { Change } from '../change-set'
import type { RecordsView } from '../records'
import { counted, quoted } from './wording'

/** Speakers are named by any of their wordings. Makes several one: the name given, with every wording of them. */
export function mergeSpeakers(wordings: readonly string[], name: string): Plan<{ readonly name: string }> {
  return (records, context) => {
    const wanted = name.trim()
    const directory = speakerDirectory(records.speakers.values())
    const keys = new Set(wordings.map(directory.keyOf))
    if (wanted === '') return fail('invalid-input', 'A speaker needs a name.')
    if (keys.size < 2)
      return fail('invalid-input', 'These are one speaker already.', { next: 'Choose another to merge with.' })
    const taken = takenBy(records, wanted, keys)
    if (taken) return taken
    const merged = [...records.speakers.values()].filter(({ id }) => keys.has(id))
    const all = [...merged.flatMap((speaker) => [speaker.name, ...speaker.aliases]), ...wordings]
    const [first, ...gone] = merged.toSorted((a, b) => (a.id < b.id ? -1 : 1))
    const note = merged.map((speaker) => speaker.note).filter((text) => text !== '')
    const after = speakerAfter(first, context, { name: wanted, aliases: others(all, wanted), note: note.join('\n') })
    return ok({
      label: `Merge ${counted(keys.size, 'speaker')} into ${quoted(wanted)}`,
      changes: [...gone.map(removed), changed(first, after)],
      name: wanted,
    })
  }
}

export type SpeakerPatch = { readonly name?: string | undefined; readonly note?: string | undefined }

/** Gives a speaker another name, or a note. What is typed in highlights stays, and still means the same speaker. */
export function editSpeaker(wording: string, patch: SpeakerPatch): Plan<{ readonly name: string }> {
  return (records, context) => {
    const directory = speakerDirectory(records.speakers.values())
    const before = directory.find(wording)
    const typed = typedWordings(records)
    if (!before && !typed.has(fold(wording))) return speakerMissing()
    const old = before?.name ?? typed.get(fold(wording)) ?? wording
    const name = patch.name?.trim() ?? old
    const note = patch.note?.trim() ?? before?.note ?? ''
    if (name === '') return fail('invalid-input', 'A speaker needs a name.')
    const label = name === old ? 'Edit note of a speaker' : `Call ${quoted(old)} ${quoted(name)}`
    if (name === old && note === (before?.note ?? '')) return ok({ label, changes: [], name })
    const taken = takenBy(records, name, new Set([directory.keyOf(wording)]))
    if (taken) return taken
    const aliases = others([old, ...(before?.aliases ?? [])], name)
    return ok({ label, changes: settled(before, speakerAfter(before, context, { name, aliases, note }), typed), name })
  }
}

/** Takes wordings out of a speaker again; each is then a speaker of its own. */
export function splitSpeaker(id: SpeakerId, wordings: readonly string[]): Plan {
  return (records, context) => {
    const before = records.speakers.get(id)
    if (!before) return speakerMissing()
    const out = new Set(wordings.map(fold))
    const all = [before.name, ...before.aliases]
    const stay = all.filter((wording) => !out.has(fold(wording)))
    const [first] = stay
    const taken = all.filter((wording) => out.has(fold(wording)))
    const label =
      taken.length === 1 && taken[0] !== undefined
        ? `Split ${quoted(taken[0])} off`
        : `Split ${counted(taken.length, 'name')} off ${quoted(before.name)}`
    if (taken.length === 0) return ok({ label, changes: [] })
    if (first === undefined) return ok({ label: `Split ${quoted(before.name)} up`, changes: [removed(before)] })
    const after = speakerAfter(before, context, { name: first, aliases: others(stay, first), note: before.note })
    return ok({ label, changes: settled(before, after, typedWordings(records)) })
  }
}

/** A speaker of one wording, spelled as it is typed and without a note, is no decision: it needs no record. */
function settled(before: Speaker | undefined, after: Speaker, typed: ReadonlyMap<string, string>): Change[] {
  const isPlain =
    after.aliases.length === 0 && after.note === '' && (typed.get(fold(after.name)) ?? after.name) === after.name
  if (!isPlain) return [changed(before, after)]
  return before ? [removed(before)] : []
}

/** What attributions say, by its folded form: the spelling that is first met. */
function typedWordings(records: RecordsView): ReadonlyMap<string, string> {
  const typed = new Map<string, string>()
  for (const highlight of records.highlights.values()) {
    const speaker = speakerOf(highlight)
    if (speaker !== null && !typed.has(fold(speaker))) typed.set(fold(speaker), speaker)
  }
  return typed
}

/** A name that means somebody else already: a refusal. Null when it is free, or one of those that are changed. */
function takenBy(records: RecordsView, name: string, keys: ReadonlySet<string>): Result<never> | null {
  const directory = speakerDirectory(records.speakers.values())
  if (keys.has(directory.keyOf(name))) return null
  const owner = directory.find(name)?.name ?? typedWordings(records).get(fold(name))
  if (owner === undefined) return null
  return fail('duplicate', `${quoted(owner)} is another speaker of this desk.`, {
    next: 'Merge the two if they are one, or choose another name.',
  })
}

/** Each wording but the name once, however it is spelled. */
function others(wordings: readonly string[], name: string): string[] {
  const found = new Map(wordings.toReversed().map((wording) => [fold(wording), wording]))
  found.delete(fold(name))
  return [...found.values()].sort()
}

function speakerAfter(
  before: Speaker | undefined,
  { annotator, ids, now }: ActionContext,
  what: Pick<Speaker, 'name' | 'aliases' | 'note'>,
): Speaker {
  const stamp = before ?? { id: ids.speaker(), annotator, created: now }
  return { id: stamp.id, ...what, annotator: stamp.annotator, created: stamp.created, modified: now }
}

function changed(before: Speaker | undefined, after: Speaker): Change {
  return { kind: 'speaker', id: after.id, before: before ?? null, after }
}

function removed(before: Speaker): Change {
  return { kind: 'speaker', id: before.id, before, after: null }
}

function speakerMissing(): Result<never> {
  return fail('not-found', 'This speaker is not in the desk any more.', {
    next: 'They may have been merged or renamed in another window.',
  })
}
