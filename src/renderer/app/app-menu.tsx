import { Ellipsis } from 'lucide-react'
import { Menu, MenuItem, MenuSection, MenuTrigger, Popover, Separator, Text } from 'react-aria-components'
import { type CommandId, commandById, isCommandId } from '#contract/commands'
import { isAvailable } from '../commands/available'
import { shownKeys } from '../commands/keys'
import { runCommand } from '../commands/run'
import { useApp } from '../state/app-context'
import { IconButton } from '../ui/button'
import { Keys } from '../ui/keys'
import menu from '../ui/menu.module.css'

/** What the native menu bar offers of the desk and the window: the browser shell has none. */
const SECTIONS: readonly (readonly CommandId[])[] = [
  ['article.addFiles', 'article.addFolder', 'article.addUrl', 'article.paste'],
  ['article.editDetails', 'article.newRevision', 'article.remove'],
  ['desk.import', 'desk.importFolder', 'desk.report', 'desk.export', 'shell.showDesk'],
  ['view.history', 'view.settings'],
  ['theme.light', 'theme.dark', 'theme.system'],
  ['sample.add', 'sample.remove', 'help.shortcuts'],
]

export function AppMenu() {
  const app = useApp()
  return (
    <MenuTrigger>
      <IconButton label="Menu">
        <Ellipsis size={16} />
      </IconButton>
      <Popover className={menu.popover ?? ''} placement="bottom end" offset={4}>
        <MenuBody onAction={(id) => isCommandId(id) && runCommand(app, id)} />
      </Popover>
    </MenuTrigger>
  )
}

/** Its own component, so that what is available is asked at every opening. */
function MenuBody({ onAction }: { readonly onAction: (id: string) => void }) {
  const app = useApp()
  const sections = SECTIONS.map((ids) =>
    ids.flatMap((id) => {
      const command = commandById.get(id)
      return command && isAvailable(app, command) ? [command] : []
    }),
  ).filter((commands) => commands.length > 0)
  return (
    <Menu className={menu.menu ?? ''} aria-label="Menu" onAction={(key) => onAction(String(key))}>
      {sections.flatMap((commands, i) => [
        ...(i === 0 ? [] : [<Separator key={`before-${commands[0]?.id}`} className={menu.separator ?? ''} />]),
        <MenuSection key={commands[0]?.id} aria-label={commands[0]?.section ?? ''}>
          {commands.map((command) => (
            <MenuItem key={command.id} id={command.id} textValue={command.title} className={menu.item ?? ''}>
              <Text slot="label">{command.title}</Text>
              <Keys parts={shownKeys(command) ?? []} />
            </MenuItem>
          ))}
        </MenuSection>,
      ])}
    </Menu>
  )
}
