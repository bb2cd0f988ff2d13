import type { RecordsView } from '#annotations/changes/records'
import { type Highlight, speakerOf, type Tag } from '#annotations/model/highlight'
import type { ArticleId, HighlightId } from '#annotations/model/ids'
import { fold, words } from '#annotations/text/fold'

/** A highlight as search sees it: `passage` and `rest` (note and speaker) are folded words, each with a space before it. */
export type Passage = {
  readonly id: HighlightId
  readonly articleId: ArticleId
  readonly tag: Tag
  readonly start: number
  readonly passage: string
  readonly rest: string
}

/** Folded highlights with the words that occur in them, built when first asked and kept up lazily. */
export type PassageIndex = {
  /** Every live passage with its slot; a slot is stable until the next change. */
  readonly forEach: (visit: (passage: Passage, slot: number) => void) => void
  readonly get: (id: HighlightId) => Passage | undefined
  /** The folded words of an article's title and publisher. */
  readonly articleText: (id: ArticleId) => string
  /** How much each slot has in common with a passage: the sum of the rarity of the words they share. */
  readonly affinity: (passage: Passage) => Float32Array
  readonly noteHighlight: (id: HighlightId) => void
  readonly noteArticle: (id: ArticleId) => void
  /** Folds what changed; answers whether work is left when `budget` milliseconds ran out. */
  readonly catchUp: (budget: number) => boolean
}

/** Shorter words join nearly anything to anything. */
const SHORTEST_WORD = 4
/** A word in more than this share of all passages says nothing of what they are about. */
const COMMON = 0.1
/** Clear dead slots when they are more than the live ones, but never for a handful. */
const FEW = 1_000
const CHECK_CLOCK_EVERY = 64

export function createPassageIndex(records: RecordsView): PassageIndex {
  let slots: (Passage | null)[] = []
  let slotOf = new Map<HighlightId, number>()
  let postings = new Map<string, number[]>()
  const articleTexts = new Map<ArticleId, string>()
  let pending: HighlightId[] = [...records.highlights.keys()]

  const remove = (id: HighlightId) => {
    const slot = slotOf.get(id)
    if (slot === undefined) return
    slots[slot] = null
    slotOf.delete(id)
  }
  const add = (highlight: Highlight) => {
    const passage = toPassage(highlight)
    const slot = slots.push(passage) - 1
    slotOf.set(highlight.id, slot)
    for (const word of contentWords(passage)) {
      const list = postings.get(word)
      if (list) list.push(slot)
      else postings.set(word, [slot])
    }
  }
  const compact = () => {
    const ids = [...slotOf.keys()]
    slots = []
    slotOf = new Map()
    postings = new Map()
    for (const id of ids) {
      const highlight = records.highlights.get(id)
      if (highlight) add(highlight)
    }
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
      const text = article ? toWords(`${article.title} ${article.publisher ?? ''}`) : ''
      articleTexts.set(id, text)
      return text
    },
    affinity(passage) {
      const shared = new Float32Array(slots.length)
      const total = slotOf.size
      for (const word of contentWords(passage)) {
        const list = postings.get(word) ?? []
        if (list.length > Math.max(FEW, total * COMMON)) continue
        const rarity = Math.log(1 + total / list.length)
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
        if (highlight) add(highlight)
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
  return {
    id,
    articleId,
    tag,
    start: anchor.start,
    passage: toWords(anchor.quote.exact),
    rest: toWords(`${speakerOf(highlight) ?? ''} ${note}`),
  }
}

/** Punctuation is dropped, so that a query finds a phrase whatever quotes and commas stand in it. */
function toWords(text: string): string {
  const found = words(fold(text))
  return found.length > 0 ? ` ${found.join(' ')}` : ''
}

function contentWords(passage: Passage): ReadonlySet<string> {
  return new Set(passage.passage.split(' ').filter((word) => word.length >= SHORTEST_WORD || /\d/.test(word)))
}
