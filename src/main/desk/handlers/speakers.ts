import { editSpeaker, mergeSpeakers, splitSpeaker } from '#annotations/changes/actions/speaker-actions'
import type { HighlightId } from '#annotations/model/ids'
import { fail, ok } from '#annotations/model/result'
import { sortSpeakers } from '#annotations/speakers/arrange'
import { likelyFinder } from '#annotations/speakers/likely-same'
import { type SpeakerDossier, speakerDossier, speakerRows } from '#annotations/speakers/speaker-rows'
import type { Desk } from '../desk'
import { briefsOf } from './briefs'
import { toDone } from './done'
import type { HandlersOf } from './handlers-of'

/** Everyone who is cited, and which of their names are one. */
export function speakerHandlers(desk: Desk): HandlersOf<'speaker'> {
  const { records } = desk
  const likely = likelyFinder()
  /** Actions know speakers by their wordings: a key that is a record's id stands for its name. */
  const wordingOf = (key: string) => [...records.speakers.values()].find(({ id }) => id === key)?.name ?? key
  return {
    'speaker.list': () => ok(sortSpeakers(speakerRows(records), 'cited').map(({ name }) => name)),
    'speaker.rows'() {
      const rows = speakerRows(records)
      return ok({ rows, likely: likely(rows) })
    },
    'speaker.dossier'({ speaker }) {
      const dossier = speakerDossier(records, speaker)
      if (!dossier) {
        return fail('not-found', 'Nobody is cited by this name any more.', {
          next: 'They may have been renamed, or their passages removed: undo brings them back.',
        })
      }
      return ok({ dossier, briefs: briefsOf(records, passagesIn(dossier)) })
    },
    'speaker.merge': async ({ speakers, name }) => toDone(await desk.act(mergeSpeakers(speakers.map(wordingOf), name))),
    'speaker.edit': async ({ speaker, patch }) => toDone(await desk.act(editSpeaker(wordingOf(speaker), patch))),
    'speaker.split': async ({ id, wordings }) => toDone(await desk.act(splitSpeaker(id, wordings))),
  }
}

function* passagesIn({ claims, denials, cited }: SpeakerDossier): Generator<HighlightId> {
  for (const { passage, sources, answers } of [...claims, ...denials, ...cited])
    yield* [passage, ...sources, ...answers]
}
