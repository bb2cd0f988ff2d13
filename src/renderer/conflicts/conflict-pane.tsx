import { useId } from 'react'
import { type CommandId, commandById } from '#contract/commands'
import type { ConflictView, VersionView } from '#contract/exchange-views'
import { shownKeys } from '../commands/keys'
import { runCommand } from '../commands/run'
import { useApp } from '../state/app-context'
import { formatRoute } from '../state/route'
import { Button } from '../ui/button'
import { count, formatPublished } from '../ui/format'
import { Keys } from '../ui/keys'
import styles from './conflict-pane.module.css'
import { KIND_NAMES, madeWords } from './words'

type ConflictPaneProps = {
  readonly conflict: ConflictView
  /** How many are decided together. */
  readonly chosen: number
}

/** Two versions of a record side by side, with who made each and when, and what differs; one of them is chosen. */
export function ConflictPane({ conflict, chosen }: ConflictPaneProps) {
  const heading = useId()
  const { kind, about, articleId, articleTitle, highlight, from, created, here, other } = conflict
  const many = chosen > 1 ? ` for ${count(chosen, 'conflict')}` : ''
  return (
    <section className={styles.pane} aria-labelledby={heading} tabIndex={-1} data-conflict>
      <header className={styles.head}>
        <p className={styles.kind}>{KIND_NAMES[kind]}</p>
        <h2 id={heading} className={styles.about} dir="auto">
          {about}
        </h2>
        <p className={styles.where}>
          <a className={styles.link} href={formatRoute({ view: 'article', id: articleId, highlight })} dir="auto">
            {articleTitle}
          </a>
          {` · merged from ${from}, ${formatPublished(created)}`}
        </p>
      </header>
      {other.fields === null && (
        <p className={styles.lead}>
          This was removed here and changed in {from}. It is back until you decide; removing it takes along what hangs
          on it.
        </p>
      )}
      <div className={styles.versions}>
        <Version
          title={other.fields === null ? `As ${from} has it` : 'In this desk'}
          version={here}
          command="conflict.keepHere"
          action={`Keep this version${many}`}
        />
        <Version
          title={other.fields === null ? 'As you left it' : `In ${from}`}
          version={other}
          command="conflict.takeOther"
          action={other.fields === null ? `Remove it again${many}` : `Take this version${many}`}
        />
      </div>
      {chosen > 1 && (
        <p
          className={styles.lead}
        >{`${count(chosen, 'conflict')} are chosen: a decision is for all of them, and one undo takes it back.`}</p>
      )}
    </section>
  )
}

type VersionProps = {
  readonly title: string
  readonly version: VersionView
  readonly command: CommandId
  readonly action: string
}

function Version({ title, version, command, action }: VersionProps) {
  const app = useApp()
  const heading = useId()
  const keys = commandById.get(command)
  return (
    <section className={styles.version} aria-labelledby={heading}>
      <h3 id={heading} className={styles.title} dir="auto">
        {title}
      </h3>
      <p className={styles.made} dir="auto">
        {madeWords(version)}
      </p>
      {version.fields !== null && (
        <dl className={styles.fields}>
          {version.fields
            .filter(({ text, differs }) => text !== '' || differs)
            .map(({ label, text, differs }) => (
              <div key={label} className={styles.field} data-differs={differs || undefined}>
                <dt>
                  {label}
                  {differs && <span className="visually-hidden"> (differs)</span>}
                </dt>
                <dd dir="auto">{text === '' ? <span className={styles.none}>none</span> : text}</dd>
              </div>
            ))}
        </dl>
      )}
      <div className={styles.action}>
        <Button onPress={() => runCommand(app, command)}>
          {action} <Keys parts={(keys && shownKeys(keys)) ?? []} />
        </Button>
      </div>
    </section>
  )
}
