import { FIGURE_TOKENS, type Palette, type Token } from './relation-look'

const FORCED = '(forced-colors: active)'

/** The colours of the theme that is shown, or the system's where it forces its own. */
export function readPalette(): Palette {
  const style = getComputedStyle(document.documentElement)
  const words = FIGURE_TOKENS.map((token) => [token, style.getPropertyValue(token).trim()] as const)
  const colours = matchMedia(FORCED).matches ? forced(words) : words
  // Every token has its colour: the list is the type.
  return Object.fromEntries(colours) as Palette
}

/** What elements that are forced get from the system, and a drawing has to take by itself. */
const SYSTEM: { readonly [T in Token]?: string } = {
  '--accent': 'Highlight',
  '--accent-ink': 'HighlightText',
  '--accent-soft': 'Canvas',
  '--focus': 'Highlight',
  '--claim-soft': 'Canvas',
  '--attribution-soft': 'Canvas',
  '--denial-soft': 'Canvas',
}

/** System colours as what they are here: the canvas of a worker and a saved picture know others by the same names. */
function forced(words: readonly (readonly [Token, string])[]): (readonly [Token, string])[] {
  const probe = document.createElement('i')
  probe.style.forcedColorAdjust = 'none'
  document.body.append(probe)
  const colours = words.map(([token, word]) => {
    probe.style.color = SYSTEM[token] ?? word
    return [token, getComputedStyle(probe).color] as const
  })
  probe.remove()
  return colours
}

/** Tells whenever the theme or the wanted contrast changes, until the function that it gives back is called. */
export function watchPalette(listener: () => void): () => void {
  const observer = new MutationObserver(listener)
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
  const queries = ['(prefers-contrast: more)', FORCED].map((query) => matchMedia(query))
  for (const query of queries) query.addEventListener('change', listener)
  return () => {
    observer.disconnect()
    for (const query of queries) query.removeEventListener('change', listener)
  }
}
