import { ChevronDown, ChevronUp, GripVertical, Link2, MessageSquareText } from 'lucide-react'
import { useEffect, useMemo } from 'react'
import { type Highlight, speakerOf } from '#annotations/model/highlight'
import { startLinkDrag } from '../linking/drag-link'
import { shortWords, spokenHighlight, tagAndWords } from '../linking/words'
import { CardDetails } from '../rail/card-details'
import { useApp } from '../state/app-context'
import { type LinkEnd, linkEnds, type OpenArticle } from '../state/open-article'
import { useStore } from '../state/store'
import { TagMark } from '../ui/tag-mark'
import styles from './pane-card.module.css'

/** UTF-16 units: more than one line can show. */
const MOST_SHOWN = 160

/** The active highlight of a side, below its text: one line, and all that can be changed about it once that is asked for. */
export function PaneCard({ article }: { readonly article: OpenArticle }) {
  const app = useApp()
  const highlight = useStore(app.reader.active, (id) => (id === null ? null : (article.byId.get(id) ?? null)))
  // The side that is worked on: the others keep their room for the text.
  const isActing = useStore(app.acting, (acting) => acting === app)
  const open = useStore(app.comparing.details, (shown) => shown) && isActing
  const isWriting = useStore(app.reader.editing, (field) => field !== null)
  const ends = useMemo(() => linkEnds(article), [article])
  useEffect(() => {
    // Its field takes the focus as soon as it is there.
    if (isWriting) app.comparing.details.set(true)
  }, [app, isWriting])
  if (!highlight) return null
  return <ActiveCard highlight={highlight} ends={ends.get(highlight.id) ?? NO_ENDS} open={open} />
}

const NO_ENDS: readonly never[] = []

type CardProps = { readonly highlight: Highlight; readonly ends: readonly LinkEnd[]; readonly open: boolean }

function ActiveCard({ highlight, ends, open }: CardProps) {
  const app = useApp()
  const speaker = speakerOf(highlight)
  return (
    <article
      className={styles.card}
      aria-label={spokenHighlight(tagAndWords(highlight))}
      data-highlight-id={highlight.id}
      data-open={open || undefined}
    >
      <div className={styles.line}>
        <button
          type="button"
          className={styles.heading}
          data-card-heading
          aria-expanded={open}
          title={open ? 'Show one line' : 'Tag, note, speaker and links'}
          onClick={() => app.comparing.details.set(!open)}
        >
          <TagMark tag={highlight.tag} />
          <q className={styles.words} dir="auto">
            {shortWords(highlight.anchor.quote.exact, MOST_SHOWN)}
          </q>
          {speaker !== null && (
            <span className={styles.speaker} dir="auto">
              {speaker}
            </span>
          )}
          {highlight.note !== '' && (
            <span className={styles.fact}>
              <MessageSquareText size={13} aria-hidden="true" />
              <span className="visually-hidden">has a note</span>
            </span>
          )}
          {ends.length > 0 && (
            <span className={styles.fact}>
              <Link2 size={14} aria-hidden="true" />
              {ends.length}
              <span className="visually-hidden">{ends.length === 1 ? 'link' : 'links'}</span>
            </span>
          )}
          {open ? <ChevronDown size={15} aria-hidden="true" /> : <ChevronUp size={15} aria-hidden="true" />}
        </button>
        <span
          className={styles.handle}
          title="Drag to a highlight of another article to link it"
          aria-hidden="true"
          onPointerDown={(event) => startLinkDrag(app, highlight.id, event)}
        >
          <GripVertical size={15} />
        </span>
      </div>
      {open && (
        <div className={styles.details}>
          <CardDetails highlight={highlight} ends={ends} />
        </div>
      )}
    </article>
  )
}
