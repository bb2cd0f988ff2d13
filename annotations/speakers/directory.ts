import type { Speaker } from '../model/speaker'
import { fold } from '../text/fold'

/** Who is meant by a wording. Case, accents, quotes and spaces do not count. */
export type SpeakerDirectory = {
  /** What the analyst decided of the speaker that a wording means; undefined when nothing was. */
  readonly find: (wording: string) => Speaker | undefined
  /** What the speaker is called: the wording itself, where nothing was decided. */
  readonly nameOf: (wording: string) => string
  /** The same for all wordings of one speaker, and for no other. */
  readonly keyOf: (wording: string) => string
}

/** Made anew for each question: a desk has few speakers that anything was decided of. */
export function speakerDirectory(speakers: Iterable<Speaker>): SpeakerDirectory {
  const byWording = new Map<string, Speaker>()
  for (const speaker of speakers) {
    for (const wording of [speaker.name, ...speaker.aliases]) byWording.set(fold(wording), speaker)
  }
  const find = (wording: string) => byWording.get(fold(wording))
  return {
    find,
    nameOf: (wording) => find(wording)?.name ?? wording,
    keyOf: (wording) => find(wording)?.id ?? fold(wording),
  }
}
