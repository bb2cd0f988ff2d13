import { ListTree, Plus } from 'lucide-react'
import { useRef } from 'react'
import { RELATIONS, type Relation, relationWords } from '#annotations/model/relation'
import { commandById } from '#contract/commands'
import { shownKeys } from '../commands/keys'
import { runCommand } from '../commands/run'
import { RelationLine } from '../figures/relation-line'
import { useApp } from '../state/app-context'
import { type ComparePlace, MOST_SIDES } from '../state/compare-route'
import type { OpenArticle } from '../state/open-article'
import { useStore } from '../state/store'
import { Button } from '../ui/button'
import { count } from '../ui/format'
import { Keys } from '../ui/keys'
import styles from './compare-bar.module.css'
import type { Comparison } from './comparison'
import { PairingBar } from './pairing-bar'
import type { Pane } from './pane'
import { TieList } from './tie-list'
import type { Tie } from './ties'

type CompareBarProps = {
  readonly comparison: Comparison
  readonly panes: readonly Pane[]
  readonly place: ComparePlace
  readonly articles: readonly (OpenArticle | null)[]
  readonly ties: readonly Tie[]
}

/** Below the articles: the links between them as a list, how each relation is drawn, and room for a third. */
export function CompareBar({ comparison, panes, place, articles, ties }: CompareBarProps) {
  const app = useApp()
  const pairing = useStore(app.linking.pairing, (id) => id)
  const opener = useRef<HTMLButtonElement>(null)
  const { listing } = place
  const open = articles.filter((article) => article !== null).length
  if (pairing !== null) return <PairingBar from={pairing} comparison={comparison} panes={panes} />
  return (
    <footer className={styles.bar}>
      <Button
        ref={opener}
        look="quiet"
        aria-expanded={listing !== undefined}
        aria-haspopup="dialog"
        isDisabled={ties.length === 0}
        onPress={() => runCommand(app, 'compare.links')}
      >
        <ListTree size={15} aria-hidden="true" />
        {count(ties.length, 'link')}
        {ties.length > 0 && <Keys parts={keysOf('compare.links')} />}
      </Button>
      <p className="visually-hidden" role="status">
        {open > 1 ? `${count(ties.length, 'link')} between these articles.` : ''}
      </p>
      {ties.length > 0 ? (
        <Legend ties={ties} />
      ) : (
        <p className={styles.hint}>
          {open > 1 && (
            <>
              None between these articles yet. Press <Keys parts={['L']} /> on a highlight, or drag it to one of another
              article.
            </>
          )}
        </p>
      )}
      {place.sides.length < MOST_SIDES && (
        <Button look="quiet" onPress={() => runCommand(app, 'compare.add')}>
          <Plus size={15} aria-hidden="true" />
          Third article
        </Button>
      )}
      {listing && ties.length > 0 && (
        <TieList
          opener={opener}
          comparison={comparison}
          panes={panes}
          articles={articles}
          ties={ties}
          place={place}
          at={listing.link}
        />
      )}
    </footer>
  )
}

/** The relations that there are, as their curves are drawn. */
function Legend({ ties }: { readonly ties: readonly Tie[] }) {
  const counts = new Map<Relation, number>()
  for (const { link } of ties) counts.set(link.relation, (counts.get(link.relation) ?? 0) + 1)
  return (
    <ul className={styles.legend} aria-label="How links are drawn">
      {RELATIONS.filter((relation) => counts.has(relation)).map((relation) => (
        <li key={relation} className={styles.relation}>
          <RelationLine relation={relation} />
          {relationWords(relation, 'from')} <span className={styles.count}>{counts.get(relation)}</span>
        </li>
      ))}
    </ul>
  )
}

function keysOf(id: string): readonly string[] {
  const command = commandById.get(id)
  return (command && shownKeys(command)) ?? []
}
