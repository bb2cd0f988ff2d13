import type { RecordsView } from '#annotations/changes/records'
import { type Highlight, speakerOf, type Tag } from '#annotations/model/highlight'
import type { ArticleId, HighlightId } from '#annotations/model/ids'
import { fold } from '#annotations/text/fold'
import { forEachWordHash } from './word-hashes'

/** A highlight as search sees it. `text` is its passage, `rest` its speaker and note, both folded. */
export type Passage = {
  readonly id: HighlightId
  readonly articleId: ArticleId
  readonly tag: Tag
  readonly start: number
  readonly text: string
  readonly rest: string
}

/** Folded highlights and the words that occur in them: built a little at a time, and kept up the same way. */
export type PassageIndex = {
  /** Every live passage with its slot; a slot is stable until the next change. */
  readonly forEach: (visit: (passage: Passage, slot: number) => void) => void
  readonly get: (id: HighlightId) => Passage | undefined
  /** Title and publisher of an article, folded. */
  readonly articleText: (id: ArticleId) => string
  /** What each slot has in common with a passage: the sum of the rarity of the words that they share. */
  readonly affinity: (passage: Passage) => Float32Array
  readonly noteHighlight: (id: HighlightId) => void
  readonly noteArticle: (id: ArticleId) => void
  /** Takes in what changed; answers whether work is left when `budget` milliseconds ran out. */
  readonly catchUp: (budget: number) => boolean
}

/** A word in more than this share of all passages says nothing of what they are about. */
const COMMON = 0.1
/** Clear dead slots when they are more than the live ones, but never for a handful. */
const FEW = 1_000
const CHECK_CLOCK_EVERY = 64

export function createPassageIndex(records: RecordsView): PassageIndex {
  let slots: (Passage | null)[] = []
  let slotOf = new Map<HighlightId, number>()
  let slotsWith = new Map<number, number[]>()
  const articleTexts = new Map<ArticleId, string>()
  let pending: HighlightId[] = [...records.highlights.keys()]

  const remove = (id: HighlightId) => {
    const slot = slotOf.get(id)
    if (slot === undefined) return
    slots[slot] = null
    slotOf.delete(id)
  }
  const add = (passage: Passage) => {
    const slot = slots.push(passage) - 1
    slotOf.set(passage.id, slot)
    forEachWordHash(passage.text, (word) => {
      const list = slotsWith.get(word)
      if (!list) slotsWith.set(word, [slot])
      else if (list[list.length - 1] !== slot) list.push(slot)
    })
  }
  const compact = () => {
    const live = slots.filter((passage) => passage !== null)
    slots = []
    slotOf = new Map()
    slotsWith = new Map()
    for (const passage of live) add(passage)
  }

  return {
    forEach(visit) {
      for (let slot = 0; slot < slots.length; slot++) {
        const passage = slots[slot]
        if (passage) visit(passage, slot)
      }
    },
    get(id) {
      const slot = slotOf.get(id)
      return slot === undefined ? undefined : (slots[slot] ?? undefined)
    },
    articleText(id) {
      const known = articleTexts.get(id)
      if (known !== undefined) return known
      const article = records.articles.get(id)
      const text = article ? fold(`${article.title} ${article.publisher ?? ''}`) : ''
      articleTexts.set(id, text)
      return text
    },
    affinity(passage) {
      const shared = new Float32Array(slots.length)
      const telling = new Set<number>()
      forEachWordHash(passage.text, (word) => telling.add(word))
      for (const word of telling) {
        const list = slotsWith.get(word) ?? []
        if (list.length > Math.max(FEW, slotOf.size * COMMON)) continue
        const rarity = Math.log(1 + slotOf.size / list.length)
        for (const slot of list) shared[slot] = (shared[slot] ?? 0) + rarity
      }
      return shared
    },
    noteHighlight: (id) => void pending.push(id),
    noteArticle: (id) => void articleTexts.delete(id),
    catchUp(budget) {
      const until = performance.now() + budget
      let done = 0
      while (done < pending.length) {
        const id = pending[done++]
        if (id === undefined) break
        remove(id)
        const highlight = records.highlights.get(id)
        if (highlight) add(toPassage(highlight))
        if (done % CHECK_CLOCK_EVERY === 0 && performance.now() > until) break
      }
      pending = done === pending.length ? [] : pending.slice(done)
      if (slots.length - slotOf.size > Math.max(FEW, slotOf.size)) compact()
      return pending.length > 0
    },
  }
}

function toPassage(highlight: Highlight): Passage {
  const { id, articleId, tag, anchor, note } = highlight
  const speaker = speakerOf(highlight)
  return {
    id,
    articleId,
    tag,
    start: anchor.start,
    text: fold(anchor.quote.exact),
    rest: note === '' && speaker === null ? '' : fold(`${speaker ?? ''} ${note}`),
  }
}
