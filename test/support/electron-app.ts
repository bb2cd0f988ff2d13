import type { ElectronApplication, Page } from '@playwright/test'
import type { Result } from '#annotations/model/result'
import type { InputOf, MethodName, OutputOf } from '#contract/methods'
import type { App } from './app'

/** The Electron shell of an app; the specs that ask for it run in no other. */
export function electronOf(app: App): ElectronApplication {
  if (app.electron === null) throw new Error('This spec is for the Electron shell alone.')
  return app.electron
}

/** Calls a method of the desk from the page, over the preload bridge. */
export function callDesk<M extends MethodName>(page: Page, method: M, input: InputOf<M>): Promise<Result<OutputOf<M>>> {
  return page.evaluate(
    // The answer has the type that its method declares.
    (request) => window.crossread?.call(request) as Promise<never>,
    { id: 1, method, input },
  )
}

/** Chooses an item of the native menu, as a click does. */
export async function chooseFromMenu(app: App, id: string): Promise<void> {
  await electronOf(app).evaluate(({ Menu }, item) => Menu.getApplicationMenu()?.getMenuItemById(item)?.click(), id)
}
