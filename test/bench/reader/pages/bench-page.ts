import '@fontsource-variable/source-serif-4'
import '@fontsource-variable/inter'
import '../../../../src/renderer/styles/tokens.css'
import '../../../../src/renderer/styles/base.css'
import type { BenchPage } from '../actions'
import { makeView, ROWS } from '../corpus'

export const rowOfPage = ROWS[Number(new URLSearchParams(location.search).get('row') ?? 0)] ?? ROWS[0]
if (!rowOfPage) throw new Error('There is no such row.')
export const view = makeView(rowOfPage)

/** Serves one kind of reader to the runner. `show` puts the article on the page and returns when that is done. */
export function serve(show: (root: HTMLElement) => void | Promise<void>, actions?: BenchPage['actions']): void {
  window.bench = {
    async load() {
      const root = document.getElementById('root')
      if (!root) throw new Error('The page has no root.')
      await Promise.all(
        ['400 18px', '640 34px'].map((font) => document.fonts.load(`${font} "Source Serif 4 Variable"`)),
      )
      await nextFrame()
      await show(root)
      await nextFrame()
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
