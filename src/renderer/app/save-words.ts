import type { DeskStatus } from '#contract/views'
import { formatTime } from '../ui/format'

/** What the header says of saving, and the sentences behind it. */
export type SaveWords = {
  readonly tone: 'quiet' | 'busy' | 'warning' | 'bad'
  readonly short: string
  readonly sentences: readonly string[]
}

/** The truth about saving, the worst first: a desk that is not reached saves nothing, whatever it last said. */
export function saveWords(status: Pick<DeskStatus, 'save' | 'readOnly'>, connected: boolean): SaveWords {
  if (!connected) {
    return {
      tone: 'bad',
      short: 'Disconnected',
      sentences: [
        'Crossread lost the connection to the desk, so nothing more is saved from this window.',
        'Everything that was shown as saved is safe on disk.',
        'Start Crossread again, or reload this page once it runs.',
      ],
    }
  }
  if (status.readOnly !== null) return { tone: 'warning', short: 'Read-only', sentences: [status.readOnly] }
  const { save } = status
  switch (save.state) {
    case 'saving':
      return { tone: 'busy', short: 'Saving…', sentences: ['The last change is being written to disk.'] }
    case 'failed':
      return { tone: 'bad', short: `Not saved: ${save.message}`, sentences: [save.message, save.kept, save.next] }
    case 'saved':
      return {
        tone: 'quiet',
        short: save.at === null ? 'Saved' : `Saved ${formatTime(save.at)}`,
        sentences: [
          save.at === null
            ? 'Nothing was changed since the desk was opened: what you see is what is on disk.'
            : `Every change is on disk, the last one since ${formatTime(save.at)}.`,
        ],
      }
  }
}
