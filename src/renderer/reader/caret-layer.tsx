import { useLayoutEffect, useState } from 'react'
import { type Store, useStore } from '../state/store'
import { Keys } from '../ui/keys'
import styles from './caret-layer.module.css'
import type { Geometry } from './geometry'
import { type Parts, type Place, placeIn } from './parts'
import type { Stack } from './stack-menu'
import { useCaretMode } from './use-caret-mode'

type CaretLayerProps = {
  readonly parts: Parts
  readonly geometry: Store<Geometry | null>
  readonly openStack: (stack: Stack) => void
}

/** The caret of caret mode, and a reminder of its keys for as long as it is on. */
export function CaretLayer({ parts, geometry, openStack }: CaretLayerProps) {
  const { app, view, column } = parts
  const caret = useStore(app.reader.caret, (value) => value)
  const layout = useStore(geometry, (value) => value)
  const [box, setBox] = useState<(Place & { readonly height: number }) | null>(null)
  useCaretMode(parts, openStack)

  const head = caret?.head ?? null
  useLayoutEffect(() => {
    if (head === null || !layout) return setBox(null)
    const rect = view.rectAt(head)
    setBox({ ...placeIn(column, rect.left, rect.top), height: rect.bottom - rect.top })
  }, [view, column, layout, head])

  if (!caret) return null
  return (
    <>
      {box && (
        <div
          key={head}
          className={styles.caret}
          data-caret=""
          style={{ left: box.left, top: box.top, blockSize: box.height }}
        />
      )}
      <div className={styles.hint} dir="ltr" lang="en">
        <strong>Caret mode</strong>
        <Hint keys={['⇧', '→']} does="select" />
        <Hint keys={['.']} does="sentence" />
        <Hint keys={['E']} does="take more" />
        <Hint keys={['C', 'A', 'D']} does="tag" />
        <Hint keys={['Esc']} does="leave" />
      </div>
    </>
  )
}

function Hint({ keys, does }: { readonly keys: readonly string[]; readonly does: string }) {
  return (
    <span className={styles.key}>
      <Keys parts={keys} /> {does}
    </span>
  )
}
