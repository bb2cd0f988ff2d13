import { SPEAKER_ORDERS, type SpeakerOrder } from '#annotations/speakers/arrange'

/** The list of speakers as it is looked at: what is shown, in which order, and who is open. */
export type SpeakersPlace = {
  readonly view: 'speakers'
  readonly order: SpeakerOrder
  readonly text: string
  /** By their key or any of their wordings; the first of the list without it. */
  readonly speaker: string | null
}

/** Everyone, those who are cited most first. */
export const ALL_SPEAKERS: SpeakersPlace = { view: 'speakers', order: 'cited', text: '', speaker: null }

/** Reads `sort=denials&q=…&speaker=…`; what it does not know is left out. */
export function parseSpeakers(search: string): SpeakersPlace {
  const query = new URLSearchParams(search)
  return {
    view: 'speakers',
    order: SPEAKER_ORDERS.find((order) => order === query.get('sort')) ?? ALL_SPEAKERS.order,
    text: query.get('q') ?? '',
    speaker: query.get('speaker') || null,
  }
}

export function formatSpeakers({ order, text, speaker }: SpeakersPlace): string {
  const parts = [
    order !== ALL_SPEAKERS.order && `sort=${order}`,
    text !== '' && `q=${encodeURIComponent(text)}`,
    speaker !== null && `speaker=${encodeURIComponent(speaker)}`,
  ].filter((part) => part !== false)
  return parts.length === 0 ? '#/speakers' : `#/speakers?${parts.join('&')}`
}
