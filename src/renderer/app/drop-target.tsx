import { type DragEvent, type ReactNode, useState } from 'react'
import { readFiles } from '../bridge/shell'
import { useApp } from '../state/app-context'
import styles from './drop-target.module.css'

const carriesFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files')

/** The whole window takes dropped files, and shows that it does. */
export function DropTarget({ children }: { readonly children: ReactNode }) {
  const app = useApp()
  const [over, setOver] = useState(false)
  return (
    <div
      className={styles.target}
      onDragOver={(event) => {
        if (!carriesFiles(event)) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget instanceof Node ? event.relatedTarget : null))
          setOver(false)
      }}
      onDrop={async (event) => {
        if (!carriesFiles(event)) return
        event.preventDefault()
        setOver(false)
        const files = await readFiles(event.dataTransfer.files)
        if (files.length > 0) app.dialog.set({ kind: 'add', files })
      }}
    >
      {children}
      {over && <div className={styles.veil}>Drop to add these articles</div>}
    </div>
  )
}
