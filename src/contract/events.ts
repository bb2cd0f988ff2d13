import type { ExchangeProgress } from './exchange-views'
import type { ImportProgress } from './import-views'
import type { CarryProgress } from './revision-views'
import type { SearchProgress } from './search-views'
import type { DeskChanged, DeskProblem, SaveState, Settings } from './views'

/** Everything the desk or the shell tells its windows unasked. */
export type Events = {
  readonly 'desk.changed': DeskChanged
  readonly 'desk.save': SaveState
  readonly 'desk.problems': readonly DeskProblem[]
  readonly 'settings.changed': Settings
  /** A new text is being compared; told only when it takes a while. */
  readonly 'revision.progress': CarryProgress
  'import.progress': ImportProgress
  'exchange.progress': ExchangeProgress
  /** How far the search index is; complete when as much is done as there is. */
  readonly 'search.progress': SearchProgress
  /** A native menu item was chosen: the id of a command of the table. */
  readonly 'menu.command': { readonly command: string }
}

export type EventName = keyof Events
