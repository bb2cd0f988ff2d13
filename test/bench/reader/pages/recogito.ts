import { createTextAnnotator } from '@recogito/text-annotator'
import '@recogito/text-annotator/text-annotator.css'
import { blockStarts } from '../../../../annotations/model/article'
import type { Highlight } from '../../../../annotations/model/highlight'
import type { ArticleView } from '../../../../src/contract/views'
import column from '../../../../src/renderer/reader/article-view.module.css'
import { createPositions } from '../../../../src/renderer/reader/positions'
import styles from '../../../../src/renderer/reader/reader.module.css'
import { firstHighlight, serve, view } from './bench-page'

type Annotator = ReturnType<typeof createTextAnnotator>
let annotator: Annotator | undefined
let count = 0

/** Recogito counts the characters of the page, where no line feed stands between two paragraphs. */
function annotatorFor({ revision: { blocks } }: ArticleView) {
  const length = blocks.reduce((sum, block) => sum + block.text.length + 1, -1)
  const { blockAt } = createPositions(blockStarts(blocks), length)
  return ({ id, anchor }: Highlight, start = anchor.start, end = anchor.end) => ({
    id: String(id),
    bodies: [],
    target: {
      annotation: String(id),
      selector: [{ quote: anchor.quote.exact, start: start - blockAt(start), end: end - blockAt(end) }],
    },
  })
}
const annotationOf = annotatorFor(view)

/** Recogito's text annotator in its default renderer, over the same text as plain paragraphs. */
serve({
  show(root, shown) {
    root.innerHTML = `<div class="${column.scroller}" style="height:100vh"><article class="${styles.column}"><div class="${styles.text}"><div></div></div></article></div>`
    const text = root.querySelector<HTMLElement>('article > div > div')
    if (!text) return
    for (const block of shown.revision.blocks) {
      const paragraph = document.createElement('p')
      paragraph.dataset.kind = block.kind
      paragraph.textContent = block.text
      text.append(paragraph)
    }
    const toAnnotation = annotatorFor(shown)
    annotator = createTextAnnotator(text, { annotatingEnabled: false })
    annotator.setAnnotations(shown.highlights.map((highlight) => toAnnotation(highlight)))
  },
  clear(root) {
    annotator?.destroy()
    root.replaceChildren()
  },
  actions: {
    add() {
      const start = 5 + 7 * count++
      annotator?.addAnnotation({ ...annotationOf(firstHighlight, start, start + 60), id: `more-${count}` })
    },
    change() {
      const { start } = firstHighlight.anchor
      annotator?.updateAnnotation(annotationOf(firstHighlight, start, start + 40 + 9 * count++))
    },
    hover() {
      annotator?.state.hover.set(count++ % 2 === 0 ? firstHighlight.id : null)
    },
  },
})
