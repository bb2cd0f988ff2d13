import { expect } from '@playwright/test'
import { test as base } from '../../support/app'
import { callDesk, electronOf } from '../../support/electron-app'

const test = base.extend<{ opened: () => Promise<readonly string[]> }>({
  /** Addresses that the system was asked to open; it opens none. */
  opened: async ({ app }, use) => {
    await electronOf(app).evaluate(({ shell }) => {
      const list: string[] = []
      Reflect.set(shell, 'list', list)
      shell.openExternal = async (url) => void list.push(url)
    })
    await use(() => electronOf(app).evaluate(({ shell }) => Reflect.get(shell, 'list')))
  },
})
test.use({ sample: false })

test('the page is isolated: no Node, no Electron, and a bridge of two functions', async ({ app: { page } }) => {
  const seen = await page.evaluate(() => ({
    globals: ['require', 'process', 'module', 'Buffer', 'electron', 'ipcRenderer'].filter((name) => name in globalThis),
    bridge: Object.keys(window.crossread ?? {}).toSorted(),
  }))
  expect(seen).toEqual({ globals: [], bridge: ['call', 'onMessage'] })
})

test.describe('scripts and connections', () => {
  test.use({ tolerate: /Content Security Policy|Refused to|Failed to fetch|violates/ })

  test('of others are refused by the policy', async ({ app: { page } }) => {
    const result = await page.evaluate(async () => {
      const script = document.createElement('script')
      script.textContent = 'globalThis.ran = true'
      document.body.append(script)
      const fetched = await fetch('https://example.com/').then(
        () => 'fetched',
        () => 'refused',
      )
      return { ran: 'ran' in globalThis, fetched }
    })
    expect(result).toEqual({ ran: false, fetched: 'refused' })
  })
})

test.describe('ways out', () => {
  // That they were tried shows in the console and, in some runtimes, as requests that were cut off.
  test.use({ tolerate: /Not allowed to|^(https|http|smb|mailto|file):/ })

  test('none leads the window away from its page', async ({ app: { page }, opened }) => {
    const home = page.url()
    for (const url of ['https://example.com/', 'http://127.0.0.1:9/', 'file:///etc/hostname', 'data:text/html,x']) {
      await page.evaluate((address) => {
        const link = document.createElement('a')
        link.href = address
        document.body.append(link)
        link.click()
        link.remove()
      }, url)
    }
    expect(await callDesk(page, 'desk.status', {})).toMatchObject({ ok: true })
    expect(page.url()).toBe(home)
    expect(await opened()).toEqual([])
  })

  test('open no window; an address of the web goes to the system, and no other does', async ({ app, opened }) => {
    await app.page.evaluate(() => {
      for (const url of [
        'https://example.com/a',
        'file:///etc/hostname',
        'smb://server/',
        'mailto:a@b.c',
        'about:blank',
        '',
      ])
        window.open(url)
    })
    await expect.poll(opened).toEqual(['https://example.com/a'])
    expect(await electronOf(app).evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  })
})

test('a link of an article is opened by the system when it is one of the web', async ({ app: { page }, opened }) => {
  expect(await callDesk(page, 'shell.openLink', { url: 'https://example.com/b' })).toMatchObject({ ok: true })
  const other = await callDesk(page, 'shell.openLink', { url: 'file:///etc/hostname' })
  expect(other).toMatchObject({ ok: false, error: { code: 'invalid-input' } })
  expect(await opened()).toEqual(['https://example.com/b'])
})
