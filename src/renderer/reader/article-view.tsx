import { useMemo, useRef } from 'react'
import type { ArticleId } from '#annotations/model/ids'
import { Rail } from '../rail/rail'
import { OrphanPanel } from '../revisions/orphan-panel'
import { useApp } from '../state/app-context'
import type { OpenArticle } from '../state/open-article'
import { createStore, useStore } from '../state/store'
import { Button } from '../ui/button'
import { Failed } from '../ui/failed'
import { Loading } from '../ui/loading'
import styles from './article-view.module.css'
import type { Geometry } from './geometry'
import { Reader } from './reader'

/** One article: its text, and beside it a card for each highlight. Both scroll as one, so cards stay level by themselves. */
export function ArticleView() {
  const app = useApp()
  const state = useStore(app.reader.store, (value) => value)
  switch (state.state) {
    case 'open':
      return <OpenArticleView key={state.article.revision.id} article={state.article} />
    case 'failed':
      return (
        <Failed
          title="This article could not be opened"
          error={state.error}
          onRetry={() => app.reader.show(app.router.route.get())}
          actions={<Button onPress={() => app.router.go(app.lastLibrary.get())}>Go to the library</Button>}
        />
      )
    case 'loading':
      return <Opening id={state.id} />
    case 'closed':
      return null
  }
}

function Opening({ id }: { readonly id: ArticleId }) {
  const title = useStore(useApp().library.store, (library) =>
    library.state === 'ready' ? library.articles.get(id)?.article.title : undefined,
  )
  return (
    <Loading late title={title ?? 'Article'}>
      Opening the article…
    </Loading>
  )
}

function OpenArticleView({ article }: { readonly article: OpenArticle }) {
  const scroller = useRef<HTMLDivElement>(null)
  const geometry = useMemo(() => createStore<Geometry | null>(null), [])
  return (
    <>
      <div className={styles.scroller} ref={scroller}>
        <div className={styles.columns}>
          <Reader article={article} geometry={geometry} scroller={scroller} />
          <Rail article={article} geometry={geometry} scroller={scroller} />
        </div>
      </div>
      <OrphanPanel article={article} />
    </>
  )
}
