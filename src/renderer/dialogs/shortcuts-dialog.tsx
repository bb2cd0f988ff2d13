import { useId } from 'react'
import { type Command, commands } from '#contract/commands'
import { keyParts } from '../commands/keys'
import { useApp } from '../state/app-context'
import { Dialog } from '../ui/dialog'
import { Keys } from '../ui/keys'
import { CARET_KEYS, type KeyLine, LIST_KEYS } from './more-keys'
import styles from './shortcuts-dialog.module.css'

/** Every shortcut, by section: the table of commands, and the keys that only mean something in caret mode and in lists. */
export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  const { shell } = useApp().status.get()
  const offered = commands.filter(
    ({ keys, menu, only }) => keys.length > 0 && menu !== null && (!only || only === shell),
  )
  const sections = [...new Set(offered.map((command) => command.section))]
  return (
    <Dialog title="Keyboard shortcuts" size="large" reading onClose={onClose}>
      <div className={styles.columns}>
        {sections.map((name) => (
          <Section key={name} name={name} lines={offered.filter(({ section }) => section === name).map(lineOf)} />
        ))}
        <Section name="Caret mode" lines={CARET_KEYS} />
        <Section name="Lists" lines={LIST_KEYS} />
      </div>
    </Dialog>
  )
}

const lineOf = (command: Command): KeyLine => ({ does: command.title.replace(/…$/, ''), keys: command.keys })

function Section({ name, lines }: { readonly name: string; readonly lines: readonly KeyLine[] }) {
  const heading = useId()
  return (
    <section className={styles.section} aria-labelledby={heading}>
      <h3 id={heading} className={styles.heading}>
        {name}
      </h3>
      <dl className={styles.lines}>
        {lines.map(({ does, keys }) => (
          <div key={does} className={styles.line}>
            <dt>{does}</dt>
            <dd>
              {keys.map((one) => (
                <span key={one}>
                  <span className="visually-hidden">{keyParts(one).join(' ')}</span>
                  <Keys parts={keyParts(one)} />
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
