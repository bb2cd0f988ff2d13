import { useLayoutEffect, useMemo, useRef } from 'react'
import { ComboBox, Input, Label, ListBox, ListBoxItem, ListLayout, Popover, Virtualizer } from 'react-aria-components'
import { articleIdSchema } from '#annotations/model/ids'
import { sortArticles } from '../library/rows'
import { LinkingLayer } from '../linking/linking-layer'
import { Reader } from '../reader/reader'
import { AppContext, useApp } from '../state/app-context'
import { errorText } from '../state/app-model'
import type { ComparePlace } from '../state/compare-route'
import type { OpenArticle } from '../state/open-article'
import { useStore } from '../state/store'
import { Empty } from '../ui/empty'
import menu from '../ui/menu.module.css'
import styles from './compare-view.module.css'
import type { Pane } from './pane'

const NAMES = { left: 'Left article', right: 'Right article' } as const

type PaneViewProps = { readonly pane: Pane; readonly place: ComparePlace }

/** One side: which article, and its text. Commands act on the side that was used last. */
export function PaneView({ pane, place }: PaneViewProps) {
  const app = useApp()
  const isActing = useStore(app.acting, (acting) => acting === pane.app)
  const act = () => app.acting.set(pane.app)
  return (
    <section
      className={styles.pane}
      aria-label={NAMES[pane.side]}
      tabIndex={-1}
      data-side={pane.side}
      data-acting={isActing || undefined}
      onFocusCapture={act}
      onPointerDownCapture={act}
    >
      <ArticleChoice pane={pane} place={place} />
      <AppContext value={pane.app}>
        <PaneText pane={pane} />
      </AppContext>
    </section>
  )
}

function ArticleChoice({ pane: { side }, place }: PaneViewProps) {
  const app = useApp()
  const library = useStore(app.library.store, (value) => value)
  const articles = useMemo(
    () =>
      library.state === 'ready'
        ? sortArticles(library.articles.values(), { column: 'published', descending: true })
        : [],
    [library],
  )
  return (
    <ComboBox
      className={styles.choice ?? ''}
      value={place[side]?.id ?? null}
      onChange={(key) => {
        const id = articleIdSchema.safeParse(key)
        if (id.success) app.router.go({ ...place, [side]: { id: id.data, highlight: null } })
      }}
      defaultItems={articles}
      menuTrigger="focus"
    >
      <Label className="visually-hidden">{NAMES[side]}</Label>
      <Input className={styles.choiceInput ?? ''} placeholder="Choose an article" dir="auto" />
      <Popover className={menu.popover ?? ''}>
        <Virtualizer layout={ListLayout} layoutOptions={{ rowSize: 44 }}>
          <ListBox<(typeof articles)[number]> className={styles.choices ?? ''}>
            {({ article }) => (
              <ListBoxItem id={article.id} textValue={article.title} className={styles.option ?? ''}>
                <span className={styles.optionTitle} dir="auto">
                  {article.title}
                </span>
                <span className={styles.optionPaper} dir="auto">
                  {article.publisher}
                </span>
              </ListBoxItem>
            )}
          </ListBox>
        </Virtualizer>
      </Popover>
    </ComboBox>
  )
}

function PaneText({ pane }: { readonly pane: Pane }) {
  const app = useApp()
  const state = useStore(app.reader.store, (value) => value)
  switch (state.state) {
    case 'open':
      return <PaneArticle key={state.article.revision.id} pane={pane} article={state.article} />
    case 'failed':
      return (
        <Empty level={2} title="This article could not be opened">
          {errorText(state.error)}
        </Empty>
      )
    case 'loading':
      return <div className={styles.scroller} aria-busy="true" />
    case 'closed':
      return (
        <Empty level={2} title="No article yet">
          Choose one above to see it beside the other, and the links between the two.
        </Empty>
      )
  }
}

function PaneArticle({ pane, article }: { readonly pane: Pane; readonly article: OpenArticle }) {
  const app = useApp()
  const scroller = useRef<HTMLDivElement>(null)
  const isActing = useStore(app.acting, (acting) => acting === pane.app)
  useLayoutEffect(() => {
    pane.scroller.set(scroller.current)
    return () => {
      pane.scroller.set(null)
      pane.geometry.set(null)
    }
  }, [pane])
  return (
    <div className={styles.scroller} ref={scroller}>
      <Reader article={article} geometry={pane.geometry} scroller={scroller} />
      {isActing && <LinkingLayer article={article} scroller={scroller} />}
    </div>
  )
}
