/** Milliseconds after which the virtual list has measured itself and drawn its rows. */
export const DRAWN = 60
const FIRST = '[data-search-list] [role="row"]'

/** Goes from the box into the list, if anything was found. */
export function focusFirstRow(): void {
  const rows = document.querySelectorAll<HTMLElement>(FIRST)
  // The first hit, not the article above it.
  const row = rows[1] ?? rows[0]
  row?.focus()
}

/** Goes back into the box. */
export function focusBox(): void {
  document.querySelector<HTMLInputElement>('[data-search-desk]')?.focus()
}
