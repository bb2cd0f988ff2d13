import { useId } from 'react'
import { Link } from 'react-aria-components'
import type { SideRef } from '#contract/agreement-methods'
import type { AgreementView, DisagreementView } from '#contract/agreement-views'
import { commandById, isCommandId } from '#contract/commands'
import { shownKeys } from '../commands/keys'
import { runCommand } from '../commands/run'
import { useApp } from '../state/app-context'
import { formatRoute } from '../state/route'
import { useStore } from '../state/store'
import { Button } from '../ui/button'
import { Keys } from '../ui/keys'
import { TagMark } from '../ui/tag-mark'
import { type AlikeSides, alikeSides } from './alike-sides'
import { markedRuns } from './marked-runs'
import styles from './side-by-side.module.css'
import { inSentence, kindWords, listed } from './words'

type PaneProps = {
  readonly names: AgreementView['names']
  readonly one: DisagreementView
  readonly sides: readonly SideRef[]
}

/** One disagreement: the passage as each side marked it, those that did it alike once, and what a curator can do about it. */
export function SideBySide({ names, one, sides }: PaneProps) {
  const app = useApp()
  const readOnly = useStore(app.status, (status) => status.readOnly !== null)
  const there = formatRoute({
    view: 'article',
    id: one.article.id,
    highlight: one.sides.flatMap((marks, side) => (sides[side]?.file === null ? marks : []))[0]?.id ?? null,
  })
  return (
    <section className={styles.pane} aria-label="The disagreement" tabIndex={-1} data-disagreement>
      <header className={styles.head}>
        <h2 className={styles.kind}>{kindWords(one, names)}</h2>
        <Link className={styles.article ?? ''} href={there}>
          <bdi>{one.article.title}</bdi>
        </Link>
        <Keep command="agreement.keepAll" disabled={readOnly}>
          {names.length === 2 ? 'Keep both' : 'Keep all'}
        </Keep>
      </header>
      <div className={styles.sides}>
        {alikeSides(one.sides).map((alike) => (
          <Alike key={alike.sides.join()} alike={alike} names={names} one={one} readOnly={readOnly} />
        ))}
      </div>
      <p className={styles.hint}>
        {sides.some(({ file }) => file !== null)
          ? 'What you keep of a file comes into this desk with its annotator and its links; what you do not keep of this desk is removed with its links. Undo takes it back.'
          : 'What differs from the side that you keep is removed with its links, in one action that undo takes back.'}
      </p>
    </section>
  )
}

type KeepProps = {
  readonly command: string
  readonly disabled: boolean
  readonly children: React.ReactNode
}

function Keep({ command: id, disabled, children }: KeepProps) {
  const app = useApp()
  const command = isCommandId(id) ? commandById.get(id) : undefined
  if (!command) return null
  const keys = shownKeys(command)
  return (
    <Button isDisabled={disabled} onPress={() => runCommand(app, command.id)}>
      <span className={styles.words}>{children}</span>
      {keys && <Keys parts={keys} />}
    </Button>
  )
}

type AlikeProps = {
  readonly alike: AlikeSides
  readonly names: AgreementView['names']
  readonly one: DisagreementView
  readonly readOnly: boolean
}

/** The passage as one side marked it, or several did alike: each can be kept, under its own name. */
function Alike({ alike: { sides, marks }, names, one: { article, text, from }, readOnly }: AlikeProps) {
  const heading = useId()
  const whose = sides.map((side) => names[side] ?? '')
  return (
    <article className={styles.side} aria-labelledby={heading}>
      <header className={styles.name}>
        <h3 id={heading} className="visually-hidden">
          {whose.length === 1 ? whose[0] : listed(whose)}
        </h3>
        <span className={styles.keep} aria-hidden="true">
          Keep
        </span>
        {sides.map((side) => (
          <Keep key={side} command={`agreement.keep${side + 1}`} disabled={readOnly}>
            <span className="visually-hidden">Keep </span>
            <bdi>{inSentence(names[side] ?? '')}</bdi>
          </Keep>
        ))}
      </header>
      <p className={styles.text} dir={article.direction} lang={article.language ?? undefined}>
        {markedRuns(text, from, marks).map(({ start, words, tags }) =>
          tags.length === 0 ? (
            words
          ) : (
            <mark key={start} className={styles.mark} data-tag={tags.at(-1)}>
              {words}
            </mark>
          ),
        )}
      </p>
      {marks.length === 0 ? (
        <p className={styles.nothing}>Marked nothing here.</p>
      ) : (
        <ul className={styles.marks}>
          {marks.map(({ id, tag, exact, note, speaker }) => (
            <li key={id}>
              <TagMark tag={tag} />{' '}
              <span className={styles.quote} dir="auto">
                {exact}
              </span>
              {speaker && (
                <span className={styles.more}>
                  {' '}
                  by <bdi>{speaker}</bdi>
                </span>
              )}
              {note !== '' && (
                <span className={styles.note} dir="auto">
                  {note}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </article>
  )
}
