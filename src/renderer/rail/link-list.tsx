import { useState } from 'react'
import type { Highlight } from '#annotations/model/highlight'
import { relationWords } from '#annotations/model/relation'
import { followTo } from '../linking/follow'
import { placeOf, shortWords } from '../linking/words'
import { useApp } from '../state/app-context'
import type { LinkEnd } from '../state/open-article'
import { TAG_NAMES } from '../ui/tag-mark'
import styles from './link-list.module.css'
import { LinkMenu } from './link-menu'
import { LinkNote } from './link-note'

/** UTF-16 units: more than three lines of a card. */
const MOST_SHOWN = 200

/** The links of a highlight, as it sees them: what it does or has done to it, and to which passage of which article. */
export function LinkList({ from, ends }: { readonly from: Highlight; readonly ends: readonly LinkEnd[] }) {
  return (
    <ul className={styles.links} aria-label="Links">
      {ends.map((end) => (
        <LinkRow key={`${end.link.id} ${end.seenFrom}`} from={from} end={end} />
      ))}
    </ul>
  )
}

function LinkRow({ from, end }: { readonly from: Highlight; readonly end: LinkEnd }) {
  const app = useApp()
  const [editing, setEditing] = useState(false)
  const { link, seenFrom, other } = end
  const relation = relationWords(link.relation, seenFrom)
  return (
    <li className={styles.link} data-tag={other.tag}>
      <button type="button" className={styles.go} onClick={() => followTo(app, from.id, other)}>
        <span className={styles.relation}>
          {relation} <span className="visually-hidden">{TAG_NAMES[other.tag].toLowerCase()}:</span>
        </span>{' '}
        <q className={styles.words} dir="auto">
          {shortWords(other.exact, MOST_SHOWN)}
        </q>{' '}
        <span className={styles.place} dir="auto">
          {placeOf(other, from.articleId)}
        </span>
      </button>
      <LinkMenu
        end={end}
        label={`Change link: ${relation} “${shortWords(other.exact, 40)}”`}
        onEditNote={() => setEditing(true)}
      />
      {editing ? (
        <LinkNote link={link} onDone={() => setEditing(false)} />
      ) : (
        link.note !== '' && (
          <p className={styles.note} dir="auto">
            {link.note}
          </p>
        )
      )}
    </li>
  )
}
