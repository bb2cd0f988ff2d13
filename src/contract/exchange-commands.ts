import type { Command } from './command'

/** Import, merge, and what they leave to decide. */
export const exchangeFileCommands = [
  { id: 'desk.import', title: 'Import…', section: 'Desk', keys: [], when: 'always', menu: 'file' },
  {
    id: 'desk.importFolder',
    title: 'Import a folder, or merge a desk…',
    section: 'Desk',
    keys: [],
    when: 'always',
    menu: 'file',
  },
] as const satisfies readonly Command[]

export const conflictCommands = [
  { id: 'view.conflicts', title: 'Conflicts', section: 'Go to', keys: [], when: 'always', menu: 'go' },
] as const satisfies readonly Command[]

export const decideCommands = [
  {
    id: 'conflict.keepHere',
    title: 'Keep this desk’s version',
    section: 'Desk',
    keys: ['1'],
    when: 'conflict',
    menu: 'edit',
  },
  {
    id: 'conflict.takeOther',
    title: 'Take the other version',
    section: 'Desk',
    keys: ['2'],
    when: 'conflict',
    menu: 'edit',
  },
] as const satisfies readonly Command[]
