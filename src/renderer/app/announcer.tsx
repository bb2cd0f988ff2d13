import { useApp } from '../state/app-context'
import { useStore } from '../state/store'

/** Says to screen readers what happened, without moving the focus. */
export function Announcer() {
  const text = useStore(useApp().announcement, (value) => value)
  return (
    <div className="visually-hidden" role="status" aria-live="polite">
      {text}
    </div>
  )
}
