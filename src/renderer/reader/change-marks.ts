import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import type { Block } from '#annotations/model/article'
import type { BlockRow } from '#contract/revision-views'
import type { Positions } from './positions'

const key = new PluginKey<DecorationSet>('changes')

const plugin = new Plugin<DecorationSet>({
  key,
  state: {
    init: () => DecorationSet.empty,
    apply: (transaction, old) => (transaction.getMeta(key) as DecorationSet | undefined) ?? old,
  },
  props: { decorations: (state) => key.getState(state) },
})

/**
 * Shows what changed since another revision: added words as insertions, removed ones where they stood. The document keeps
 * its text: what was removed is drawn, cannot be selected, and has no offset. Null takes the marks away.
 */
export function drawChanges(
  view: EditorView,
  positions: Positions,
  blocks: readonly Block[],
  rows: readonly BlockRow[] | null,
): void {
  // Most articles have one revision only: the plugin comes with the first marks.
  if (key.getState(view.state) === undefined) {
    if (rows === null) return
    view.updateState(view.state.reconfigure({ plugins: [...view.state.plugins, plugin] }))
  }
  const set =
    rows === null ? DecorationSet.empty : DecorationSet.create(view.state.doc, decorationsOf(rows, positions, blocks))
  view.dispatch(view.state.tr.setMeta(key, set))
}

function decorationsOf(rows: readonly BlockRow[], positions: Positions, blocks: readonly Block[]): Decoration[] {
  const decorations: Decoration[] = []
  let block = 0
  for (const { kind, newBlock, pieces } of rows) {
    if (newBlock === null) {
      // Between two blocks nothing may stand, and in a folded aside nothing is seen: it is drawn in the next one of the article.
      const text = pieces.map((piece) => piece.text).join('')
      decorations.push(removed(positions.toPosition(placeAt(block, positions, blocks)), text, 'block'))
      continue
    }
    let at = positions.startOf(newBlock)
    for (const piece of pieces) {
      if (piece.kind === 'removed') {
        decorations.push(removed(positions.toPosition(at), piece.text, 'inline'))
        continue
      }
      const end = at + piece.text.length
      if (piece.kind === 'added') {
        const [from, to] = [positions.toPosition(at), positions.toPosition(end)]
        decorations.push(Decoration.inline(from, to, { nodeName: 'ins', 'data-change': kind }))
      }
      at = end
    }
    block = newBlock + 1
  }
  return decorations
}

/** The start of the first block of the article from this one on, or the end of the last before it. */
function placeAt(block: number, positions: Positions, blocks: readonly Block[]): number {
  const next = blocks.findIndex((one, index) => index >= block && !one.aside)
  return next === -1
    ? positions.endOf(
        Math.max(
          0,
          blocks.findLastIndex((one) => !one.aside),
        ),
      )
    : positions.startOf(next)
}

function removed(position: number, text: string, shape: 'inline' | 'block'): Decoration {
  const draw = () => {
    const element = document.createElement('del')
    element.textContent = text
    element.dataset.change = shape
    element.contentEditable = 'false'
    return element
  }
  return Decoration.widget(position, draw, { side: -1, ignoreSelection: true, key: `${position} ${text}` })
}
