import type { HighlightId } from '#annotations/model/ids'

/** Puts the focus on a card's heading, where the keys walk through the highlights. */
export function focusCard(id: HighlightId): void {
  document
    .querySelector<HTMLElement>(`li[data-highlight-id="${id}"] [data-card-heading]`)
    ?.focus({ preventScroll: true })
}
