import { type KeyboardEvent, type ReactElement, type UIEvent, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { GridList, type GridListProps, type Key, Virtualizer } from 'react-aria-components'
import { flushSync } from 'react-dom'
import lists from './item-list.module.css'
import { LongListLayout } from './long-list-layout'
import { neededRows } from './needed-rows'
import { useShownRow } from './use-shown-row'

type LongListProps<T extends object> = Pick<GridListProps<T>, 'selectionMode' | 'dragAndDropHooks'> & {
  readonly label: string
  readonly items: readonly T[]
  /** CSS px. Rows are all of one height, so that thousands scroll without being measured. */
  readonly rowSize: number
  readonly keyOf: (item: T) => Key
  readonly chosen: ReadonlySet<Key>
  readonly onChoose: (keys: ReadonlySet<Key>) => void
  /** Enter on a row: goes into what is open beside. */
  readonly onEnter: () => void
  /** Whether it takes the focus when nothing else has it; so without it. */
  readonly autoFocus?: boolean
  /** Must be a `GridListItem` by the key of the item, and leave what it shows to components within: every row is made, few are drawn. */
  readonly children: (item: T) => ReactElement
}

/**
 * A list beside what is open of it: arrows and clicks choose, Enter goes there. React Aria makes every row before it draws those in
 * view, which for thousands holds the page; so they are made as far as one scrolls or has chosen, and all of them for a key that goes
 * to the end.
 */
export function LongList<T extends object>({
  label,
  items,
  rowSize,
  keyOf,
  chosen,
  onEnter,
  autoFocus: mayFocus = true,
  ...props
}: LongListProps<T>) {
  const frame = useRef<HTMLDivElement>(null)
  const [asked, setAsked] = useState(0)
  // Who comes by a shortcut goes on by keys; who clicked a link keeps the focus there.
  const [autoFocus] = useState(() => mayFocus && document.activeElement === document.body)
  const first = useMemo(() => items.findIndex((item) => chosen.has(keyOf(item))), [items, chosen, keyOf])
  const made = neededRows(first, asked, items.length)
  const shown = useMemo(() => items.slice(0, made), [items, made])
  const layout = useMemo(() => ({ rowSize, total: items.length }), [rowSize, items.length])
  useLayoutEffect(() => {
    const grid = frame.current?.querySelector('[role="grid"]')
    if (!grid) return
    // React Aria counts the rows that are made, whenever it draws; who cannot see the list is told of all of them.
    const all = String(items.length)
    const tell = () => grid.getAttribute('aria-rowcount') !== all && grid.setAttribute('aria-rowcount', all)
    const observer = new MutationObserver(tell)
    observer.observe(grid, { attributeFilter: ['aria-rowcount'] })
    tell()
    return () => observer.disconnect()
  }, [items.length])
  const [only] = chosen
  const choosing = useShownRow(frame, { key: chosen.size === 1 ? only : undefined, index: first, rowSize })
  const onScrollCapture = ({ target }: UIEvent) => {
    if (!(target instanceof HTMLElement)) return
    const last = Math.ceil((target.scrollTop + target.clientHeight) / rowSize)
    if (neededRows(last, made, items.length) > made) setAsked(Math.max(last, 2 * made))
  }
  const onKeyDownCapture = (event: KeyboardEvent) => {
    if (event.key === 'End' && made < items.length) flushSync(() => setAsked(items.length))
    if (event.key !== 'Enter' || !(event.target instanceof HTMLElement) || event.target.role !== 'row') return
    onEnter()
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div
      ref={frame}
      className={lists.frame}
      onKeyDownCapture={onKeyDownCapture}
      onScrollCapture={onScrollCapture}
      data-pick-list
    >
      <Virtualizer layout={LongListLayout} layoutOptions={layout}>
        <GridList
          aria-label={label}
          className={lists.list ?? ''}
          items={shown}
          autoFocus={autoFocus}
          selectionMode={props.selectionMode ?? 'single'}
          selectionBehavior="replace"
          disallowEmptySelection
          // Letters are shortcuts.
          disallowTypeAhead
          selectedKeys={chosen}
          onSelectionChange={(keys) => {
            const next = keys === 'all' ? new Set(items.map(keyOf)) : keys
            choosing(next.size === 1 ? [...next][0] : undefined)
            props.onChoose(next)
          }}
          {...(props.dragAndDropHooks && { dragAndDropHooks: props.dragAndDropHooks })}
        >
          {props.children}
        </GridList>
      </Virtualizer>
    </div>
  )
}
