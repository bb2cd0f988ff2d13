import { useState } from 'react'
import type { Theme } from '#contract/views'
import { runCommand } from '../commands/run'
import { useApp } from '../state/app-context'
import { useStore } from '../state/store'
import { Button } from '../ui/button'
import { Choices } from '../ui/choices'
import { Dialog } from '../ui/dialog'
import { Field } from '../ui/field'
import styles from './form.module.css'

const THEMES: readonly { readonly value: Theme; readonly label: string }[] = [
  { value: 'system', label: 'System' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
]

/** What can be chosen, and where the desk is. Each choice counts at once. */
export function SettingsDialog({ onClose }: { readonly onClose: () => void }) {
  const app = useApp()
  const { settings, folder, version, shell, name } = useStore(app.status, (status) => status)
  return (
    <Dialog
      title="Settings"
      onClose={onClose}
      footer={
        <Button look="primary" onPress={onClose}>
          Done
        </Button>
      }
    >
      <div className={styles.form}>
        <AnnotatorField />
        <Choices
          label="Theme"
          look="bar"
          value={settings.theme}
          options={THEMES}
          onChange={(theme) => app.ask('settings.set', { theme })}
        />
        <dl className={styles.facts}>
          <dt>Desk</dt>
          <dd>{name}</dd>
          <dt>Folder</dt>
          <dd>{folder}</dd>
          <dt>Version</dt>
          <dd>Crossread {version}</dd>
        </dl>
        {shell === 'electron' && (
          <div>
            <Button onPress={() => runCommand(app, 'shell.showDesk')}>Show folder</Button>
          </div>
        )}
      </div>
    </Dialog>
  )
}

/** Saved when it is left or entered: no half-typed name reaches the desk. */
function AnnotatorField() {
  const app = useApp()
  const saved = useStore(app.status, (status) => status.settings.annotator)
  const [typed, setTyped] = useState<string | null>(null)
  const name = (typed ?? saved).trim()
  const save = async () => {
    if (typed === null || name === '') return
    if (name === saved || (await app.ask('settings.set', { annotator: name }))) setTyped(null)
  }
  return (
    <Field
      label="Annotator"
      value={typed ?? saved}
      onChange={setTyped}
      onBlur={save}
      onKeyDown={(event) => event.key === 'Enter' && save()}
      maxLength={200}
      error={typed !== null && name === '' ? 'A name is needed: every change is kept with one.' : null}
      hint="Kept with every change you make from now on."
    />
  )
}
