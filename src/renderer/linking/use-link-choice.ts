import { type KeyboardEvent, useMemo, useState } from 'react'
import type { HighlightId } from '#annotations/model/ids'
import { RELATIONS, type Relation } from '#annotations/model/relation'
import { useApp, useOpenArticle } from '../state/app-context'
import { type LinkPoint, type ProposedLink, proposeLink } from './pairing'

export type LinkChoice = {
  /** Null while there is nothing to link to. */
  readonly link: ProposedLink | null
  readonly note: string
  readonly pick: (relation: Relation) => void
  readonly turn: () => void
  readonly write: (note: string) => void
  /** Alt+1 to Alt+7 pick a relation, Alt+T turns it; outside of text fields the digits do so alone. */
  readonly onKeyDown: (event: KeyboardEvent) => void
  /** Makes the link; answers whether it was made. */
  readonly make: () => Promise<boolean>
}

/**
 * The link that is being made between two highlights, as far as it was chosen. A relation that was picked stays when another
 * second highlight is chosen; which way round it goes is asked anew.
 */
export function useLinkChoice(first: LinkPoint, second: LinkPoint | null): LinkChoice {
  const app = useApp()
  const existing = useOpenArticle()?.links
  const [relation, setRelation] = useState<Relation | null>(null)
  const [turnedTo, setTurnedTo] = useState<HighlightId | null>(null)
  const [note, setNote] = useState('')
  const link = useMemo(() => {
    const wish = { relation, turned: second !== null && turnedTo === second.id }
    return second && proposeLink(first, second, wish, existing?.values() ?? [])
  }, [first, second, relation, turnedTo, existing])
  const pick = (relation: Relation) => {
    setRelation(relation)
    setTurnedTo(null)
  }
  const turn = () => second && setTurnedTo((old) => (old === second.id ? null : second.id))

  return {
    link,
    note,
    pick,
    turn,
    write: setNote,
    onKeyDown(event) {
      if (event.ctrlKey || event.metaKey) return
      if (!event.altKey && event.target instanceof Element && event.target.matches(TEXT)) return
      const relation = RELATIONS[Number(/^Digit([1-9])$/.exec(event.code)?.[1]) - 1]
      if (relation) pick(relation)
      else if (event.code === 'KeyT' && event.altKey) turn()
      else return
      event.preventDefault()
    },
    async make() {
      if (!link || link.refusal !== null) return false
      const { from, to, relation } = link
      return (await app.act('link.add', { from, to, relation, note: note.trim() }, 'toast')) !== null
    },
  }
}

const TEXT = 'input:not([type="radio"]), textarea'
