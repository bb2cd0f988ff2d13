import { useEffect, useMemo, useRef } from 'react'
import { isSymmetric, RELATIONS, type Relation, relationWords } from '#annotations/model/relation'
import type { OpenArticle } from '../state/open-article'
import { useStore } from '../state/store'
import { count } from '../ui/format'
import styles from './curve-layer.module.css'
import { heightsOf, level } from './level'
import type { Pane } from './pane'
import { curve, type Tie, tiesBetween, visibility } from './ties'

type CurveLayerProps = { readonly left: Pane; readonly right: Pane }

/** The links between the two sides as curves that keep to their passages. They move with every frame of a scroll, past React. */
export function CurveLayer({ left, right }: CurveLayerProps) {
  const frame = useRef<HTMLDivElement>(null)
  const [one, other] = [useShown(left), useShown(right)]
  const ties = useMemo(() => (one && other ? tiesBetween(one, other) : []), [one, other])
  useCurves(frame, ties, left, right)
  useLitEnds(ties, left, right)
  return (
    <div ref={frame} className={styles.gutter}>
      <p className="visually-hidden" role="status">
        {one && other ? `${count(ties.length, 'link')} between these two articles.` : ''}
      </p>
      <svg className={styles.curves} aria-hidden="true">
        <defs>
          {RELATIONS.map((relation) => (
            <ArrowHead key={relation} relation={relation} />
          ))}
        </defs>
        {ties.map((tie) => (
          <Curve key={tie.link.id} tie={tie} left={left} right={right} />
        ))}
      </svg>
    </div>
  )
}

function useShown(pane: Pane): OpenArticle | null {
  return useStore(pane.app.reader.store, (state) => (state.state === 'open' ? state.article : null))
}

function ArrowHead({ relation }: { readonly relation: Relation }) {
  return (
    <marker
      id={`arrow-${relation}`}
      className={styles.head}
      data-relation={relation}
      viewBox="0 0 8 8"
      refX={7}
      refY={4}
      markerWidth={7}
      markerHeight={7}
      markerUnits="userSpaceOnUse"
      orient="auto-start-reverse"
    >
      <path d="M 0 0 L 8 4 L 0 8 z" />
    </marker>
  )
}

function Curve({ tie: { link, left: from, right: to }, left, right }: { readonly tie: Tie } & CurveLayerProps) {
  const hover = (on: boolean) => {
    left.app.reader.hovered.set(on ? from : null)
    right.app.reader.hovered.set(on ? to : null)
  }
  const follow = () => {
    const [near, far] = left.app.acting.get() === right.app ? [right, left] : [left, right]
    left.app.reader.activate(from)
    right.app.reader.activate(to)
    level(near, far)
  }
  const head = `url(#arrow-${link.relation})`
  const directed = !isSymmetric(link.relation)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: by keyboard, links are followed from their passages
    <g
      className={styles.tie}
      data-tie={link.id}
      onMouseEnter={() => hover(true)}
      onMouseLeave={() => hover(false)}
      onClick={follow}
    >
      <title>{relationWords(link.relation, 'from')}</title>
      <path
        className={styles.line}
        data-relation={link.relation}
        {...(directed && link.to === to ? { markerEnd: head } : {})}
        {...(directed && link.to === from ? { markerStart: head } : {})}
      />
      <path className={styles.reach} />
    </g>
  )
}

/** Lights the other end of the passage under the mouse. */
function useLitEnds(ties: readonly Tie[], left: Pane, right: Pane): void {
  useEffect(() => {
    const follow = (near: Pane, far: Pane) => () => {
      // What is lit from here must not be taken for what the mouse is on.
      if (!near.scroller.get()?.matches(':hover')) return
      const id = near.app.reader.hovered.get()
      const tie = ties.find((one) => one[near.side] === id)
      far.app.reader.hovered.set(tie?.[far.side] ?? null)
    }
    const stops = [
      left.app.reader.hovered.subscribe(follow(left, right)),
      right.app.reader.hovered.subscribe(follow(right, left)),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }, [ties, left, right])
}

/** Draws the curves where their passages are: on every scroll, change of layout, and change of what is hovered or active. */
function useCurves(frame: React.RefObject<HTMLDivElement | null>, ties: readonly Tie[], left: Pane, right: Pane): void {
  const scrollers = [useStore(left.scroller, (value) => value), useStore(right.scroller, (value) => value)]
  const [leftScroller, rightScroller] = scrollers
  useEffect(() => {
    const element = frame.current
    if (!element || !leftScroller || !rightScroller) return
    const groups = new Map(
      Array.from(element.querySelectorAll<SVGGElement>('[data-tie]'), (group) => [group.dataset.tie ?? '', group]),
    )
    let asked = 0
    const draw = () => {
      asked = 0
      const { top, width, height } = element.getBoundingClientRect()
      const lit = new Set([left, right].flatMap(({ app }) => [app.reader.hovered.get(), app.reader.active.get()]))
      const [leftAt, rightAt] = [heightsOf(left), heightsOf(right)]
      // All are read before any is written: the page is laid out once a frame.
      const heights = ties.map((tie) => ({ left: leftAt(tie.left), right: rightAt(tie.right) }))
      for (const [at, tie] of ties.entries()) {
        const group = groups.get(tie.link.id)
        const ends = heights[at]
        if (!group) continue
        const drawn =
          ends && ends.left !== null && ends.right !== null ? { left: ends.left - top, right: ends.right - top } : null
        const how = drawn ? visibility(drawn, height) : 'none'
        if (group.dataset.seen !== how) group.dataset.seen = how
        group.toggleAttribute('data-lit', lit.has(tie.left) || lit.has(tie.right))
        if (!drawn || how === 'none') continue
        const d = curve(drawn, width, height)
        for (const path of group.querySelectorAll('path')) path.setAttribute('d', d)
      }
    }
    const ask = () => {
      if (asked === 0) asked = requestAnimationFrame(draw)
    }
    const stops = [left, right].flatMap(({ app, geometry }) => [
      geometry.subscribe(ask),
      app.reader.hovered.subscribe(ask),
      app.reader.active.subscribe(ask),
    ])
    const observer = new ResizeObserver(ask)
    observer.observe(element)
    for (const scroller of [leftScroller, rightScroller]) scroller.addEventListener('scroll', ask, { passive: true })
    ask()
    return () => {
      for (const stop of stops) stop()
      for (const scroller of [leftScroller, rightScroller]) scroller.removeEventListener('scroll', ask)
      observer.disconnect()
      cancelAnimationFrame(asked)
    }
  }, [frame, ties, left, right, leftScroller, rightScroller])
}
