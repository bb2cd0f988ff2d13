import { useState } from 'react'
import { Link } from 'react-aria-components'
import type { HighlightId } from '#annotations/model/ids'
import { RATINGS, type Verdict } from '#annotations/model/verdict'
import type { InputOf } from '#contract/methods'
import { useDraft } from '../rail/use-draft'
import { useApp } from '../state/app-context'
import { Button } from '../ui/button'
import { Choices } from '../ui/choices'
import { Field } from '../ui/field'
import { RatingMark } from './rating-mark'
import styles from './verdict-form.module.css'
import { RATING_NAMES } from './words'

const OPTIONS = RATINGS.map((value) => ({ value, label: RATING_NAMES[value] }))

type VerdictFormProps = {
  /** The claim that a new verdict is of. */
  readonly claim: HighlightId
  /** Those on the story's claims, the one that stands first. */
  readonly verdicts: readonly Verdict[]
}

/** The analyst's verdict on a story. Each part is saved as it is chosen or left, as one action that can be undone. */
export function VerdictForm({ claim, verdicts }: VerdictFormProps) {
  const [verdict, ...others] = verdicts
  const [isOpen, setOpen] = useState(false)
  const target = verdict?.claim ?? claim
  const edit = useEdit(target)
  return (
    <div className={styles.form}>
      <div className={styles.row}>
        <Choices
          label="Verdict"
          look="bar"
          value={verdict?.rating ?? 'unchecked'}
          onChange={(rating) => edit({ rating })}
          options={OPTIONS}
        />
        {!verdict && !isOpen && (
          <Button look="quiet" onPress={() => setOpen(true)}>
            Add a note or sources
          </Button>
        )}
      </div>
      {(verdict || isOpen) && <Reasons key={target} claim={target} verdict={verdict ?? null} />}
      {verdict && <p className={styles.by}>By {verdict.annotator === '' ? 'somebody unnamed' : verdict.annotator}</p>}
      {others.map((other) => (
        <p key={other.claim} className={styles.other} dir="auto">
          Another telling was judged <RatingMark rating={other.rating} />
          {other.note !== '' && <>: {other.note}</>}
        </p>
      ))}
    </div>
  )
}

function Reasons({ claim, verdict }: { readonly claim: HighlightId; readonly verdict: Verdict | null }) {
  const app = useApp()
  const edit = useEdit(claim)
  const note = useDraft(verdict?.note ?? '', (text) => edit({ note: text.trim() }))
  const sources = useDraft(verdict?.sources.join('\n') ?? '', (text) => edit({ sources: text.split('\n') }))
  const openPage = async (url: string) => {
    const opened = await app.shell.openLink(url)
    if (!opened.ok) app.toasts.showError(opened.error)
  }
  const pages = verdict?.sources.filter((source) => /^https?:\/\/\S+$/.test(source)) ?? []
  return (
    <div className={styles.reasons}>
      <Field label="Why" rows={2} value={note.text} onChange={note.write} onBlur={note.save} />
      <Field label="Sources, one a line" rows={2} value={sources.text} onChange={sources.write} onBlur={sources.save} />
      {pages.length > 0 && (
        <ul className={styles.pages}>
          {pages.map((url) => (
            <li key={url}>
              <Link className={styles.page ?? ''} onPress={() => openPage(url)}>
                {url}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function useEdit(claim: HighlightId) {
  const app = useApp()
  return (patch: InputOf<'verdict.edit'>['patch']) => void app.act('verdict.edit', { claim, patch })
}
