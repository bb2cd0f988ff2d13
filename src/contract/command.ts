/**
 * Where a command makes sense. `passage`: text is selected, or a highlight is current whose tag then changes.
 * `disagreement`: annotators are compared, and one of their disagreements is chosen; `conflict`: one is shown.
 */
export type CommandWhen = 'always' | 'article' | 'passage' | 'highlight' | 'disagreement' | 'conflict'

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
  /** Null: in no menu and not on the sheet of shortcuts, where it is one of many alike. */
  readonly menu: CommandMenu | null
  /** Offered only where there is a native window. */
  readonly only?: 'electron'
}
