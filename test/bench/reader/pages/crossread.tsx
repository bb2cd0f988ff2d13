import { useMemo, useRef } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { describePassage } from '../../../../annotations/anchoring/describe'
import { textOf } from '../../../../annotations/model/article'
import type { Highlight } from '../../../../annotations/model/highlight'
import { createIdSource } from '../../../../annotations/model/ids'
import column from '../../../../src/renderer/reader/article-view.module.css'
import type { Geometry } from '../../../../src/renderer/reader/geometry'
import { Reader } from '../../../../src/renderer/reader/reader'
import { AppContext } from '../../../../src/renderer/state/app-context'
import { type AppModel, createAppModel } from '../../../../src/renderer/state/app-model'
import { WHOLE_LIBRARY } from '../../../../src/renderer/state/library-route'
import type { OpenArticle } from '../../../../src/renderer/state/open-article'
import { createStore, useStore } from '../../../../src/renderer/state/store'
import { stubClient } from '../stub-client'
import { firstHighlight, serve, view, warmUp } from './bench-page'

const made = await createAppModel(stubClient([view, warmUp]))
if (!made.ok) throw new Error(made.error.message)
const app = made.value
const ids = createIdSource(
  () => Date.now(),
  (bytes) => crypto.getRandomValues(bytes),
)
const text = textOf(view.revision.blocks)
let changed: Highlight = firstHighlight
let count = 0

// The app is up before an article is opened in it.
const root = document.getElementById('root')
if (root) flushSync(() => createRoot(root).render(<Page app={app} />))

serve({
  show: (_root, { article }) => app.reader.show({ view: 'article', id: article.id, highlight: null }),
  clear: () => app.reader.show(WHOLE_LIBRARY),
  actions: {
    add: () => tell({ ...firstHighlight, id: ids.highlight(), anchor: anchorAt(5 + 7 * count++, 60) }, null),
    change() {
      const before = changed
      changed = { ...firstHighlight, anchor: anchorAt(firstHighlight.anchor.start, 40 + 9 * count++) }
      tell(changed, before)
    },
    hover: () => app.reader.hovered.set(app.reader.hovered.get() === null ? firstHighlight.id : null),
  },
})

function anchorAt(start: number, length: number) {
  return describePassage(text, start, start + length)
}

function tell(after: Highlight, before: Highlight | null): void {
  app.reader.change({
    label: 'Bench',
    kind: 'do',
    changes: [{ kind: 'highlight', id: after.id, before, after }],
    summaries: [],
    removedArticles: [],
    unlisted: false,
    briefs: [],
    undo: { undo: null, redo: null },
    hasSample: false,
  })
}

function Page({ app }: { readonly app: AppModel }) {
  const article = useStore(app.reader.store, (state) => (state.state === 'open' ? state.article : null))
  return <AppContext value={app}>{article && <Column key={article.revision.id} article={article} />}</AppContext>
}

/** The article's column in its scroller, as the app shows it; the cards beside it are no part of this measure. */
function Column({ article }: { readonly article: OpenArticle }) {
  const scroller = useRef<HTMLDivElement>(null)
  const geometry = useMemo(() => createStore<Geometry | null>(null), [])
  return (
    <div className={column.scroller} ref={scroller} style={{ height: '100vh' }}>
      <Reader article={article} geometry={geometry} scroller={scroller} />
    </div>
  )
}
