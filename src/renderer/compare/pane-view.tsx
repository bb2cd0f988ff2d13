import { X } from 'lucide-react'
import { useLayoutEffect, useRef } from 'react'
import { LinkingLayer } from '../linking/linking-layer'
import { useScrollAtEdges } from '../linking/use-scroll-at-edges'
import { Reader } from '../reader/reader'
import { AppContext, useApp } from '../state/app-context'
import { type ComparePlace, FEWEST_SIDES, sideNames } from '../state/compare-route'
import type { OpenArticle } from '../state/open-article'
import { useStore } from '../state/store'
import { IconButton } from '../ui/button'
import { Empty } from '../ui/empty'
import { Failed } from '../ui/failed'
import { Loading } from '../ui/loading'
import { ArticleChoice } from './article-choice'
import styles from './compare-view.module.css'
import type { Pane } from './pane'
import { PaneCard } from './pane-card'

type PaneViewProps = {
  readonly pane: Pane
  readonly panes: readonly Pane[]
  readonly place: ComparePlace
  readonly side: number
  readonly articles: readonly (OpenArticle | null)[]
}

/** One side: which article, its text, and what is said about its active highlight. Commands act on the side used last. */
export function PaneView({ pane, panes, place, side, articles }: PaneViewProps) {
  const app = useApp()
  const isActing = useStore(app.acting, (acting) => acting === pane.app)
  const name = sideNames(panes.length)[side] ?? 'left'
  const label = `${name.charAt(0).toUpperCase()}${name.slice(1)} article`
  const act = () => app.acting.set(pane.app)
  return (
    <section
      className={styles.pane}
      aria-label={label}
      tabIndex={-1}
      data-side={side}
      data-acting={isActing || undefined}
      onFocusCapture={act}
      onPointerDownCapture={act}
    >
      <div className={styles.head}>
        <ArticleChoice label={label} place={place} side={side} panes={panes} articles={articles} />
        {panes.length > FEWEST_SIDES && (
          <IconButton
            label={`Close the ${name} article`}
            onPress={() => app.router.go({ ...place, sides: place.sides.toSpliced(side, 1) })}
          >
            <X size={15} />
          </IconButton>
        )}
      </div>
      <AppContext value={pane.app}>
        <PaneText pane={pane} />
      </AppContext>
    </section>
  )
}

function PaneText({ pane }: { readonly pane: Pane }) {
  const app = useApp()
  const state = useStore(app.reader.store, (value) => value)
  const isChosen = useStore(pane.place, (place) => place !== null)
  switch (state.state) {
    case 'open':
      return <PaneArticle key={state.article.revision.id} pane={pane} article={state.article} />
    case 'failed':
      return (
        <div className={styles.message}>
          <Failed
            level={2}
            title="This article could not be opened"
            error={state.error}
            onRetry={() => app.reader.show(app.router.route.get())}
          />
        </div>
      )
    case 'loading':
      return (
        <div className={styles.waiting}>
          <Loading>Opening the article…</Loading>
        </div>
      )
    case 'closed':
      return (
        <div className={styles.message}>
          {isChosen ? (
            <Empty level={2} title="This article was removed">
              Undo brings it back with its highlights and links. Or choose another one above.
            </Empty>
          ) : (
            <Empty level={2} title="No article yet">
              Choose one above to see it beside the other, and the links between the two.
            </Empty>
          )}
        </div>
      )
  }
}

function PaneArticle({ pane, article }: { readonly pane: Pane; readonly article: OpenArticle }) {
  const app = useApp()
  const scroller = useRef<HTMLDivElement>(null)
  const isActing = useStore(app.acting, (acting) => acting === pane.app)
  const dragging = useStore(app.linking.drag, (drag) => drag !== null)
  useScrollAtEdges(scroller, dragging && !isActing)
  useLayoutEffect(() => {
    pane.scroller.set(scroller.current)
    return () => {
      pane.scroller.set(null)
      pane.geometry.set(null)
    }
  }, [pane])
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: arrows and Page Down scroll what has the focus, and nothing in the text takes it. */}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is of a form. */}
      <div className={styles.scroller} ref={scroller} tabIndex={0} role="group" aria-label="Text">
        <Reader article={article} geometry={pane.geometry} scroller={scroller} />
      </div>
      <PaneCard article={article} />
      {isActing && <LinkingLayer scroller={scroller} />}
    </>
  )
}
