import { memo, useState } from 'react'
import { GridList, GridListItem, ListLayout, Virtualizer } from 'react-aria-components'
import type { AgreementView, DisagreementView } from '#contract/agreement-views'
import { classNames } from '../ui/class-names'
import list from '../ui/item-list.module.css'
import styles from './disagreement-list.module.css'
import { kindWords } from './words'

/** CSS px. Rows are all of one height, so that thousands scroll without being measured. */
const LAYOUT = { rowSize: 76 }

type ListProps = {
  readonly names: AgreementView['names']
  readonly disagreements: readonly DisagreementView[]
  readonly chosen: string
  readonly onChoose: (id: string) => void
}

/** The disagreements in the order of their texts: arrows and clicks line one up beside. */
export const DisagreementList = memo(function DisagreementList({ names, disagreements, chosen, onChoose }: ListProps) {
  const [autoFocus] = useState(() => document.activeElement === document.body)
  return (
    <div className={list.frame}>
      <Virtualizer layout={ListLayout} layoutOptions={LAYOUT}>
        <GridList
          aria-label="Disagreements"
          className={list.list ?? ''}
          items={disagreements}
          autoFocus={autoFocus}
          selectionMode="single"
          selectionBehavior="replace"
          disallowEmptySelection
          // Letters are shortcuts.
          disallowTypeAhead
          selectedKeys={[chosen]}
          onSelectionChange={(keys) => {
            const one = keys === 'all' ? undefined : disagreements.find(({ id }) => keys.has(id))
            if (one) onChoose(one.id)
          }}
        >
          {(one) => <Item id={one.id} one={one} names={names} />}
        </GridList>
      </Virtualizer>
    </div>
  )
})

type ItemProps = { readonly id: string; readonly one: DisagreementView; readonly names: AgreementView['names'] }

/** React Aria knows items of a collection by their `id`. */
function Item({ id, one, names }: ItemProps) {
  const words = one.sides.flat()[0]?.exact ?? ''
  const kind = kindWords(one, names)
  return (
    <GridListItem id={id} textValue={`${kind}: ${words}`} className={list.item ?? ''}>
      <span className={list.words} dir="auto">
        {words}
      </span>
      <span className={styles.meta}>
        <span className={classNames(list.more, styles.kind)}>{kind}</span>
        <span className={classNames(list.quiet, styles.article)} dir="auto">
          {one.article.title}
        </span>
      </span>
    </GridListItem>
  )
}
