import type { RefObject } from 'react'
import type { OpenArticle } from '../state/open-article'
import type { Store } from '../state/store'
import type { Geometry } from './geometry'

type ReaderProps = {
  readonly article: OpenArticle
  readonly geometry: Store<Geometry | null>
  readonly scroller: RefObject<HTMLDivElement | null>
}

export function Reader({ article }: ReaderProps) {
  return <article>{article.text}</article>
}
