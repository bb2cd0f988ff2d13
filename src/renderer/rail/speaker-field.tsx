import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import { type Highlight, speakerOf } from '#annotations/model/highlight'
import { useApp } from '../state/app-context'
import type { AppModel } from '../state/app-model'
import { useStore } from '../state/store'
import styles from './fields.module.css'
import { focusCard } from './focus-card'
import { useDraft } from './use-draft'

/** Who is quoted: free text, completed from everyone who was named before in any article. */
export function SpeakerField({ highlight }: { readonly highlight: Highlight }) {
  const app = useApp()
  const input = useRef<HTMLInputElement>(null)
  const wanted = useStore(app.reader.editing, (field) => field === 'speaker')
  const { speakers, load } = useSpeakers(app)
  const draft = useDraft(speakerOf(highlight) ?? '', (speaker) =>
    app.act('highlight.edit', { id: highlight.id, patch: { speaker: speaker.trim() || null } }),
  )
  useEffect(() => {
    if (!wanted) return
    input.current?.focus()
    input.current?.select()
    app.reader.editing.set(null)
  }, [wanted, app])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    event.stopPropagation()
    if (event.key === 'Enter') draft.save()
    else draft.revert()
    focusCard(highlight.id)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the field within
    <div onKeyDown={onKeyDown}>
      <ComboBox
        className={styles.combo ?? ''}
        allowsCustomValue
        menuTrigger="input"
        inputValue={draft.text}
        onInputChange={(text) => text !== draft.text && draft.write(text)}
        onSelectionChange={(key) => {
          if (key === null) return
          draft.write(String(key))
          draft.save()
        }}
        onFocus={load}
        onBlur={draft.save}
        defaultItems={speakers.map((name) => ({ id: name }))}
      >
        <Label className={styles.label ?? ''}>Speaker</Label>
        <Input ref={input} className={styles.speaker ?? ''} placeholder="Who says it?" dir="auto" />
        <Popover>
          <ListBox<{ readonly id: string }> className={styles.list ?? ''}>
            {({ id }) => (
              <ListBoxItem className={styles.option ?? ''} textValue={id}>
                <bdi>{id}</bdi>
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
    </div>
  )
}

/** Everyone who was named as a speaker so far, asked for when the field is entered. */
function useSpeakers(app: AppModel) {
  const [speakers, setSpeakers] = useState<readonly string[]>([])
  const load = async () => {
    const list = await app.ask('speaker.list', {})
    if (list) setSpeakers(list)
  }
  return { speakers, load }
}
