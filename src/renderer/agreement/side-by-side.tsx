import { Link } from 'react-aria-components'
import type { AgreementView, DisagreementView, MarkView } from '#contract/agreement-views'
import { commandById } from '#contract/commands'
import { shownKeys } from '../commands/keys'
import { runCommand } from '../commands/run'
import { useApp } from '../state/app-context'
import { formatRoute } from '../state/route'
import { useStore } from '../state/store'
import { Button } from '../ui/button'
import { Keys } from '../ui/keys'
import { TagMark } from '../ui/tag-mark'
import { markedRuns } from './marked-runs'
import styles from './side-by-side.module.css'
import { inSentence, kindWords } from './words'

type PaneProps = { readonly names: AgreementView['names']; readonly one: DisagreementView; readonly withFile: boolean }

/** One disagreement: the passage as either side marked it, lined up, and what a curator can do about it. */
export function SideBySide({ names, one, withFile }: PaneProps) {
  const app = useApp()
  const readOnly = useStore(app.status, (status) => status.readOnly !== null)
  const there = formatRoute({
    view: 'article',
    id: one.article.id,
    highlight: (one.left[0] ?? (withFile ? undefined : one.right[0]))?.id ?? null,
  })
  return (
    <section className={styles.pane} aria-label="The disagreement">
      <header className={styles.head}>
        <h2 className={styles.kind}>{kindWords(one.kind, names)}</h2>
        <Link className={styles.article ?? ''} href={there}>
          <bdi>{one.article.title}</bdi>
        </Link>
      </header>
      <div className={styles.actions}>
        <Keep command="agreement.left" disabled={readOnly}>
          Keep <bdi>{inSentence(names[0])}</bdi>
        </Keep>
        <Keep command="agreement.right" disabled={readOnly}>
          Keep <bdi>{inSentence(names[1])}</bdi>
        </Keep>
        <Keep command="agreement.both" disabled={readOnly}>
          Keep both
        </Keep>
      </div>
      <div className={styles.sides}>
        <Side name={names[0]} one={one} marks={one.left} />
        <Side name={names[1]} one={one} marks={one.right} />
      </div>
      <p className={styles.hint}>
        {withFile
          ? `What you keep of ${names[1]} comes into this desk with its annotator; what you do not keep of this desk is removed with its links. Undo takes it back.`
          : 'The other side’s highlights are removed with their links, in one action that undo takes back.'}
      </p>
    </section>
  )
}

type KeepProps = {
  readonly command: 'agreement.left' | 'agreement.right' | 'agreement.both'
  readonly disabled: boolean
  readonly children: React.ReactNode
}

function Keep({ command: id, disabled, children }: KeepProps) {
  const app = useApp()
  const command = commandById.get(id)
  const keys = command ? shownKeys(command) : null
  return (
    <Button isDisabled={disabled} onPress={() => runCommand(app, id)}>
      <span className={styles.words}>{children}</span>
      {keys && <Keys parts={keys} />}
    </Button>
  )
}

type SideProps = { readonly name: string; readonly one: DisagreementView; readonly marks: readonly MarkView[] }

function Side({ name, one: { article, text, from }, marks }: SideProps) {
  return (
    <article className={styles.side} aria-label={name}>
      <h3 className={styles.name} dir="auto">
        {name}
      </h3>
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
