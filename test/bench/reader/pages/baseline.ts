import { Editor } from '@tiptap/core'
import column from '../../../../src/renderer/reader/article-view.module.css'
import { readerExtensions, toDocument } from '../../../../src/renderer/reader/nodes'
import styles from '../../../../src/renderer/reader/reader.module.css'
import { serve, view } from './bench-page'

/** TipTap with its own defaults, showing the same text in the same type, with no highlight. */
serve((root) => {
  root.innerHTML = `<div class="${column.scroller}" style="height:100vh"><article class="${styles.column}"><div class="${styles.text}"></div></article></div>`
  new Editor({
    element: root.querySelector('article > div'),
    extensions: readerExtensions,
    content: toDocument(view.revision.blocks),
    editable: false,
    injectCSS: false,
  })
})
