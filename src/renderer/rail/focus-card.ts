import type { HighlightId } from '#annotations/model/ids'

/** The part of a card that takes the focus. */
export const CARD_HEADING = '[data-card-heading]'

/** Puts the focus on a card's heading, where the keys walk through the highlights. */
export function focusCard(id: HighlightId): void {
  headingOf(id)?.focus({ preventScroll: true })
}

/** The heading of a highlight's card, if it is mounted. */
export function headingOf(id: HighlightId): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-highlight-id="${id}"] ${CARD_HEADING}`)
}
