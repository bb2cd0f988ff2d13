import { type RefObject, useDeferredValue, useLayoutEffect, useRef, useState } from 'react'
import type { OpenArticle } from '../state/open-article'
import type { Store } from '../state/store'
import { ArticleHeader } from './article-header'
import type { Geometry } from './geometry'
import styles from './reader.module.css'
import { ReaderTools } from './reader-tools'
import { createTextView, type TextView } from './text-view'

type ReaderProps = {
  readonly article: OpenArticle
  readonly geometry: Store<Geometry | null>
  readonly scroller: RefObject<HTMLDivElement | null>
}

/** The article as it is read: what is known of it, its text, and over the text what is done with it. */
export function Reader({ article, geometry, scroller }: ReaderProps) {
  const column = useRef<HTMLElement>(null)
  const host = useRef<HTMLDivElement>(null)
  const [view, setView] = useState<TextView | null>(null)
  // Its counts may come a moment after the passage that changed them: the page would be laid out twice in one go.
  const counted = useDeferredValue(article)
  const { revision, text } = article
  const { title, language, direction } = article.article

  useLayoutEffect(() => {
    if (!host.current) return
    const made = createTextView(host.current, revision.blocks, text.length, title)
    setView(made)
    return () => {
      setView(null)
      made.destroy()
    }
  }, [revision, text, title])

  return (
    <article
      ref={column}
      className={styles.column}
      aria-label={title}
      dir={direction}
      lang={language ?? undefined}
      data-article-text=""
    >
      <ArticleHeader article={counted} />
      <div ref={host} className={styles.text} tabIndex={-1} />
      {view && column.current && scroller.current && (
        <ReaderTools
          article={article}
          view={view}
          geometry={geometry}
          column={column.current}
          scroller={scroller.current}
        />
      )}
    </article>
  )
}
