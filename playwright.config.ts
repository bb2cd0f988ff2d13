import { defineConfig } from '@playwright/test'
import { installedBrowser } from './scripts/lib/browser.mjs'
import type { AppOptions } from './test/support/app'

const browser = installedBrowser()
const ci = Boolean(process.env.CI)

/** What is drawn in the page alone, whichever shell it is in: CI has not the time to look at it twice, `npm test` elsewhere has. */
const PAGE_ALONE = [
  'caret.spec.ts',
  'claims.spec.ts',
  'linking.spec.ts',
  'palette-and-help.spec.ts',
  'rail.spec.ts',
  'reader.spec.ts',
  'revisions.spec.ts',
  'settings-and-theme.spec.ts',
]

/** One suite, two shells: a spec runs in both, unless it lies in the folder of one. */
export default defineConfig<AppOptions>({
  testDir: 'test/e2e',
  outputDir: '.cache/playwright',
  workers: 2,
  fullyParallel: true,
  forbidOnly: ci,
  retries: ci ? 1 : 0,
  timeout: 60_000,
  globalTimeout: 30 * 60_000,
  reporter: 'list',
  use: {
    locale: 'en-GB',
    timezoneId: 'UTC',
    viewport: { width: 1280, height: 800 },
    screenshot: 'only-on-failure',
    trace: 'on-first-retry',
    launchOptions: {
      ...(browser ? { executablePath: browser } : {}),
      // What keeps a browser from calling home by itself: the tests watch for requests that the app makes.
      args: [
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'browser', testIgnore: 'electron/**', use: { shell: 'browser' } },
    { name: 'electron', testIgnore: ['browser/**', ...(ci ? PAGE_ALONE : [])], use: { shell: 'electron' } },
  ],
})
