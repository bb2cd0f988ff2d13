/** For who empties a filter from where nothing is found: the button goes with it, and takes the focus along. */
export function focusFilter(): void {
  document.querySelector<HTMLElement>('main input[type="search"]')?.focus()
}
