import type { RefObject } from 'react'
import type { Geometry } from '../reader/geometry'
import type { OpenArticle } from '../state/open-article'
import type { Store } from '../state/store'

type RailProps = {
  readonly article: OpenArticle
  readonly geometry: Store<Geometry | null>
  readonly scroller: RefObject<HTMLDivElement | null>
}

export function Rail({ article }: RailProps) {
  return <aside aria-label="Highlights">{article.highlights.length}</aside>
}
