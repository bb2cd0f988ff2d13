import { FIGURE_TOKENS, type Palette } from './relation-look'

/** The colours of the theme that is shown. */
export function readPalette(): Palette {
  const style = getComputedStyle(document.documentElement)
  // Every token has its colour: the list is the type.
  return Object.fromEntries(FIGURE_TOKENS.map((token) => [token, style.getPropertyValue(token).trim()])) as Palette
}

/** Tells whenever the theme or the wanted contrast changes, until the function that it gives back is called. */
export function watchPalette(listener: () => void): () => void {
  const observer = new MutationObserver(listener)
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
  const queries = ['(prefers-contrast: more)', '(forced-colors: active)'].map((query) => matchMedia(query))
  for (const query of queries) query.addEventListener('change', listener)
  return () => {
    observer.disconnect()
    for (const query of queries) query.removeEventListener('change', listener)
  }
}
