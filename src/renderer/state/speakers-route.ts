import { type HighlightId, highlightIdSchema } from '#annotations/model/ids'
import { SPEAKER_ORDERS, type SpeakerOrder } from '#annotations/speakers/arrange'

/** The list of speakers as it is looked at: what is shown, in which order, and who is open. */
export type SpeakersPlace = {
  readonly view: 'speakers'
  readonly order: SpeakerOrder
  readonly text: string
  /** By their key or any of their wordings: one is read, several are to be merged; the first of the list without any. */
  readonly chosen: readonly string[]
  /** The passage that was left from last. */
  readonly line: HighlightId | null
}

/** Everyone, those who are cited most first. */
export const ALL_SPEAKERS: SpeakersPlace = { view: 'speakers', order: 'cited', text: '', chosen: [], line: null }

/** More are chosen all at once; hundreds of names are no address. */
const MOST_CHOSEN = 20

/** Reads `sort=denials&q=…&speaker=…&speaker=…&line=hl_…`; what it does not know is left out. */
export function parseSpeakers(search: string): SpeakersPlace {
  const query = new URLSearchParams(search)
  return {
    view: 'speakers',
    order: SPEAKER_ORDERS.find((order) => order === query.get('sort')) ?? ALL_SPEAKERS.order,
    text: query.get('q') ?? '',
    chosen: query
      .getAll('speaker')
      .filter((name) => name !== '')
      .slice(0, MOST_CHOSEN),
    line: highlightIdSchema.safeParse(query.get('line')).data ?? null,
  }
}

export function formatSpeakers({ order, text, chosen, line }: SpeakersPlace): string {
  const parts = [
    order !== ALL_SPEAKERS.order && `sort=${order}`,
    text !== '' && `q=${encodeURIComponent(text)}`,
    ...(chosen.length > MOST_CHOSEN ? [] : chosen).map((name) => `speaker=${encodeURIComponent(name)}`),
    line !== null && `line=${line}`,
  ].filter((part) => part !== false)
  return parts.length === 0 ? '#/speakers' : `#/speakers?${parts.join('&')}`
}
