import { type FormEvent, type ReactNode, useEffect, useState } from 'react'
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import fields from '../rail/fields.module.css'
import { useApp } from '../state/app-context'
import { useStore } from '../state/store'
import { Button } from '../ui/button'
import { Choices } from '../ui/choices'
import { Dialog } from '../ui/dialog'
import { Field } from '../ui/field'
import { count } from '../ui/format'
import styles from './bulk.module.css'
import { BulkLink } from './bulk-link'
import { doToPicked } from './do-to-picked'

type BulkDialogProps = { readonly what: 'link' | 'note' | 'speaker'; readonly onClose: () => void }

/** Asks what is to be done to the selected highlights. */
export function BulkDialog({ what, onClose }: BulkDialogProps) {
  const app = useApp()
  const picked = useStore(app.picked.ids, (ids) => ids.size)
  const highlights = count(picked, 'highlight')
  switch (what) {
    case 'link':
      return <BulkLink highlights={highlights} onClose={onClose} />
    case 'note':
      return <BulkNote highlights={highlights} onClose={onClose} />
    case 'speaker':
      return <BulkSpeaker highlights={highlights} onClose={onClose} />
  }
}

type AskProps = { readonly highlights: string; readonly onClose: () => void }

const HOW = [
  { value: 'append', label: 'After the note that is there' },
  { value: 'replace', label: 'In its place' },
] as const

function BulkNote({ highlights, onClose }: AskProps) {
  const app = useApp()
  const [note, setNote] = useState('')
  const [how, setHow] = useState<'append' | 'replace'>('append')
  const isNothing = note.trim() === '' && how === 'append'
  return (
    <Ask
      title={`Note on ${highlights}`}
      verb={note.trim() === '' && how === 'replace' ? 'Remove the notes' : 'Write'}
      isDisabled={isNothing}
      onClose={onClose}
      onDo={() => doToPicked(app, 'bulk.note', { note, how })}
    >
      <Field label="Note" rows={4} value={note} onChange={setNote} autoFocus maxLength={20_000} />
      <Choices label="Where" look="bar" value={how} options={HOW} onChange={setHow} />
    </Ask>
  )
}

function BulkSpeaker({ highlights, onClose }: AskProps) {
  const app = useApp()
  const [name, setName] = useState('')
  const [known, setKnown] = useState<readonly string[]>([])
  useEffect(() => void app.ask('speaker.list', {}).then((names) => names && setKnown(names)), [app])
  return (
    <Ask
      title={`Speaker of ${highlights}`}
      verb="Name"
      isDisabled={name.trim() === ''}
      aside={
        <Button
          look="quiet"
          onPress={async () => (await doToPicked(app, 'bulk.speaker', { speaker: '' })) && onClose()}
        >
          Remove the speaker
        </Button>
      }
      onClose={onClose}
      onDo={() => doToPicked(app, 'bulk.speaker', { speaker: name })}
    >
      <ComboBox
        className={fields.combo ?? ''}
        allowsCustomValue
        menuTrigger="input"
        inputValue={name}
        onInputChange={setName}
        defaultItems={known.map((id) => ({ id }))}
      >
        <Label className={fields.label ?? ''}>Speaker</Label>
        <Input className={fields.speaker ?? ''} placeholder="Who says it?" dir="auto" autoFocus />
        <Popover>
          <ListBox<{ readonly id: string }> className={fields.list ?? ''}>
            {({ id }) => (
              <ListBoxItem className={fields.option ?? ''} textValue={id}>
                <bdi>{id}</bdi>
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
      <p className={styles.hint}>Only attributions have a speaker: claims and denials are left as they are.</p>
    </Ask>
  )
}

type FormProps = {
  readonly title: string
  readonly verb: string
  readonly isDisabled?: boolean
  /** What else can be done: at the other end of the footer. */
  readonly aside?: ReactNode
  readonly onClose: () => void
  readonly onDo: () => Promise<boolean>
  readonly children: ReactNode
}

function Ask({ title, verb, isDisabled = false, aside, onClose, onDo, children }: FormProps) {
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!isDisabled && (await onDo())) onClose()
  }
  return (
    <Dialog
      title={title}
      size="small"
      onClose={onClose}
      footer={
        <>
          {aside && <span className={styles.aside}>{aside}</span>}
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" type="submit" form="bulk-form" isDisabled={isDisabled}>
            {verb}
          </Button>
        </>
      }
    >
      <form id="bulk-form" className={styles.form} onSubmit={submit}>
        {children}
      </form>
    </Dialog>
  )
}
