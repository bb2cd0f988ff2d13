import type { Annotator } from '#annotations/agreement/compared'
import type { AgreementState } from '../state/agreement'
import { useApp } from '../state/app-context'
import { useStore } from '../state/store'
import { Button } from '../ui/button'
import { count } from '../ui/format'
import { Select } from '../ui/select'
import styles from './agreement-view.module.css'
import { chooseFile } from './choose-file'
import { nameOf } from './words'

/** A value that no annotator's name is. */
const EVERYONE = '\u0000everyone'

type BarProps = { readonly state: Extract<AgreementState, { readonly state: 'ready' }>; readonly open: number }

/** Above the numbers: who is compared with whom. */
export function AgreementBar({ state: { annotators, sides, view }, open }: BarProps) {
  const app = useApp()
  const file = useStore(app.agreement.file, (value) => value)
  const isFile = sides.file !== null && file !== null
  const go = (patch: { readonly left?: string | null; readonly right?: string | null; readonly file?: null }) =>
    app.router.go({ view: 'agreement', ...sides, ...patch, at: null })
  return (
    <div className={styles.bar}>
      <div className={styles.heading}>
        <h1 className={styles.title}>Agreement</h1>
        <span className={styles.total}>
          {count(view.articles.length, 'article')}, {count(open, 'disagreement')}
        </span>
      </div>
      <div className={styles.choices}>
        <Select
          label={isFile ? 'This desk' : 'Left'}
          value={sides.left ?? EVERYONE}
          onChange={(name) =>
            go(isFile ? { left: fromOption(name) } : { left: name, right: other(name, sides.right, sides.left) })
          }
          options={optionsOf(annotators, isFile)}
        />
        <Select
          label={isFile ? file.name : 'Right'}
          value={sides.right ?? EVERYONE}
          onChange={(name) =>
            go(isFile ? { right: fromOption(name) } : { right: name, left: other(name, sides.left, sides.right) })
          }
          options={optionsOf(isFile ? file.annotators : annotators, isFile)}
        />
        {isFile && annotators.length > 1 && (
          <Button look="quiet" onPress={() => go({ left: null, right: null, file: null })}>
            Within this desk
          </Button>
        )}
        <Button onPress={() => chooseFile(app)}>Compare with a file…</Button>
      </div>
    </div>
  )
}

/** Choosing the other side's annotator swaps them. */
function other(chosen: string, there: string | null, before: string | null): string | null {
  return chosen === there ? before : there
}

function fromOption(name: string): string | null {
  return name === EVERYONE ? null : name
}

function optionsOf(annotators: readonly Annotator[], withEveryone: boolean) {
  const named = annotators.map(({ name, highlights }) => ({
    value: name,
    label: `${nameOf(name)} (${highlights.toLocaleString('en')})`,
  }))
  return withEveryone ? [{ value: EVERYONE, label: 'Everyone' }, ...named] : named
}
