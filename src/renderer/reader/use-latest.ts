import { type RefObject, useLayoutEffect, useRef } from 'react'

/** A value as it is now, for listeners that outlive the render they were made in. */
export function useLatest<T>(value: T): RefObject<T> {
  const latest = useRef(value)
  useLayoutEffect(() => {
    latest.current = value
  })
  return latest
}
