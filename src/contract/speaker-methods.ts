import { z } from 'zod'
import { speakerIdSchema } from '#annotations/model/ids'
import type { LikelySame } from '#annotations/speakers/likely-same'
import type { SpeakerDossier, SpeakerRow } from '#annotations/speakers/speaker-rows'
import { command, LONG, query } from './method'
import type { Done, HighlightBrief } from './views'

/** Everyone who is cited, and pairs that may be one. */
export type SpeakerList = { readonly rows: readonly SpeakerRow[]; readonly likely: readonly LikelySame[] }

/** All that the desk knows of one speaker; `briefs` holds every passage that it names. */
export type SpeakerView = { readonly dossier: SpeakerDossier; readonly briefs: readonly HighlightBrief[] }

const wording = z.string().min(1).max(1_000)

/** Who says what. A speaker is named by the key of their row, or by any of their wordings. */
export const speakerMethods = {
  /** Names to complete what is typed: what speakers are called, the most often cited first. */
  'speaker.list': query<readonly string[]>()(z.strictObject({})),
  'speaker.rows': query<SpeakerList>()(z.strictObject({}), LONG),
  'speaker.dossier': query<SpeakerView>()(z.strictObject({ speaker: wording })),
  'speaker.merge': command<Done>()(
    z.strictObject({ speakers: z.array(wording).min(2).max(1_000).readonly(), name: wording }),
  ),
  'speaker.edit': command<Done>()(
    z.strictObject({
      speaker: wording,
      patch: z.strictObject({ name: wording.optional(), note: z.string().max(20_000).optional() }),
    }),
  ),
  'speaker.split': command<Done>()(
    z.strictObject({ id: speakerIdSchema, wordings: z.array(wording).min(1).readonly() }),
  ),
} as const
