import { memo, useMemo } from 'react'
import { GridListItem } from 'react-aria-components'
import type { AgreementView, DisagreementView } from '#contract/agreement-views'
import { classNames } from '../ui/class-names'
import list from '../ui/item-list.module.css'
import { LongList } from '../ui/long-list'
import styles from './disagreement-list.module.css'
import { kindWords } from './words'

/** CSS px. */
const ROW = 76

type ListProps = {
  readonly names: AgreementView['names']
  readonly disagreements: readonly DisagreementView[]
  readonly chosen: string
  readonly onChoose: (id: string) => void
}

/** The disagreements in the order of their texts: arrows and clicks line one up beside, Enter goes into it. */
export const DisagreementList = memo(function DisagreementList({ names, disagreements, chosen, onChoose }: ListProps) {
  return (
    <LongList
      label="Disagreements"
      items={disagreements}
      rowSize={ROW}
      keyOf={keyOf}
      chosen={useMemo(() => new Set([chosen]), [chosen])}
      onChoose={(keys) => {
        const one = disagreements.find(({ id }) => keys.has(id))
        if (one) onChoose(one.id)
      }}
      onEnter={() => document.querySelector<HTMLElement>('[data-disagreement]')?.focus()}
    >
      {(one) => (
        <GridListItem id={one.id} textValue={`${kindWords(one, names)}: ${wordsOf(one)}`} className={list.item ?? ''}>
          <Line one={one} names={names} />
        </GridListItem>
      )}
    </LongList>
  )
})

function keyOf({ id }: DisagreementView): string {
  return id
}

function wordsOf({ sides }: DisagreementView): string {
  return sides.flat()[0]?.exact ?? ''
}

function Line({ one, names }: { readonly one: DisagreementView; readonly names: AgreementView['names'] }) {
  return (
    <>
      <span className={list.words} dir="auto">
        {wordsOf(one)}
      </span>
      <span className={styles.meta}>
        <span className={classNames(list.more, styles.kind)}>{kindWords(one, names)}</span>
        <span className={classNames(list.quiet, styles.article)} dir="auto">
          {one.article.title}
        </span>
      </span>
    </>
  )
}
