import { Link2 } from 'lucide-react'
import { type ReactNode, useEffect, useMemo, useRef } from 'react'
import type { Highlight } from '#annotations/model/highlight'
import { relationWords } from '#annotations/model/relation'
import type { HighlightBrief } from '#contract/views'
import { useOpenArticle } from '../state/app-context'
import { errorText } from '../state/app-model'
import { linkEnds } from '../state/open-article'
import { count, formatPublished } from '../ui/format'
import { TagMark } from '../ui/tag-mark'
import { emphasise } from './emphasis'
import styles from './link-dialog.module.css'
import type { LinkResults } from './link-search'

export const LIST_ID = 'link-hits'
export const hitId = (hit: HighlightBrief) => `hit-${hit.id}`

/** UTF-16 units: about two lines. */
const MOST_SHOWN = 220

type HitListProps = {
  readonly results: LinkResults | null
  readonly chosen: HighlightBrief | null
  /** Null when there are several. */
  readonly from: Highlight | null
  readonly onChoose: (hit: HighlightBrief) => void
  readonly onTake: () => void
}

/** The highlights that were found, best first. The focus stays in the search field; it says which one is chosen. */
export function HitList({ results, chosen, from, onChoose, onTake }: HitListProps) {
  const list = useRef<HTMLDivElement>(null)
  const linked = useLinked(from)
  const chosenId = chosen?.id ?? null
  useEffect(() => {
    if (chosenId === null) return
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [chosenId])

  return (
    <div className={styles.results}>
      <div ref={list} id={LIST_ID} role="listbox" aria-label="Highlights found" className={styles.list}>
        {results?.hits.map((hit) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the search field (aria-activedescendant)
          // biome-ignore lint/a11y/useKeyWithClickEvents: its keys are those of the search field
          <div
            key={hit.id}
            id={hitId(hit)}
            role="option"
            aria-selected={hit.id === chosenId}
            className={styles.hit}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onChoose(hit)}
            onDoubleClick={onTake}
          >
            <HitRow
              hit={hit}
              query={results.query.text}
              here={hit.articleId === from?.articleId}
              linked={linked.get(hit.id)}
            />
          </div>
        ))}
      </div>
      <p className={styles.found} role="status">
        {foundWords(results)}
      </p>
    </div>
  )
}

type HitRowProps = {
  readonly hit: HighlightBrief
  readonly query: string
  readonly here: boolean
  readonly linked: string | undefined
}

function HitRow({ hit, query, here, linked }: HitRowProps) {
  const place = [hit.speaker, ...(here ? ['This article'] : [hit.publisher, hit.articleTitle])]
    .filter(Boolean)
    .join(' · ')
  return (
    <>
      <TagMark tag={hit.tag} />
      <span className={styles.hitWords} dir="auto">
        <Emphasised text={hit.exact} query={query} />
      </span>
      <span className={styles.hitPlace}>
        <span className={styles.hitArticle} dir="auto">
          <Emphasised text={place} query={query} />
        </span>
        {!here && hit.published && <span>{formatPublished(hit.published)}</span>}
        {linked && (
          <span className={styles.linked}>
            <Link2 size={12} aria-hidden="true" />
            {linked}
          </span>
        )}
      </span>
    </>
  )
}

function Emphasised({ text, query }: { readonly text: string; readonly query: string }) {
  return emphasise(text, query, MOST_SHOWN).map(
    ({ text, hit, start }): ReactNode => (hit ? <mark key={start}>{text}</mark> : <span key={start}>{text}</span>),
  )
}

/** What the origin is linked to already, in words. */
function useLinked(from: Highlight | null): ReadonlyMap<string, string> {
  const article = useOpenArticle()
  return useMemo(() => {
    const linked = new Map<string, string>()
    for (const { link, seenFrom, other } of (article && from && linkEnds(article).get(from.id)) ?? []) {
      const words = relationWords(link.relation, seenFrom)
      linked.set(other.id, linked.has(other.id) ? `${linked.get(other.id)}, ${words}` : `linked: ${words}`)
    }
    return linked
  }, [article, from])
}

function foundWords(results: LinkResults | null): string {
  if (results === null) return ''
  const { hits, total, query, error } = results
  if (error) return errorText(error)
  if (total > hits.length) return `${count(total - hits.length, 'more highlight')}: type to narrow them down.`
  if (total > 0) return count(total, 'highlight')
  const narrowed = query.text !== '' || query.tags.length > 0 || query.where !== 'anywhere'
  return narrowed
    ? 'No highlight fits. Try fewer words or another filter.'
    : 'There is no other highlight yet. Tag a second passage, here or in another article, to link to it.'
}
