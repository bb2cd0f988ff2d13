import { type ChangeSetId, changeSetIdSchema } from '#annotations/model/ids'

/** The history as it is looked at: what is searched for, and the change that was left from last. */
export type HistoryPlace = { readonly view: 'history'; readonly text: string; readonly at: ChangeSetId | null }

/** Every change, from the newest on. */
export const WHOLE_HISTORY: HistoryPlace = { view: 'history', text: '', at: null }

/** Reads `q=…&at=chg_…`; what is none is left out. */
export function parseHistory(search: string): HistoryPlace {
  const query = new URLSearchParams(search)
  const at = changeSetIdSchema.safeParse(query.get('at'))
  return { view: 'history', text: query.get('q') ?? '', at: at.success ? at.data : null }
}

export function formatHistory({ text, at }: HistoryPlace): string {
  const parts = [text !== '' && `q=${encodeURIComponent(text)}`, at !== null && `at=${at}`].filter(
    (part) => part !== false,
  )
  return parts.length === 0 ? '#/history' : `#/history?${parts.join('&')}`
}
