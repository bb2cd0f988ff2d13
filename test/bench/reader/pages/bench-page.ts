import '@fontsource-variable/source-serif-4'
import '@fontsource-variable/inter'
import '../../../../src/renderer/styles/tokens.css'
import '../../../../src/renderer/styles/base.css'
import type { ArticleView } from '../../../../src/contract/views'
import type { Action } from '../actions'
import { makeView, ROWS, WARM_UP } from '../corpus'

const row = ROWS[Number(new URLSearchParams(location.search).get('row') ?? 0)]
if (!row) throw new Error('There is no such row.')
export const view = makeView(row)
export const warmUp = makeView(WARM_UP)

/** The highlight that is changed and hovered: the first one, so that it is in view. */
const first = view.highlights.toSorted((a, b) => a.anchor.start - b.anchor.start)[0]
if (!first) throw new Error('The row has no highlight.')
export const firstHighlight = first

/** One kind of reader: `show` puts an article on the page and returns when that is done, `clear` takes it away again. */
export type Kind = {
  readonly show: (root: HTMLElement, view: ArticleView) => void | Promise<void>
  readonly clear: (root: HTMLElement) => void | Promise<void>
  readonly actions?: { readonly [A in Action]: () => void }
}

/** Serves one kind of reader to the runner. */
export function serve({ show, clear, actions }: Kind): void {
  window.bench = {
    async load() {
      const root = document.getElementById('root')
      if (!root) throw new Error('The page has no root.')
      await Promise.all(
        ['400 18px', '640 34px'].map((font) => document.fonts.load(`${font} "Source Serif 4 Variable"`)),
      )
      await show(root, warmUp)
      await nextFrame()
      await clear(root)
      await new Promise((resolve) => setTimeout(resolve, 300))
      await nextFrame()
      performance.mark('bench-start')
      await show(root, view)
      await nextFrame()
      performance.mark('bench-end')
    },
    ...(actions ? { actions } : {}),
  }
}

/** Resolves once the next frame has been laid out and painted. */
function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const channel = new MessageChannel()
      channel.port1.onmessage = () => resolve()
      channel.port2.postMessage(null)
    })
  })
}
