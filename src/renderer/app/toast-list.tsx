import { Check, CircleAlert, TriangleAlert, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { runCommand } from '../commands/run'
import { useApp } from '../state/app-context'
import { useStore } from '../state/store'
import type { Toast } from '../state/toasts'
import { Button, IconButton } from '../ui/button'
import styles from './toast-list.module.css'

/** Milliseconds: long enough to read a line and reach for "Undo". */
const STAYS = 6_000
/** Milliseconds that it stays on after it was pointed at or focused. */
const LINGERS = 1_500

const ICONS = { done: Check, warning: TriangleAlert, error: CircleAlert } as const

/** What just happened, at the foot of the window; F6 goes there. */
export function ToastList() {
  const app = useApp()
  const toasts = useStore(app.toasts.list, (list) => list)
  const region = useRef<HTMLElement>(null)
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'F6') return
      const button = region.current?.querySelector('button')
      if (!button) return
      event.preventDefault()
      button.focus()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
  return (
    // The attribute is how React Aria's dialogs know what stays within reach while they are open.
    <section ref={region} className={styles.list} aria-label="Notifications" data-react-aria-top-layer="true">
      {toasts.map((toast) => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
    </section>
  )
}

function ToastCard({ toast }: { readonly toast: Toast }) {
  const app = useApp()
  const card = useRef<HTMLDivElement>(null)
  const { id, tone } = toast
  useEffect(() => {
    if (tone === 'error') return
    let timer = setTimeout(leave, STAYS)
    function leave() {
      if (card.current?.matches(':hover, :focus-within')) timer = setTimeout(leave, LINGERS)
      else app.toasts.dismiss(id)
    }
    return () => clearTimeout(timer)
  }, [app, id, tone])
  const Icon = ICONS[tone]
  const dismiss = () => app.toasts.dismiss(id)
  return (
    <div ref={card} className={styles.toast} data-tone={tone} role={tone === 'error' ? 'alert' : 'status'}>
      <Icon size={16} className={styles.icon} aria-hidden="true" />
      <p className={styles.text}>
        {toast.message}
        {toast.detail && <span className={styles.detail}>{toast.detail}</span>}
      </p>
      {toast.undo && (
        <Button
          onPress={() => {
            dismiss()
            runCommand(app, 'desk.undo')
          }}
        >
          Undo
        </Button>
      )}
      <IconButton label="Dismiss" onPress={dismiss}>
        <X size={16} />
      </IconButton>
    </div>
  )
}
