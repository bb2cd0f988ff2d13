import { useEffect, useState } from 'react'
import type { SpeakerView } from '#contract/speaker-methods'
import { useApp } from '../state/app-context'
import type { LiveState } from '../state/live'

/** All that is known of a speaker, kept fresh while it is looked at; what was there stays until the new answer is. */
export function useSpeaker(key: string): { readonly state: LiveState<SpeakerView>; readonly load: () => void } {
  const { client } = useApp()
  const [state, setState] = useState<LiveState<SpeakerView>>({ state: 'loading' })
  const [asked, setAsked] = useState(0)
  useEffect(() => client.on('desk.changed', () => setAsked((times) => times + 1)), [client])
  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` asks again
  useEffect(() => {
    let current = true
    void client.call('speaker.dossier', { speaker: key }).then((result) => {
      if (!current) return
      setState(result.ok ? { state: 'ready', value: result.value } : { state: 'failed', error: result.error })
    })
    return () => {
      current = false
    }
  }, [client, key, asked])
  return { state, load: () => setAsked((times) => times + 1) }
}
