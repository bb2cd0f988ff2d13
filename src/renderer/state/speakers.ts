import type { Client } from '#contract/client'
import type { SpeakerList } from '#contract/speaker-methods'
import { createLive, type Live } from './live'
import type { Router } from './route'
import { ALL_SPEAKERS, type SpeakersPlace } from './speakers-route'
import { createStore, type Store } from './store'

export type Speakers = Live<SpeakerList> & {
  /** How the list was looked at last, to return to it. */
  readonly last: Store<SpeakersPlace>
}

/** Everyone who is cited. */
export function createSpeakers(client: Client, router: Router): Speakers {
  const last = createStore<SpeakersPlace>(ALL_SPEAKERS)
  const note = () => {
    const route = router.route.get()
    if (route.view === 'speakers') last.set(route)
  }
  router.route.subscribe(note)
  note()
  return { ...createLive(client, () => client.call('speaker.rows', {})), last }
}
