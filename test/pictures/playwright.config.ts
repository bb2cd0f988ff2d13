import { defineConfig } from '@playwright/test'
import config from '../../playwright.config'
import type { AppOptions } from '../support/app'

/** Takes the pictures of the docs: `npm run pictures`. The browser shell draws what Electron draws. */
export default defineConfig<AppOptions>({
  ...config,
  testDir: '.',
  outputDir: '../../.cache/pictures',
  testMatch: '*.pictures.ts',
  reporter: 'list',
  projects: [{ name: 'browser', use: { shell: 'browser' } }],
})
