import { FIGURE_TOKENS, type Palette, type Token } from './relation-look'

/** The colours of the theme that is shown. */
export function readPalette(): Palette {
  const style = getComputedStyle(document.documentElement)
  const written = (token: Token) => style.getPropertyValue(token).trim()
  // A thread, or a picture that is opened elsewhere, does not know the system's colours by their names.
  const colourOf = matchMedia('(forced-colors: active)').matches ? asShown(written) : written
  // Every token has its colour: the list is the type.
  return Object.fromEntries(FIGURE_TOKENS.map((token) => [token, colourOf(token)])) as Palette
}

/** Colours as numbers, `rgb(…)`, whatever they are written as. */
function asShown(written: (token: Token) => string): (token: Token) => string {
  return (token) => {
    const probe = document.createElement('span')
    probe.style.color = written(token)
    document.body.append(probe)
    const { color } = getComputedStyle(probe)
    probe.remove()
    return color
  }
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
