import { type ReactNode, useEffect, useState } from 'react'
import { droppedFiles } from '../bridge/dropped-files'
import { dialogForFiles } from '../dialogs/dialog-for-files'
import { useApp } from '../state/app-context'
import styles from './drop-target.module.css'

/** The whole window takes dropped files, and shows that it does. */
export function DropTarget({ children }: { readonly children: ReactNode }) {
  const app = useApp()
  const [over, setOver] = useState(false)
  useEffect(
    () =>
      listenForFiles(setOver, async (files) => {
        const dialog = await dialogForFiles(files)
        if (dialog) app.dialog.set(dialog)
      }),
    [app],
  )
  return (
    <div className={styles.target}>
      {children}
      {over && <div className={styles.veil}>Drop to add or import these files</div>}
    </div>
  )
}

/** On the window and not on an element: a file that misses would make the browser leave the page for it. */
function listenForFiles(setOver: (over: boolean) => void, onFiles: (files: readonly File[]) => void): () => void {
  const off = new AbortController()
  const listen = (type: 'dragover' | 'dragleave' | 'drop', act: (event: DragEvent, data: DataTransfer) => void) =>
    window.addEventListener(
      type,
      (event) => {
        if (event.dataTransfer?.types.includes('Files')) act(event, event.dataTransfer)
      },
      { signal: off.signal },
    )
  listen('dragover', (event) => {
    event.preventDefault()
    setOver(true)
  })
  // Leaving for another element names it; leaving the window names none.
  listen('dragleave', (event) => event.relatedTarget === null && setOver(false))
  listen('drop', (event, data) => {
    event.preventDefault()
    setOver(false)
    void droppedFiles(data).then(onFiles)
  })
  return () => off.abort()
}
