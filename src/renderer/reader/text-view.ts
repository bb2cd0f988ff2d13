import { TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { Editor, Extension } from '@tiptap/react'
import type { Span } from '#annotations/anchoring/segments'
import { type Block, blockStarts } from '#annotations/model/article'
import type { Caret } from '../state/reader'
import { decorate, decorationsKey, decorationsPlugin } from './decorations'
import { readerExtensions, toDocument } from './nodes'
import type { Passages } from './passages'
import { createPositions, type Positions, SECTION } from './positions'
import type { Layout } from './text-window'

/** CSS px from the window's top left corner. */
export type CaretRect = { readonly left: number; readonly top: number; readonly bottom: number }

/** The article's text on the page: TipTap, read-only, spoken to in offsets of the text. */
export type TextView = {
  readonly dom: HTMLElement
  readonly positions: Positions
  readonly blockElement: (block: number) => Element | undefined
  /** For what draws more into the text than passages. */
  readonly editor: EditorView
  readonly rangeOf: (span: Span) => Range
  /** Draws the passages within a stretch of the text; those outside lose their drawing. */
  readonly draw: (passages: Passages, window: Span) => void
  readonly readLayout: () => Layout
  /** Where the caret stands at an offset; `side` says of which neighbour's line it is at a line's end. */
  readonly rectAt: (offset: number, side?: 1 | -1) => CaretRect
  /** The browser's own selection, when it covers some of the text. Not yet snapped. */
  readonly readSelection: () => Caret | null
  /** Selects in the browser's own way, so that copying and assistive technology know of it. */
  readonly select: (caret: Caret) => void
  readonly offsetAt: (x: number, y: number) => number | null
  readonly destroy: () => void
}

/** What TipTap brings for typing; `editable` is what keeps everybody from it. */
const NO_TYPING = {
  clipboardTextSerializer: false,
  keymap: false,
  drop: false,
  paste: false,
  delete: false,
  focusEvents: false,
  tabindex: false,
} as const

const Highlights = Extension.create({ name: 'highlights', addProseMirrorPlugins: () => [decorationsPlugin] })

/** Puts the blocks of a revision into an empty element. */
export function createTextView(host: HTMLElement, blocks: readonly Block[], length: number, title: string): TextView {
  const positions = createPositions(blockStarts(blocks), length)
  const editor = new Editor({
    // Made out of the page and put into it whole: TipTap draws twice, and would have the page laid out each time.
    element: document.createElement('div'),
    extensions: [...readerExtensions, Highlights],
    content: toDocument(blocks, title),
    editable: false,
    enableInputRules: false,
    enablePasteRules: false,
    injectCSS: false,
    enableCoreExtensions: NO_TYPING,
    editorProps: {
      // TipTap calls every editor a text box; this one cannot be typed in, and shortcuts must not rest in it.
      attributes: { role: 'presentation' },
      clipboardTextSerializer: ({ content }) => content.textBetween(0, content.size, '\n\n'),
      handleDOMEvents: { mousedown: () => true, dragstart: () => true },
    },
  })
  const { view } = editor
  host.append(view.dom)
  const offsetOf = (node: Node, at: number) => positions.toOffset(view.posAtDOM(node, at))
  const selectionOf = ({ anchor, head }: Caret) =>
    TextSelection.create(view.state.doc, positions.toPosition(anchor), positions.toPosition(head))
  const putSelection = ({ anchor, head }: Caret) => {
    const [start, end] = [view.domAtPos(positions.toPosition(anchor)), view.domAtPos(positions.toPosition(head))]
    document.getSelection()?.setBaseAndExtent(start.node, start.offset, end.node, end.offset)
  }
  /** The browser's selection, collapsed too, when both its ends lie in the text. */
  const held = (): Caret | null => {
    const { anchorNode, anchorOffset, focusNode, focusOffset } = document.getSelection() ?? {}
    if (!anchorNode || !focusNode || !view.dom.contains(anchorNode) || !view.dom.contains(focusNode)) return null
    return { anchor: offsetOf(anchorNode, anchorOffset ?? 0), head: offsetOf(focusNode, focusOffset ?? 0) }
  }

  return {
    dom: view.dom,
    positions,
    blockElement: (block) => view.dom.children[Math.floor(block / SECTION)]?.children[block % SECTION],
    editor: view,
    rangeOf({ start, end }) {
      const range = document.createRange()
      const [from, to] = [view.domAtPos(positions.toPosition(start)), view.domAtPos(positions.toPosition(end))]
      range.setStart(from.node, from.offset)
      range.setEnd(to.node, to.offset)
      return range
    },
    draw(passages, window) {
      const set = decorate(view.state.doc, positions, passages, window)
      const change = view.state.tr.setMeta(decorationsKey, set)
      // ProseMirror hears of a selection a task later than it is made, and would put the one before it back as it redraws.
      const selected = held()
      if (!selected) return view.dispatch(change)
      view.dispatch(change.setSelection(selectionOf(selected)))
      const kept = held()
      if (kept?.anchor !== selected.anchor || kept.head !== selected.head) putSelection(selected)
    },
    readLayout() {
      const top = view.dom.offsetTop
      const blocks = view.dom.querySelectorAll<HTMLElement>('[data-kind]')
      const tops = Array.from(blocks, (block) => block.offsetTop - top)
      return { tops: [...tops, view.dom.offsetHeight] }
    },
    rectAt: (offset, side = 1) => view.coordsAtPos(positions.toPosition(offset), side),
    readSelection() {
      const selection = document.getSelection()
      const range = selection?.rangeCount ? selection.getRangeAt(0) : null
      if (!selection || !range || range.collapsed || !range.intersectsNode(view.dom)) return null
      const ends = [
        view.dom.contains(range.startContainer) ? offsetOf(range.startContainer, range.startOffset) : 0,
        view.dom.contains(range.endContainer) ? offsetOf(range.endContainer, range.endOffset) : length,
      ] as const
      const backward = selection.focusNode === range.startContainer && selection.focusOffset === range.startOffset
      return backward ? { anchor: ends[1], head: ends[0] } : { anchor: ends[0], head: ends[1] }
    },
    select(caret) {
      putSelection(caret)
      // ProseMirror restores its own selection when it redraws, so it has to be the same.
      const selection = selectionOf(caret)
      if (!selection.eq(view.state.selection)) view.dispatch(view.state.tr.setSelection(selection))
    },
    offsetAt(x, y) {
      const caret = document.caretPositionFromPoint(x, y)
      return caret && view.dom.contains(caret.offsetNode) ? offsetOf(caret.offsetNode, caret.offset) : null
    },
    destroy() {
      editor.destroy()
      host.replaceChildren()
    },
  }
}
