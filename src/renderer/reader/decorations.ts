import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { Span } from '#annotations/anchoring/segments'
import type { Highlight } from '#annotations/model/highlight'
import { cutPieces, type Passage, type Passages } from './passages'
import type { Positions } from './positions'

type Doc = Parameters<typeof DecorationSet.create>[0]

/** Carries a new set of decorations in a transaction, and keeps it in the state. */
export const decorationsKey = new PluginKey<DecorationSet>('highlights')

/** Draws the set that the last transaction brought. The document never changes, so a set never has to be mapped. */
export const decorationsPlugin = new Plugin<DecorationSet>({
  key: decorationsKey,
  state: {
    init: () => DecorationSet.empty,
    apply: (transaction, old) => (transaction.getMeta(decorationsKey) as DecorationSet | undefined) ?? old,
  },
  props: { decorations: (state) => decorationsKey.getState(state) },
})

/**
 * The passages of a stretch of the text as decorations. Each piece between two edges gets an element of its own for each of
 * its passages, the shortest innermost: ProseMirror wraps later decorations of one range around earlier ones. Elements of
 * one range each have a name, because nameless ones are merged and lose attributes.
 */
export function decorate(doc: Doc, positions: Positions, passages: Passages, window: Span): DecorationSet {
  const decorations: Decoration[] = []
  const last = positions.blockAt(window.end)
  const inWindow = passages.overlapping(window.start, window.end)
  let first = 0
  for (let block = positions.blockAt(window.start); block <= last; block++) {
    const start = Math.max(window.start, positions.startOf(block))
    const end = Math.min(window.end, positions.endOf(block))
    const tokens = positions.tokensBefore(block)
    while (first < inWindow.length && (inWindow[first]?.end ?? 0) <= start) first++
    const here = overlappingFrom(inWindow, first, start, end)
    for (const piece of cutPieces(here, start, end)) {
      const from = piece.start + tokens
      const to = piece.end + tokens
      for (const passage of piece.passages) decorations.push(Decoration.inline(from, to, attributesOf(passage)))
    }
  }
  return DecorationSet.create(doc, decorations)
}

function overlappingFrom(sorted: readonly Passage[], first: number, start: number, end: number): Passage[] {
  const found: Passage[] = []
  for (let i = first; i < sorted.length; i++) {
    const passage = sorted[i]
    if (!passage || passage.start >= end) break
    if (passage.end > start) found.push(passage)
  }
  return found
}

/** Levels that are drawn apart; deeper stacks share the lowest line. */
const LEVELS = 4

type Attributes = { readonly [name: string]: string }

/** ProseMirror compares decorations attribute by attribute, unless they share one object. */
const known = new WeakMap<Highlight, Attributes>()

function attributesOf({ highlight, level }: Passage): Attributes {
  const drawn = String(Math.min(level, LEVELS - 1))
  const old = known.get(highlight)
  if (old?.['data-level'] === drawn) return old
  const made = {
    nodeName: 'mark',
    'data-highlight-id': highlight.id,
    'data-tag': highlight.tag,
    'data-level': drawn,
    'aria-roledescription': highlight.tag,
  }
  known.set(highlight, made)
  return made
}
