import type { ReactNode } from 'react'
import { Link } from 'react-aria-components'
import type { ArticleId, HighlightId } from '#annotations/model/ids'
import { formatRoute } from '../state/route'
import figure from './figure.module.css'
import panel from './figure-panel.module.css'

/** A drawing with the panel that reads it out beside it. */
export function FigureBody({ title, beside, children }: FigureBodyProps) {
  return (
    <div className={figure.body}>
      {children}
      <div className={panel.panel}>
        <h2 className={panel.panelTitle}>{title}</h2>
        {beside}
      </div>
    </div>
  )
}

type FigureBodyProps = { readonly title: string; readonly beside: ReactNode; readonly children: ReactNode }

type OpenInReaderProps = { readonly article: ArticleId; readonly highlight: HighlightId | null }

/** The way from what is read beside a drawing to its place in the text. */
export function OpenInReader({ article, highlight }: OpenInReaderProps) {
  return (
    <Link className={panel.open ?? ''} href={formatRoute({ view: 'article', id: article, highlight })}>
      Open in reader
    </Link>
  )
}
