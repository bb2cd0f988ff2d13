import { createTextAnnotator } from '@recogito/text-annotator'
import '@recogito/text-annotator/text-annotator.css'
import { blockStarts } from '../../../../annotations/model/article'
import type { Highlight } from '../../../../annotations/model/highlight'
import column from '../../../../src/renderer/reader/article-view.module.css'
import { createPositions } from '../../../../src/renderer/reader/positions'
import styles from '../../../../src/renderer/reader/reader.module.css'
import { serve, view } from './bench-page'

const { blocks } = view.revision
const length = blocks.reduce((sum, block) => sum + block.text.length + 1, -1)
const positions = createPositions(blockStarts(blocks), length)

/** Recogito counts the characters of the page, where no line feed stands between two paragraphs. */
const annotationOf = ({ id, anchor }: Highlight, start = anchor.start, end = anchor.end) => ({
  id,
  bodies: [],
  target: {
    annotation: id,
    selector: [
      { quote: anchor.quote.exact, start: start - positions.blockAt(start), end: end - positions.blockAt(end) },
    ],
  },
})

let annotator: ReturnType<typeof createTextAnnotator> | undefined
const first = view.highlights.toSorted((a, b) => a.anchor.start - b.anchor.start)[0]
let count = 0

/** Recogito's text annotator in its default renderer, over the same text as plain paragraphs. */
serve(
  (root) => {
    root.innerHTML = `<div class="${column.scroller}" style="height:100vh"><article class="${styles.column}"><div class="${styles.text}"><div class="tiptap"></div></div></article></div>`
    const text = root.querySelector<HTMLElement>('.tiptap')
    if (!text) return
    for (const block of blocks) {
      const paragraph = document.createElement('p')
      paragraph.dataset.kind = block.kind
      paragraph.textContent = block.text
      text.append(paragraph)
    }
    annotator = createTextAnnotator(text, { annotatingEnabled: false })
    annotator.setAnnotations(view.highlights.map((highlight) => annotationOf(highlight)))
  },
  {
    add() {
      const start = 5 + 7 * count++
      if (first) annotator?.addAnnotation({ ...annotationOf(first, start, start + 60), id: `more-${count}` })
    },
    change() {
      if (first)
        annotator?.updateAnnotation(annotationOf(first, first.anchor.start, first.anchor.start + 40 + 9 * count++))
    },
    hover() {
      if (first) annotator?.state.hover.set(count++ % 2 === 0 ? first.id : null)
    },
  },
)
