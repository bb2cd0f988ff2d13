import { Link2, Trash2 } from 'lucide-react'
import type { Highlight } from '#annotations/model/highlight'
import { commandById } from '#contract/commands'
import { shownKeys } from '../commands/keys'
import { runCommand } from '../commands/run'
import { CarriedNote } from '../revisions/carried-note'
import { useApp, useOpenArticle } from '../state/app-context'
import type { LinkEnd } from '../state/open-article'
import { Button, IconButton } from '../ui/button'
import { Keys } from '../ui/keys'
import styles from './card-details.module.css'
import { LinkList } from './link-list'
import { NoteField } from './note-field'
import { SpeakerField } from './speaker-field'
import { TagSwitch } from './tag-switch'

const keysOf = (id: string) => {
  const command = commandById.get(id)
  return command ? shownKeys(command) : null
}

/** What the open card adds to its words: everything that can be changed about a highlight, and its links. */
export function CardDetails({ highlight, ends }: { readonly highlight: Highlight; readonly ends: readonly LinkEnd[] }) {
  const app = useApp()
  const readOnly = useOpenArticle()?.isNewest === false
  const linkKeys = keysOf('link.new')
  if (readOnly) {
    return (
      <div className={styles.details}>
        <CarriedNote highlight={highlight} />
        {highlight.note !== '' && <p dir="auto">{highlight.note}</p>}
        {ends.length > 0 && <LinkList from={highlight} ends={ends} />}
      </div>
    )
  }
  return (
    <div className={styles.details}>
      <CarriedNote highlight={highlight} />
      <TagSwitch highlight={highlight} />
      {highlight.tag === 'attribution' && <SpeakerField key={highlight.id} highlight={highlight} />}
      <NoteField key={`note ${highlight.id}`} highlight={highlight} />
      {ends.length > 0 && <LinkList from={highlight} ends={ends} />}
      <div className={styles.actions}>
        <Button look="quiet" onPress={() => runCommand(app, 'link.new')}>
          <Link2 size={15} aria-hidden="true" />
          Link to…
          {linkKeys && <Keys parts={linkKeys} />}
        </Button>
        <IconButton
          label="Delete highlight"
          keys={keysOf('highlight.delete')}
          onPress={() => runCommand(app, 'highlight.delete')}
        >
          <Trash2 size={15} />
        </IconButton>
      </div>
    </div>
  )
}
