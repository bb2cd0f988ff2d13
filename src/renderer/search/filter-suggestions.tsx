import { useEffect, useMemo, useState } from 'react'
import { Button, Group } from 'react-aria-components'
import { useApp } from '../state/app-context'
import { useStore } from '../state/store'
import styles from './search-bar.module.css'
import { filterBeingWritten, suggestionsFor } from './suggestions'

/** While a filter is being written: what the desk has for it. */
export function FilterSuggestions({
  query,
  onTake,
}: {
  readonly query: string
  readonly onTake: (query: string) => void
}) {
  const app = useApp()
  const library = useStore(app.library.store, (state) => state)
  const [speakers, setSpeakers] = useState<readonly string[]>([])
  const name = filterBeingWritten(query)
  useEffect(() => {
    if (name === 'speaker') void app.ask('speaker.list', {}).then((found) => setSpeakers(found ?? []))
  }, [app, name])
  const publishers = useMemo(() => {
    const all = library.state === 'ready' ? [...library.articles.values()] : []
    return [...new Set(all.flatMap(({ article }) => article.publisher ?? []))].sort((a, b) => a.localeCompare(b))
  }, [library])
  const suggestions = suggestionsFor(query, { speakers, publishers })
  if (suggestions.length === 0) return null
  return (
    <Group className={styles.written ?? ''} aria-label={`Values for ${name}`}>
      {suggestions.map(({ value, query }) => (
        <Button key={value} className={styles.suggestion ?? ''} onPress={() => onTake(query)}>
          <bdi>{value}</bdi>
        </Button>
      ))}
    </Group>
  )
}
