import '@fontsource-variable/source-serif-4'
import '@fontsource-variable/inter'
import '../../../../src/renderer/styles/tokens.css'
import '../../../../src/renderer/styles/base.css'
import { createRoot } from 'react-dom/client'
import main from '../../../../src/renderer/app/app.module.css'
import { CompareView } from '../../../../src/renderer/compare/compare-view'
import { AppContext } from '../../../../src/renderer/state/app-context'
import { createAppModel } from '../../../../src/renderer/state/app-model'
import { stubClient } from '../../reader/stub-client'
import { makePair } from '../corpus'
import type { ComparePage } from '../page'

const links = Number(new URLSearchParams(location.search).get('links') ?? 0)
const pair = makePair(links)
const made = await createAppModel(stubClient(pair))
if (!made.ok) throw new Error(made.error.message)
const app = made.value
const [left, right] = pair
app.router.go({
  view: 'compare',
  sides: [
    { id: left.article.id, highlight: null },
    { id: right.article.id, highlight: null },
  ],
})
const root = document.getElementById('root')
if (root)
  createRoot(root).render(
    <AppContext value={app}>
      <main className={main.main} style={{ blockSize: '100%' }}>
        <CompareView />
      </main>
    </AppContext>,
  )

const page: ComparePage = {
  async scroll(frames, step) {
    const texts = [...document.querySelectorAll('article[data-article-text]')]
    const ports = texts.flatMap((text) => text.parentElement ?? [])
    if (ports.length !== 2) throw new Error('Two articles are not there yet.')
    for (const port of ports) port.scrollTop = 0
    await settle()
    let before = 0
    const times: number[] = []
    performance.mark('bench-start')
    for (let frame = 0; frame < frames; frame++) {
      // Not in step: curves change their form in every frame.
      for (const [at, port] of ports.entries()) port.scrollTop += step * (at === 0 ? 1 : 0.93)
      const now = await nextFrame()
      if (before > 0) times.push(now - before)
      before = now
    }
    performance.mark('bench-end')
    await settle()
    return { times, curves: document.querySelectorAll('[data-tie]').length }
  },
}
window.comparePage = page

function nextFrame(): Promise<number> {
  return new Promise((resolve) => requestAnimationFrame(resolve))
}

async function settle(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 700))
  await nextFrame()
}
