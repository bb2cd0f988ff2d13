import type { CommandId } from '#contract/commands'
import type { CommandRunners } from './run'

/** Caret mode, and moving the edges of the active highlight by keyboard. */
export const readerCommands = {
  'caret.toggle': () => undefined,
  'highlight.growEnd': () => undefined,
  'highlight.shrinkEnd': () => undefined,
  'highlight.growStart': () => undefined,
  'highlight.shrinkStart': () => undefined,
} satisfies Partial<Record<CommandId, CommandRunners[CommandId]>>
