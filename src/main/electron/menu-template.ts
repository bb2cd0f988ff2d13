import type { MenuItemConstructorOptions } from 'electron'
import { type Command, type CommandId, type CommandMenu, commands } from '#contract/commands'

type Item = MenuItemConstructorOptions

export type MenuOptions = {
  readonly appName: string
  readonly mac: boolean
  /** Whether the developer's items are shown. */
  readonly development: boolean
  readonly run: (command: CommandId) => void
}

const SEPARATOR: Item = { type: 'separator' }

/** The native menu: the commands of the table in its order, and beside them only what the system itself does. */
export function menuTemplate(options: MenuOptions): Item[] {
  const { appName, mac, development } = options
  const settings = mac ? commandItems(options, (command) => command.id === 'view.settings') : []
  const menu = (id: CommandMenu) =>
    commandItems(options, (command) => command.menu === id && !(mac && command.id === 'view.settings'))
  return [
    ...(mac ? [macAppMenu(appName, settings)] : []),
    { label: '&File', submenu: [...menu('file'), SEPARATOR, mac ? { role: 'close' } : { role: 'quit' }] },
    {
      label: '&Edit',
      submenu: [
        ...menu('edit'),
        SEPARATOR,
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
      ],
    },
    {
      label: '&View',
      submenu: [
        ...menu('view'),
        SEPARATOR,
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { role: 'togglefullscreen' },
        ...(development ? ([SEPARATOR, { role: 'reload' }, { role: 'toggleDevTools' }] as const) : []),
      ],
    },
    { label: '&Go', submenu: menu('go') },
    { label: '&Annotate', submenu: menu('annotate') },
    ...(mac ? ([{ role: 'windowMenu' }] as const) : []),
    { role: 'help', submenu: [...menu('help'), ...(mac ? [] : ([SEPARATOR, { role: 'about' }] as const))] },
  ]
}

function macAppMenu(label: string, settings: readonly Item[]): Item {
  return {
    label,
    submenu: [
      { role: 'about' },
      SEPARATOR,
      ...settings,
      SEPARATOR,
      { role: 'services' },
      SEPARATOR,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      SEPARATOR,
      { role: 'quit' },
    ],
  }
}

function commandItems({ run }: MenuOptions, belongs: (command: Command) => boolean): Item[] {
  let section: Command['section'] | null = null
  return commands.filter(belongs).flatMap((command) => {
    const first = section === null || section === command.section
    section = command.section
    return [...(first ? [] : [SEPARATOR]), commandItem(command, run)]
  })
}

/**
 * The page hears every key first and acts on it, in both shells alike; the menu shows the key and takes it over only where
 * the system insists (macOS, when the page did not want it). Plain letters are typed in fields: they never stand in a menu.
 */
function commandItem(command: Command & { readonly id: CommandId }, run: MenuOptions['run']): Item {
  const accelerator = acceleratorOf(command)
  return {
    id: command.id,
    label: command.title,
    click: () => run(command.id),
    ...(accelerator === null ? {} : { accelerator, registerAccelerator: false }),
  }
}

/** The key as Electron spells it (electronjs.org/docs/latest/tutorial/keyboard-shortcuts), or null for a plain one. */
export function acceleratorOf(command: Command): string | null {
  const key = command.keys.find((each) => each.startsWith('Mod+') || each.startsWith('Alt+'))
  return key?.replace('Mod+', 'CommandOrControl+').replace(/\+Arrow(Left|Right|Up|Down)$/, '+$1') ?? null
}
