import { useMemo, useState } from 'react'
import { useApp } from '../state/app-context'
import type { OpenArticle } from '../state/open-article'
import { type Store, useStore } from '../state/store'
import { AsideFolds } from './aside-folds'
import { CaretLayer } from './caret-layer'
import { EdgeHandles } from './edge-handles'
import type { Geometry } from './geometry'
import type { Parts } from './parts'
import { createPassages } from './passages'
import { ProposalMark } from './proposal-mark'
import { SelectionBar } from './selection-bar'
import { type Stack, StackMenu } from './stack-menu'
import type { TextView } from './text-view'
import { useChangeMarks } from './use-change-marks'
import { useEscape } from './use-escape'
import { usePainter } from './use-painter'
import { usePointer } from './use-pointer'
import { useReveal } from './use-reveal'
import { useSelection } from './use-selection'

type ReaderToolsProps = Pick<Parts, 'article' | 'view' | 'column' | 'scroller'> & {
  readonly article: OpenArticle
  readonly view: TextView
  readonly geometry: Store<Geometry | null>
}

/** Everything that is drawn over the text and done with it. */
export function ReaderTools({ article, view, geometry, column, scroller }: ReaderToolsProps) {
  const app = useApp()
  const resizing = useStore(app.reader.resizing, (value) => value)
  const { highlights, revision, text } = article
  const passages = useMemo(
    () => createPassages(highlights, revision.id, text.length, resizing),
    [highlights, revision.id, text.length, resizing],
  )
  const parts: Parts = { app, article, view, passages, column, scroller }
  const [stack, setStack] = useState<Stack | null>(null)

  useChangeMarks(parts)
  useReveal(parts)
  usePainter(parts, geometry)
  useSelection(parts)
  usePointer(parts, stack, setStack)
  useEscape(parts)
  return (
    <>
      {/* First, so that Tab leads from a selection to its bar. */}
      {article.isNewest && <SelectionBar parts={parts} geometry={geometry} />}
      <AsideFolds parts={parts} geometry={geometry} />
      {article.isNewest && <EdgeHandles parts={parts} geometry={geometry} />}
      <CaretLayer parts={parts} geometry={geometry} openStack={setStack} />
      <ProposalMark parts={parts} geometry={geometry} />
      {stack && <StackMenu parts={parts} stack={stack} onClose={() => setStack(null)} />}
    </>
  )
}
