import { agreementCommands } from './agreement-commands'
import { compareCommands } from './compare-commands'
import { searchCommand } from './search-commands'

/**
 * Where a command makes sense. `passage`: text is selected, or a highlight is current whose tag then changes.
 * `disagreement`: two annotators are compared, and one of their disagreements is chosen.
 */
export type CommandWhen = 'always' | 'article' | 'passage' | 'highlight' | 'disagreement'

export type CommandMenu = 'file' | 'edit' | 'view' | 'go' | 'annotate' | 'help'

/** One thing the user can do. Menus, palette, shortcuts and the shortcut sheet are all drawn from these. */
export type Command = {
  readonly id: string
  readonly title: string
  /** Heading in the palette and the shortcut sheet; within a menu, a line is drawn where it changes. */
  readonly section:
    | 'Articles'
    | 'Desk'
    | 'Sample'
    | 'Go to'
    | 'Highlights'
    | 'Links'
    | 'Agreement'
    | 'Appearance'
    | 'Help'
  /**
   * The first is the one that is shown. `Mod` is Command on macOS and Ctrl elsewhere; the last part is a `KeyboardEvent.key`,
   * so that `?` and `{` are found on every keyboard layout. Letters without `Mod` or `Alt` are lower case.
   */
  readonly keys: readonly string[]
  readonly when: CommandWhen
  readonly menu: CommandMenu
  /** Offered only where there is a native window. */
  readonly only?: 'electron'
}

const table = [
  {
    id: 'article.addFiles',
    title: 'Add articles…',
    section: 'Articles',
    keys: ['Mod+O'],
    when: 'always',
    menu: 'file',
  },
  {
    id: 'article.addFolder',
    title: 'Add a folder of articles…',
    section: 'Articles',
    keys: [],
    when: 'always',
    menu: 'file',
  },
  {
    id: 'article.addUrl',
    title: 'Add web page…',
    section: 'Articles',
    keys: ['Mod+Shift+O'],
    when: 'always',
    menu: 'file',
  },
  {
    id: 'article.paste',
    title: 'Add article from clipboard…',
    section: 'Articles',
    keys: ['Mod+Shift+V'],
    when: 'always',
    menu: 'file',
  },
  {
    id: 'article.editDetails',
    title: 'Edit article details…',
    section: 'Articles',
    keys: [],
    when: 'article',
    menu: 'file',
  },
  { id: 'article.newRevision', title: 'New revision…', section: 'Articles', keys: [], when: 'article', menu: 'file' },
  { id: 'article.remove', title: 'Remove article', section: 'Articles', keys: [], when: 'article', menu: 'file' },
  { id: 'desk.import', title: 'Import…', section: 'Desk', keys: [], when: 'always', menu: 'file' },
  { id: 'desk.report', title: 'Report…', section: 'Desk', keys: ['Mod+P'], when: 'always', menu: 'file' },
  { id: 'desk.export', title: 'Export…', section: 'Desk', keys: ['Mod+E'], when: 'always', menu: 'file' },
  {
    id: 'shell.showDesk',
    title: 'Show desk folder',
    section: 'Desk',
    keys: [],
    when: 'always',
    menu: 'file',
    only: 'electron',
  },
  { id: 'view.settings', title: 'Settings', section: 'Desk', keys: ['Mod+,'], when: 'always', menu: 'file' },
  { id: 'sample.add', title: 'Add the sample articles', section: 'Sample', keys: [], when: 'always', menu: 'file' },
  {
    id: 'sample.remove',
    title: 'Remove the sample articles',
    section: 'Sample',
    keys: [],
    when: 'always',
    menu: 'file',
  },

  { id: 'desk.undo', title: 'Undo', section: 'Desk', keys: ['Mod+Z'], when: 'always', menu: 'edit' },
  { id: 'desk.redo', title: 'Redo', section: 'Desk', keys: ['Mod+Shift+Z', 'Ctrl+Y'], when: 'always', menu: 'edit' },
  {
    id: 'find.article',
    title: 'Find in articles',
    section: 'Articles',
    keys: ['/'],
    when: 'always',
    menu: 'edit',
  },

  {
    id: 'palette.open',
    title: 'Command palette…',
    section: 'Help',
    keys: ['Mod+K'],
    when: 'always',
    menu: 'view',
  },
  { id: 'theme.light', title: 'Light theme', section: 'Appearance', keys: [], when: 'always', menu: 'view' },
  { id: 'theme.dark', title: 'Dark theme', section: 'Appearance', keys: [], when: 'always', menu: 'view' },
  { id: 'theme.system', title: 'Theme of the system', section: 'Appearance', keys: [], when: 'always', menu: 'view' },
  {
    id: 'sidebar.toggle',
    title: 'Show or hide the sidebar',
    section: 'Appearance',
    keys: ['Mod+\\'],
    when: 'always',
    menu: 'view',
  },

  {
    id: 'asides.toggle',
    title: 'Fold or unfold asides',
    section: 'Appearance',
    keys: ['f'],
    when: 'article',
    menu: 'view',
  },
  { id: 'view.library', title: 'Library', section: 'Go to', keys: ['Mod+1'], when: 'always', menu: 'go' },
  searchCommand,
  { id: 'view.history', title: 'History', section: 'Go to', keys: ['Mod+2'], when: 'always', menu: 'go' },
  { id: 'view.article', title: 'Article last read', section: 'Go to', keys: ['Mod+3'], when: 'always', menu: 'go' },
  { id: 'view.claims', title: 'Claims', section: 'Go to', keys: ['Mod+4'], when: 'always', menu: 'go' },
  ...compareCommands,
  { id: 'view.map', title: 'Map', section: 'Go to', keys: ['Mod+6'], when: 'always', menu: 'go' },
  { id: 'view.timeline', title: 'Timeline', section: 'Go to', keys: ['Mod+7'], when: 'always', menu: 'go' },
  { id: 'view.speakers', title: 'Speakers', section: 'Go to', keys: ['Mod+8'], when: 'always', menu: 'go' },
  { id: 'view.agreement', title: 'Agreement', section: 'Go to', keys: ['Mod+9'], when: 'always', menu: 'go' },
  { id: 'go.back', title: 'Back', section: 'Go to', keys: ['Alt+ArrowLeft'], when: 'always', menu: 'go' },
  { id: 'go.forward', title: 'Forward', section: 'Go to', keys: ['Alt+ArrowRight'], when: 'always', menu: 'go' },
  {
    id: 'highlight.next',
    title: 'Next highlight',
    section: 'Highlights',
    keys: ['j', 'ArrowDown'],
    when: 'article',
    menu: 'go',
  },
  {
    id: 'highlight.previous',
    title: 'Previous highlight',
    section: 'Highlights',
    keys: ['k', 'ArrowUp'],
    when: 'article',
    menu: 'go',
  },
  {
    id: 'link.follow',
    title: 'Follow link',
    section: 'Links',
    keys: ['o', 'Enter'],
    when: 'highlight',
    menu: 'go',
  },
  { id: 'link.back', title: 'Back from link', section: 'Links', keys: ['b'], when: 'always', menu: 'go' },

  {
    id: 'highlight.claim',
    title: 'Tag as claim',
    section: 'Highlights',
    keys: ['c'],
    when: 'passage',
    menu: 'annotate',
  },
  {
    id: 'highlight.attribution',
    title: 'Tag as attribution',
    section: 'Highlights',
    keys: ['a'],
    when: 'passage',
    menu: 'annotate',
  },
  {
    id: 'highlight.denial',
    title: 'Tag as denial',
    section: 'Highlights',
    keys: ['d'],
    when: 'passage',
    menu: 'annotate',
  },
  {
    id: 'caret.toggle',
    title: 'Caret mode: select with the keyboard',
    section: 'Highlights',
    keys: ['v'],
    when: 'article',
    menu: 'annotate',
  },
  {
    id: 'highlight.note',
    title: 'Write a note',
    section: 'Highlights',
    keys: ['n'],
    when: 'highlight',
    menu: 'annotate',
  },
  {
    id: 'highlight.speaker',
    title: 'Name the speaker',
    section: 'Highlights',
    keys: ['s'],
    when: 'highlight',
    menu: 'annotate',
  },
  {
    id: 'highlight.growEnd',
    title: 'Move the end forward',
    section: 'Highlights',
    keys: [']'],
    when: 'highlight',
    menu: 'annotate',
  },
  {
    id: 'highlight.shrinkEnd',
    title: 'Move the end back',
    section: 'Highlights',
    keys: ['['],
    when: 'highlight',
    menu: 'annotate',
  },
  {
    id: 'highlight.growStart',
    title: 'Move the start back',
    section: 'Highlights',
    keys: ['{'],
    when: 'highlight',
    menu: 'annotate',
  },
  {
    id: 'highlight.shrinkStart',
    title: 'Move the start forward',
    section: 'Highlights',
    keys: ['}'],
    when: 'highlight',
    menu: 'annotate',
  },
  {
    id: 'highlight.growEndByCharacter',
    title: 'Move the end forward by a character',
    section: 'Highlights',
    keys: ['Alt+]'],
    when: 'highlight',
    menu: 'annotate',
  },
  {
    id: 'highlight.shrinkEndByCharacter',
    title: 'Move the end back by a character',
    section: 'Highlights',
    keys: ['Alt+['],
    when: 'highlight',
    menu: 'annotate',
  },
  {
    id: 'highlight.growStartByCharacter',
    title: 'Move the start back by a character',
    section: 'Highlights',
    keys: ['Alt+Shift+{'],
    when: 'highlight',
    menu: 'annotate',
  },
  {
    id: 'highlight.shrinkStartByCharacter',
    title: 'Move the start forward by a character',
    section: 'Highlights',
    keys: ['Alt+Shift+}'],
    when: 'highlight',
    menu: 'annotate',
  },
  {
    id: 'bulk.pick',
    title: 'Select highlight, or let it go',
    section: 'Highlights',
    keys: ['m'],
    when: 'highlight',
    menu: 'annotate',
  },
  {
    id: 'bulk.pickNext',
    title: 'Select this and the next highlight',
    section: 'Highlights',
    keys: ['Shift+J'],
    when: 'highlight',
    menu: 'annotate',
  },
  {
    id: 'highlight.delete',
    title: 'Delete highlight',
    section: 'Highlights',
    keys: ['Delete', 'Backspace'],
    when: 'highlight',
    menu: 'annotate',
  },
  {
    id: 'orphan.check',
    title: 'Check highlights without a place',
    section: 'Highlights',
    keys: ['w'],
    when: 'article',
    menu: 'annotate',
  },
  {
    id: 'orphan.next',
    title: 'Next article with highlights to check',
    section: 'Highlights',
    keys: ['Shift+W'],
    when: 'always',
    menu: 'annotate',
  },
  {
    id: 'block.aside',
    title: 'Mark paragraph as aside, or as part of the article',
    section: 'Highlights',
    keys: ['x'],
    when: 'article',
    menu: 'annotate',
  },
  { id: 'link.new', title: 'Link to…', section: 'Links', keys: ['l'], when: 'highlight', menu: 'annotate' },

  ...agreementCommands,

  { id: 'help.shortcuts', title: 'Keyboard shortcuts', section: 'Help', keys: ['?'], when: 'always', menu: 'help' },
] as const satisfies readonly Command[]

export type CommandId = (typeof table)[number]['id']

/** Every command, in the order of menus, palette and shortcut sheet. */
export const commands: readonly (Command & { readonly id: CommandId })[] = table

/** The same, by id. */
export const commandById: ReadonlyMap<string, Command & { readonly id: CommandId }> = new Map(
  commands.map((command) => [command.id, command]),
)

/** Whether an id, e.g. one that the shell sent, is in the table. */
export function isCommandId(id: string): id is CommandId {
  return commandById.has(id)
}
