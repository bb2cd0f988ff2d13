import { Radio, RadioGroup } from 'react-aria-components'
import { type Highlight, TAGS } from '#annotations/model/highlight'
import { useApp } from '../state/app-context'
import { TagMark } from '../ui/tag-mark'
import styles from './tag-switch.module.css'

/** Claim, attribution or denial: changed at once, and taken back by undo. */
export function TagSwitch({ highlight }: { readonly highlight: Highlight }) {
  const app = useApp()
  const change = (value: string) => {
    const tag = TAGS.find((tag) => tag === value)
    if (tag && tag !== highlight.tag) void app.act('highlight.edit', { id: highlight.id, patch: { tag } })
  }
  return (
    <RadioGroup
      aria-label="Tag"
      orientation="horizontal"
      className={styles.tags ?? ''}
      value={highlight.tag}
      onChange={change}
    >
      {TAGS.map((tag) => (
        <Radio key={tag} value={tag} className={styles.tag ?? ''}>
          <TagMark tag={tag} />
        </Radio>
      ))}
    </RadioGroup>
  )
}
