import { useState } from 'react'
import { Form } from 'react-aria-components'
import { useApp } from '../state/app-context'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { Field } from '../ui/field'
import styles from './form.module.css'

/** Asks for the name that every change keeps. It can wait: changes made before then keep none. */
export function AnnotatorDialog({ onClose }: { readonly onClose: () => void }) {
  const app = useApp()
  const [name, setName] = useState('')
  const save = async () => {
    if (name.trim() === '') return
    if (await app.ask('settings.set', { annotator: name.trim() })) onClose()
  }
  return (
    <Dialog
      title="Who is annotating?"
      size="small"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Later</Button>
          <Button look="primary" onPress={save} isDisabled={name.trim() === ''}>
            Save name
          </Button>
        </>
      }
    >
      <Form
        className={styles.form ?? ''}
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <p className={styles.lead}>
          Crossread keeps your name with every highlight and link that you make, so that others know whom to ask.
        </p>
        <Field
          label="Your name"
          value={name}
          onChange={setName}
          maxLength={200}
          autoFocus
          autoComplete="name"
          hint="It stays on this computer, and in what you export. You can change it in the settings."
        />
      </Form>
    </Dialog>
  )
}
