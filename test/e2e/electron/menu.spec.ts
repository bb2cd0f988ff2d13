import { expect } from '@playwright/test'
import { commands } from '#contract/commands'
import { test } from '../../support/app'
import { callDesk, chooseFromMenu, electronOf } from '../../support/electron-app'

test('the native menu has an item for every command that belongs in one, and no other of its own', async ({ app }) => {
  const items = await electronOf(app).evaluate(({ Menu }) => {
    const found: { id: string; label: string }[] = []
    const walk = (menu: Electron.Menu | null | undefined) => {
      for (const item of menu?.items ?? []) {
        if (item.id) found.push({ id: item.id, label: item.label })
        walk(item.submenu)
      }
    }
    walk(Menu.getApplicationMenu())
    return found
  })
  const expected = commands.flatMap(({ id, title, menu }) => (menu === null ? [] : [{ id, label: title }]))
  expect(items.toSorted(byId)).toEqual(expected.toSorted(byId))
})

test('an item of the menu runs its command in the page', async ({ app }) => {
  await expect(app.page.getByRole('banner')).toBeVisible()
  await chooseFromMenu(app, 'help.shortcuts')
  await expect(app.page.getByRole('dialog')).toBeVisible()
})

test('Undo of the menu undoes the last action of the desk', async ({ app }) => {
  expect(await callDesk(app.page, 'desk.status', {})).toMatchObject({ value: { hasSample: true } })
  await expect(app.page.getByRole('banner')).toBeVisible()
  await chooseFromMenu(app, 'desk.undo')
  await expect
    .poll(() => callDesk(app.page, 'desk.status', {}))
    .toMatchObject({ value: { hasSample: false, undo: { redo: expect.any(String) } } })
})

test("a theme that is chosen is the theme of the window's frame, too", async ({ app }) => {
  const source = () => electronOf(app).evaluate(({ nativeTheme }) => nativeTheme.themeSource)
  expect(await source()).toBe('system')
  await expect(app.page.getByRole('banner')).toBeVisible()
  await chooseFromMenu(app, 'theme.dark')
  await expect.poll(source).toBe('dark')
  expect(await callDesk(app.page, 'desk.status', {})).toMatchObject({ value: { settings: { theme: 'dark' } } })
})

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : 1
}
