import { useEffect, useState } from 'react'
import { useLatest } from '../reader/use-latest'
import { useApp } from '../state/app-context'
import { formatSight, type MapPlace, type Sight } from '../state/map-route'
import { createStore, type Store } from '../state/store'

/** ms without a move after which what is seen is noted in the address. */
const SETTLED = 250

/** What is seen of the map. It follows the address, and the address follows it once it has come to rest. */
export function useSight(place: MapPlace): Store<Sight | null> {
  const app = useApp()
  const latest = useLatest(place)
  const [sight] = useState(() => createStore(place.sight))
  const noted = wordsOf(place.sight)
  useEffect(() => {
    // What was moved is in the address by now, or the address names another place.
    if (wordsOf(sight.get()) !== noted) sight.set(latest.current.sight)
  }, [sight, latest, noted])
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const stop = sight.subscribe(() => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        if (app.router.route.get().view === 'map') app.router.note({ ...latest.current, sight: sight.get() })
      }, SETTLED)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [app, sight, latest])
  return sight
}

function wordsOf(sight: Sight | null): string {
  return sight === null ? '' : formatSight(sight)
}
