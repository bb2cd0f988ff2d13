import type { ReactElement } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import type { Palette } from './relation-look'
import { standalone } from './save-figure'

/** A drawn figure, an `<svg>` whose colours are tokens, as the text of a file. */
export function renderPicture(figure: ReactElement, palette: Palette): string {
  const host = document.createElement('div')
  const root = createRoot(host)
  flushSync(() => root.render(figure))
  const svg = host.querySelector('svg')
  const text = svg === null ? '' : standalone(svg, palette)
  root.unmount()
  return text
}
