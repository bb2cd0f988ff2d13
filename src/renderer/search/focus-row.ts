const FIRST = '[data-search-list] [role="row"]'

/** Goes from the box into the list; false when nothing was found. */
export function focusFirstRow(): boolean {
  const rows = document.querySelectorAll<HTMLElement>(FIRST)
  // The first hit, not the article above it.
  const row = rows[1] ?? rows[0]
  row?.focus()
  return row !== undefined
}

/** Goes back into the box. */
export function focusBox(): void {
  document.querySelector<HTMLInputElement>('[data-search-desk]')?.focus()
}
