import { type RefObject, useLayoutEffect, useRef } from 'react'
import { Button } from '../ui/button'
import styles from './arranging.module.css'

type ArrangingProps = {
  /** 0 to 1. */
  readonly progress: number
  readonly paused: boolean
  readonly onPause: () => void
  readonly onGoOn: () => void
  /** Where the keyboard goes when there is nothing left to arrange. */
  readonly map: RefObject<HTMLElement | null>
}

/** How far a large map is arranged. It can be read meanwhile, or left as it is. */
export function Arranging({ progress, paused, onPause, onGoOn, map }: ArrangingProps) {
  const box = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const { current } = box
    return () => {
      if (current?.contains(document.activeElement)) map.current?.focus()
    }
  }, [map])
  const percent = Math.floor(progress * 100)
  return (
    <div ref={box} className={styles.box}>
      <span className={styles.words} aria-hidden="true">
        {paused ? 'Arranged in part' : 'Arranging…'} {percent} %
      </span>
      <progress aria-label="Arranging the map" max={100} value={percent} />
      <Button look="quiet" onPress={paused ? onGoOn : onPause}>
        {paused ? 'Go on arranging' : 'Stop arranging'}
      </Button>
    </div>
  )
}
