import { GripVertical } from 'lucide-react'
import { memo } from 'react'
import { Button, GridListItem, useDragAndDrop } from 'react-aria-components'
import type { SpeakerRow } from '#annotations/speakers/speaker-rows'
import { useApp } from '../state/app-context'
import { classNames } from '../ui/class-names'
import lists from '../ui/item-list.module.css'
import { LongList } from '../ui/long-list'
import styles from './speakers.module.css'
import { alsoWords, citedWords, whereWords } from './words'

/** CSS px. */
const ROW = 84
const DRAGGED = 'application/x-crossread-speaker'

type SpeakerListProps = {
  readonly rows: readonly SpeakerRow[]
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (speakers: ReadonlySet<string>) => void
  readonly autoFocus: boolean
}

/** The speakers: arrows and clicks open one, with Shift or Ctrl several; one dropped onto another is merged with it. */
export const SpeakerList = memo(function SpeakerList({ rows, chosen, onChoose, autoFocus }: SpeakerListProps) {
  const dragAndDropHooks = useMergeByDrop(rows, onChoose)
  return (
    <LongList
      label="Speakers"
      items={rows}
      rowSize={ROW}
      keyOf={keyOf}
      selectionMode="multiple"
      autoFocus={autoFocus}
      chosen={chosen}
      onChoose={(keys) => onChoose(new Set(Array.from(keys, String)))}
      onEnter={() => document.querySelector<HTMLElement>('[data-speaker-pane]')?.focus()}
      dragAndDropHooks={dragAndDropHooks}
    >
      {(row) => (
        <GridListItem id={row.key} textValue={row.name} className={classNames(lists.item, styles.item)}>
          <SpeakerLine row={row} />
        </GridListItem>
      )}
    </LongList>
  )
})

function keyOf({ key }: SpeakerRow): string {
  return key
}

function SpeakerLine({ row }: { readonly row: SpeakerRow }) {
  const also = alsoWords(row)
  return (
    <>
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
    </>
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
