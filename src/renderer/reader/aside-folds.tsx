import { ChevronRight } from 'lucide-react'
import { useLayoutEffect, useMemo, useState } from 'react'
import { Button } from 'react-aria-components'
import { type Store, useStore } from '../state/store'
import { count } from '../ui/format'
import styles from './aside-folds.module.css'
import { type AsideRun, asideRuns, isOpenRun } from './asides'
import type { Geometry } from './geometry'
import type { Parts } from './parts'

type AsideFoldsProps = { readonly parts: Parts; readonly geometry: Store<Geometry | null> }

/**
 * Folds what is no part of the article, and lets it be unfolded. A folded block keeps its place in the document, without
 * height: offsets, positions and the measured layout stay in step.
 */
export function AsideFolds({ parts, geometry }: AsideFoldsProps) {
  const { app, article, view, passages } = parts
  const byHand = useStore(app.reader.asides, (value) => value)
  const active = useStore(app.reader.active, (id) => id)
  const proposal = useStore(app.reader.proposal, (span) => span)
  const layout = useStore(geometry, (value) => value)
  const runs = useMemo(() => asideRuns(article.revision.blocks), [article.revision.blocks])
  const shown = runs.map((run) => ({
    run,
    open: isOpenRun(run, byHand, ({ start, end }) => passages.overlapping(start, end).length > 0),
  }))
  const openRuns = shown.flatMap(({ run, open }) => (open ? [run.first] : [])).join()

  useLayoutEffect(() => {
    const open = new Set(openRuns.split(',').map(Number))
    for (const run of runs) {
      for (let block = run.first; block < run.first + run.count; block++)
        view.blockElement(block)?.toggleAttribute('data-folded', openRuns === '' || !open.has(run.first))
    }
  }, [view, runs, openRuns])

  // What is pointed to must be seen, also in an aside that was folded by hand.
  const passage = active === null ? undefined : passages.find(active)
  const pointed = proposal ?? passage
  useLayoutEffect(() => {
    const run = pointed && runs.find(({ start, end }) => start < pointed.end && pointed.start < end)
    if (run) app.reader.asides.set((old) => new Map(old).set(run.first, 'open'))
  }, [app, runs, pointed])

  return shown.map(({ run, open }) => (
    <Fold
      key={run.first}
      run={run}
      open={open}
      parts={parts}
      layout={layout}
      onPress={() => app.reader.asides.set((old) => new Map(old).set(run.first, open ? 'folded' : 'open'))}
    />
  ))
}

type FoldProps = {
  readonly run: AsideRun
  readonly open: boolean
  readonly parts: Parts
  readonly layout: Geometry | null
  readonly onPress: () => void
}

function Fold({ run, open, parts: { view, column }, layout, onPress }: FoldProps) {
  const [top, setTop] = useState<number | null>(null)
  useLayoutEffect(() => {
    const block = view.blockElement(run.first)
    if (layout && block) setTop(block.getBoundingClientRect().top - column.getBoundingClientRect().top)
  }, [view, column, layout, run.first])
  if (top === null) return null
  return (
    <div className={styles.line} style={{ top }} lang="en" dir={column.dir || 'ltr'}>
      <Button className={styles.fold ?? ''} aria-expanded={open} onPress={onPress}>
        <ChevronRight size={14} aria-hidden="true" className={styles.arrow ?? ''} />
        {count(run.count, 'aside')}, not part of the article
      </Button>
    </div>
  )
}
