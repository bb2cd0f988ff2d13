import { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { Span } from '#annotations/anchoring/segments'
import { type Block, blockStarts } from '#annotations/model/article'
import type { Caret } from '../state/reader'
import { decorate, decorationsKey, decorationsPlugin } from './decorations'
import { readerExtensions, toDocument } from './nodes'
import type { Passages } from './passages'
import { createPositions, type Positions } from './positions'
import type { Layout } from './text-window'

/** CSS px from the window's top left corner. */
export type CaretRect = { readonly left: number; readonly top: number; readonly bottom: number }

/** The article's text on the page: TipTap, read-only, spoken to in offsets of the text. */
export type TextView = {
  readonly dom: HTMLElement
  readonly positions: Positions
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

/** Puts the blocks of a revision into an empty element. */
export function createTextView(host: HTMLElement, blocks: readonly Block[], length: number): TextView {
  const positions = createPositions(blockStarts(blocks), length)
  const editor = new Editor({
    element: host,
    extensions: readerExtensions,
    content: toDocument(blocks),
    editable: false,
    enableInputRules: false,
    enablePasteRules: false,
    injectCSS: false,
    coreExtensionOptions: { clipboardTextSerializer: { blockSeparator: '\n\n' } },
    enableCoreExtensions: {
      keymap: false,
      drop: false,
      paste: false,
      delete: false,
      focusEvents: false,
      tabindex: false,
    },
    editorProps: {
      // TipTap calls every editor a text box; this one cannot be typed in, and shortcuts must not rest in it.
      attributes: { role: 'presentation' },
      handleDOMEvents: { mousedown: () => true, dragstart: () => true },
    },
  })
  editor.registerPlugin(decorationsPlugin)
  const { view } = editor
  const offsetOf = (node: Node, at: number) => positions.toOffset(view.posAtDOM(node, at))

  return {
    dom: view.dom,
    positions,
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
      view.dispatch(view.state.tr.setMeta(decorationsKey, set))
    },
    readLayout() {
      const tops = Array.from(view.dom.children, (block) => (block instanceof HTMLElement ? block.offsetTop : 0))
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
    select({ anchor, head }) {
      const [from, to] = [positions.toPosition(anchor), positions.toPosition(head)]
      const [start, end] = [view.domAtPos(from), view.domAtPos(to)]
      document.getSelection()?.setBaseAndExtent(start.node, start.offset, end.node, end.offset)
      // ProseMirror restores its own selection when it redraws, so it has to be the same.
      const selection = TextSelection.create(view.state.doc, from, to)
      if (!selection.eq(view.state.selection)) view.dispatch(view.state.tr.setSelection(selection))
    },
    offsetAt(x, y) {
      const caret = document.caretPositionFromPoint(x, y)
      return caret && view.dom.contains(caret.offsetNode) ? offsetOf(caret.offsetNode, caret.offset) : null
    },
    destroy: () => editor.destroy(),
  }
}
