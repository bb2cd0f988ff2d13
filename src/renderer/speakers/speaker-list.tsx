import { GripVertical } from 'lucide-react'
import { type KeyboardEvent, memo, useState } from 'react'
import { Button, GridList, GridListItem, ListLayout, useDragAndDrop, Virtualizer } from 'react-aria-components'
import type { SpeakerRow } from '#annotations/speakers/speaker-rows'
import { useApp } from '../state/app-context'
import lists from '../ui/item-list.module.css'
import styles from './speakers.module.css'
import { alsoWords, citedWords, whereWords } from './words'

/** CSS px. Rows are all of one height, so that thousands scroll without being measured. */
const LAYOUT = { rowSize: 84 }
const DRAGGED = 'application/x-crossread-speaker'

type SpeakerListProps = {
  readonly rows: readonly SpeakerRow[]
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (speakers: ReadonlySet<string>) => void
}

/** The speakers: arrows and clicks open one, with Shift or Ctrl several; one dropped onto another is merged with it. */
export const SpeakerList = memo(function SpeakerList({ rows, chosen, onChoose }: SpeakerListProps) {
  // Who comes by a shortcut goes on by keys; who clicked a link keeps the focus there.
  const [autoFocus] = useState(() => document.activeElement === document.body)
  const dragAndDropHooks = useMergeByDrop(rows, onChoose)
  const onKeyDownCapture = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.target instanceof HTMLElement) || event.target.role !== 'row') return
    document.querySelector<HTMLElement>('[data-speaker-pane]')?.focus()
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className={lists.frame} onKeyDownCapture={onKeyDownCapture}>
      <Virtualizer layout={ListLayout} layoutOptions={LAYOUT}>
        <GridList
          aria-label="Speakers"
          className={lists.list ?? ''}
          items={rows.map((row) => ({ id: row.key, row }))}
          autoFocus={autoFocus}
          selectionMode="multiple"
          selectionBehavior="replace"
          disallowEmptySelection
          // Letters are shortcuts.
          disallowTypeAhead
          selectedKeys={chosen}
          onSelectionChange={(keys) =>
            onChoose(new Set(keys === 'all' ? rows.map(({ key }) => key) : Array.from(keys, String)))
          }
          dragAndDropHooks={dragAndDropHooks}
        >
          {({ id, row }) => <SpeakerItem id={id} row={row} />}
        </GridList>
      </Virtualizer>
    </div>
  )
})

/** React Aria knows items of a collection by their `id`. */
function SpeakerItem({ id, row }: { readonly id: string; readonly row: SpeakerRow }) {
  const also = alsoWords(row)
  return (
    <GridListItem id={id} textValue={row.name} className={`${lists.item} ${styles.item}`}>
      <Button slot="drag" className={styles.grip ?? ''} aria-label={`Drag ${row.name}`}>
        <GripVertical size={14} aria-hidden="true" />
      </Button>
      <span className={styles.name}>
        <bdi>{row.name}</bdi>
        {also !== null && <bdi className={styles.also}>{also}</bdi>}
      </span>
      <span className={lists.quiet}>{citedWords(row)}</span>
      <span className={lists.quiet} dir="auto">
        {whereWords(row)}
      </span>
    </GridListItem>
  )
}

function useMergeByDrop(rows: readonly SpeakerRow[], onChoose: SpeakerListProps['onChoose']) {
  const app = useApp()
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => Array.from(keys, (key) => ({ [DRAGGED]: String(key), 'text/plain': String(key) })),
    acceptedDragTypes: [DRAGGED],
    getDropOperation: () => 'move',
    shouldAcceptItemDrop: () => true,
    async onItemDrop({ target, items }) {
      const dropped = await Promise.all(items.flatMap((item) => (item.kind === 'text' ? [item.getText(DRAGGED)] : [])))
      const keys = new Set([String(target.key), ...dropped])
      const together = rows.filter(({ key }) => keys.has(key))
      const name = together.find(({ key }) => key === target.key)?.name
      if (together.length < 2 || name === undefined) return
      const done = await app.act('speaker.merge', { speakers: [...keys], name }, 'toast')
      if (done) onChoose(new Set([name]))
    },
  })
  return dragAndDropHooks
}
