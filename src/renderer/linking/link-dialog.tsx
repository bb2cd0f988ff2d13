import { useMemo } from 'react'
import type { Highlight } from '#annotations/model/highlight'
import type { HighlightId } from '#annotations/model/ids'
import { keyParts } from '../commands/keys'
import { useOpenArticle } from '../state/app-context'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { Keys } from '../ui/keys'
import { TagMark } from '../ui/tag-mark'
import { HitField } from './hit-field'
import styles from './link-dialog.module.css'
import { RelationPicker } from './relation-picker'
import { useHits } from './use-hits'
import { useLinkChoice } from './use-link-choice'
import { shortWords } from './words'

type LinkDialogProps = { readonly from: HighlightId; readonly onClose: () => void }

/** Picks the other end of a link among all highlights of the desk, and how the two are related. */
export function LinkDialog({ from, onClose }: LinkDialogProps) {
  const origin = useOpenArticle()?.byId.get(from)
  return (
    <Dialog title="Link to…" onClose={onClose} size="large" bare>
      {origin && <LinkForm origin={origin} onClose={onClose} />}
    </Dialog>
  )
}

function LinkForm({ origin, onClose }: { readonly origin: Highlight; readonly onClose: () => void }) {
  const { id, articleId, tag } = origin
  const first = useMemo(() => ({ id, tag }), [id, tag])
  const hits = useHits(id, articleId)
  const choice = useLinkChoice(first, hits.chosen)

  const make = async () => {
    if (await choice.make()) onClose()
  }
  return (
    <form
      className={styles.form}
      onKeyDown={choice.onKeyDown}
      onSubmit={(event) => {
        event.preventDefault()
        void make()
      }}
    >
      <div className={styles.origin}>
        <span className={styles.originLabel}>Link</span>
        <TagMark tag={tag} />
        <q className={styles.originWords} dir="auto">
          {shortWords(origin.anchor.quote.exact, 220)}
        </q>
      </div>
      <HitField hits={hits} from={origin} onTake={make} />
      <footer className={styles.footer}>
        {choice.link && <RelationPicker link={choice.link} choice={choice} />}
        <div className={styles.last}>
          <input
            className={styles.note}
            type="text"
            aria-label="Note on the link"
            placeholder="Note (optional)"
            dir="auto"
            value={choice.note}
            onChange={(event) => choice.write(event.currentTarget.value)}
          />
          <span className={styles.hint}>
            <Keys parts={keyParts('Alt+1')} /> to <Keys parts={keyParts('7')} /> relation
          </span>
          <Button look="quiet" onPress={onClose}>
            Cancel
          </Button>
          <Button look="primary" type="submit" isDisabled={choice.link?.refusal !== null}>
            Link
          </Button>
        </div>
      </footer>
    </form>
  )
}
