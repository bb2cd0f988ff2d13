import type { Command } from './commands'

/** The command of the view that searches the whole desk. */
export const searchCommand = {
  id: 'view.search',
  title: 'Search',
  section: 'Go to',
  keys: ['Mod+Shift+F'],
  when: 'always',
  menu: 'go',
} as const satisfies Command
