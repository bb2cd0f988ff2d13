import { ArrowLeftRight } from 'lucide-react'
import { type KeyboardEvent, type PointerEvent, type RefObject, useRef } from 'react'
import { useApp } from '../state/app-context'
import { type ComparePlace, MOST_SIDES, sideNames, withSwapped } from '../state/compare-route'
import { EVEN, type Shares } from '../state/comparing'
import { IconButton } from '../ui/button'
import styles from './gutter.module.css'
import { limits, moveEdge } from './shares'

/** Share of the width that one press of an arrow key moves, and one with Shift. */
const STEP = 0.02
const LEAP = 0.1

type GutterProps = {
  readonly body: RefObject<HTMLElement | null>
  readonly place: ComparePlace
  /** The side before it. */
  readonly side: number
  readonly shares: Shares
}

/** Between two articles: where curves run, where the two are swapped, and what is dragged to make one wider. */
export function Gutter({ body, place, side, shares }: GutterProps) {
  const app = useApp()
  const names = sideNames(place.sides.length)
  const pair = `${names[side]} and ${names[side + 1]}`
  return (
    <div className={styles.gutter}>
      <div className={styles.head}>
        <IconButton label={`Swap ${pair}`} onPress={() => app.router.go(withSwapped(place, side, side + 1))}>
          <ArrowLeftRight size={15} />
        </IconButton>
      </div>
      <Separator body={body} place={place} side={side} shares={shares} />
    </div>
  )
}

function Separator({ body, place, side, shares }: GutterProps) {
  const { comparing } = useApp()
  const grip = useRef<{ readonly pointer: number; readonly x: number; readonly shares: Shares } | null>(null)
  const which = place.sides.length === MOST_SIDES ? 'three' : 'two'
  const put = (next: Shares) => comparing.shares.set((old) => ({ ...old, [which]: next }))
  const { least, most } = limits(shares, side)
  const name = sideNames(place.sides.length)[side]

  const press = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return
    event.preventDefault()
    event.currentTarget.focus({ preventScroll: true })
    event.currentTarget.setPointerCapture(event.pointerId)
    event.currentTarget.dataset.held = ''
    grip.current = { pointer: event.pointerId, x: event.clientX, shares }
  }
  const move = (event: PointerEvent<HTMLElement>) => {
    const held = grip.current
    const width = widthOfTexts(body.current, event.currentTarget)
    if (held?.pointer === event.pointerId && width > 0)
      put(moveEdge(held.shares, side, (event.clientX - held.x) / width))
  }
  const letGo = (event: PointerEvent<HTMLElement>) => {
    if (grip.current?.pointer !== event.pointerId) return
    grip.current = null
    delete event.currentTarget.dataset.held
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const by = KEYS[event.key]
    if (by === undefined) return
    event.preventDefault()
    event.stopPropagation()
    if (by === 'even') put(EVEN[which])
    else put(moveEdge(shares, side, by === 'least' ? -1 : by === 'most' ? 1 : by * (event.shiftKey ? LEAP : STEP)))
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule of the page cannot be moved
    <div
      role="separator"
      tabIndex={0}
      className={styles.separator}
      aria-orientation="vertical"
      aria-label={`Width of the ${name} article`}
      aria-valuemin={Math.round(least * 100)}
      aria-valuemax={Math.round(most * 100)}
      aria-valuenow={Math.round((shares[side] ?? 0) * 100)}
      aria-valuetext={`${Math.round((shares[side] ?? 0) * 100)} percent`}
      title="Drag to resize; double-click for even widths"
      onPointerDown={press}
      onPointerMove={move}
      onPointerUp={letGo}
      onPointerCancel={letGo}
      onDoubleClick={() => put(EVEN[which])}
      onKeyDown={onKeyDown}
    >
      <span className={styles.grip} />
    </div>
  )
}

const KEYS: { readonly [key: string]: number | 'least' | 'most' | 'even' | undefined } = {
  ArrowLeft: -1,
  ArrowRight: 1,
  Home: 'least',
  End: 'most',
  Enter: 'even',
}

/** CSS px that all texts have together. */
function widthOfTexts(body: HTMLElement | null, gutter: HTMLElement): number {
  if (!body) return 0
  const gutters = Number(body.dataset.sides) - 1
  return body.clientWidth - gutters * gutter.offsetWidth
}
