import type { SaveState } from '#contract/views'

type Failure = Extract<SaveState, { state: 'failed' }>

/** The save state, told truthfully: a change counts as saved once the history has it, and a failure stays until it is mended. */
export type SaveStatus = {
  readonly state: () => SaveState
  readonly saving: () => void
  readonly saved: (at: string) => void
  /** The last action could not be written; it was not made. */
  readonly refused: (failure: Omit<Failure, 'state'>) => void
  /** The files could not be brought up to date with the history; null once they are. */
  readonly filesBehind: (failure: Omit<Failure, 'state'> | null) => void
}

export function createSaveStatus(onChange: (state: SaveState) => void): SaveStatus {
  let own: SaveState = { state: 'saved', at: null }
  let behind: Failure | null = null
  let shown: SaveState = own
  const show = () => {
    const next = own.state === 'saved' && behind !== null ? behind : own
    if (next === shown) return
    shown = next
    onChange(next)
  }
  return {
    state: () => shown,
    saving() {
      own = { state: 'saving' }
      show()
    },
    saved(at) {
      own = { state: 'saved', at }
      show()
    },
    refused(failure) {
      own = { state: 'failed', ...failure }
      show()
    },
    filesBehind(failure) {
      behind = failure && { state: 'failed', ...failure }
      show()
    },
  }
}
