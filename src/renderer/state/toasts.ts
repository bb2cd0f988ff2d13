import type { AppError } from '#annotations/model/result'
import { createStore, type Store } from './store'

export type Toast = {
  readonly id: number
  readonly tone: 'done' | 'warning' | 'error'
  readonly message: string
  readonly detail?: string
  /** Offers to take the action back. */
  readonly undo?: boolean
}

export type Toasts = {
  readonly list: Store<readonly Toast[]>
  readonly show: (toast: Omit<Toast, 'id'>) => void
  readonly showError: (error: AppError) => void
  readonly dismiss: (id: number) => void
}

/** Told to whoever follows an address to something that is not there. `what` is said as in "The claim". */
export function missingToast(what: string): Omit<Toast, 'id'> {
  return {
    tone: 'warning',
    message: `${what} of this address is not on the desk.`,
    detail: 'It may have been removed since, which the history tells, or belong to another desk.',
  }
}

/** More at once hides the article; the oldest gives way. */
const MOST = 3

export function createToasts(): Toasts {
  const list = createStore<readonly Toast[]>([])
  let nextId = 1
  const show = (toast: Omit<Toast, 'id'>) => {
    const id = nextId++
    // An "undo" takes back the newest action, so an older offer would now be wrong. What is said again need not stand there twice.
    const isPast = (other: Toast) => (toast.undo && other.undo) || saysTheSame(toast, other)
    list.set((old) => [...old.filter((other) => !isPast(other)), { ...toast, id }].slice(-MOST))
  }
  return {
    list,
    show,
    showError: (error) =>
      show({ tone: 'error', message: error.message, detail: [error.kept, error.next].filter(Boolean).join(' ') }),
    dismiss: (id) => list.set((old) => old.filter((toast) => toast.id !== id)),
  }
}

function saysTheSame(a: Omit<Toast, 'id'>, b: Toast): boolean {
  return a.tone === b.tone && a.message === b.message && a.detail === b.detail
}
