import type { Page } from '@playwright/test'

export type ShellName = 'browser' | 'electron'

/** The app, opened in one of its shells. */
export type OpenShell = {
  readonly page: Page
  /** Closes it as a user does; throws when it does not end by itself. Calling it again does nothing. */
  readonly close: () => Promise<void>
}
