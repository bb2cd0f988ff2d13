import type { Client } from '#contract/client'
import type { SpeakerList } from '#contract/speaker-methods'
import { createLast, createLive, type Live } from './live'
import type { Router } from './route'
import { ALL_SPEAKERS, type SpeakersPlace } from './speakers-route'
import type { Store } from './store'

/** Everyone who is cited, and how the list of them was looked at last. */
export type Speakers = Live<SpeakerList> & { readonly last: Store<SpeakersPlace> }

export function createSpeakers(client: Client, router: Router): Speakers {
  return { ...createLive(client, 'speaker.rows', {}), last: createLast<'speakers'>(router, ALL_SPEAKERS) }
}
