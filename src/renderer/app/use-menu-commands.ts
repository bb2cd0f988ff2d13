import { useEffect } from 'react'
import { isCommandId } from '#contract/commands'
import { runCommand } from '../commands/run'
import { useApp } from '../state/app-context'

/** Runs what is chosen from the native menu. */
export function useMenuCommands(): void {
  const app = useApp()
  useEffect(
    () =>
      app.client.on('menu.command', ({ command }) => {
        if (isCommandId(command)) runCommand(app, command)
      }),
    [app],
  )
}
