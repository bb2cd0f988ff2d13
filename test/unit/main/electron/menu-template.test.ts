import type { MenuItemConstructorOptions } from 'electron'
import { expect, test } from 'vitest'
import { commandById, commands } from '#contract/commands'
import { acceleratorOf, menuTemplate } from '#main/electron/menu-template'

const build = (mac: boolean, development = false, run: (id: string) => void = () => undefined) =>
  flat(menuTemplate({ appName: 'Crossread', mac, development, run }))

function flat(items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])])
}

const inMenus = commands.flatMap(({ id, menu }) => (menu === null ? [] : [id])).toSorted()

test.each([true, false])('every command of a menu has one item, on macOS (%s) as elsewhere', (mac) => {
  const ids = build(mac).flatMap((item) => item.id ?? [])
  expect(ids.toSorted()).toEqual(inMenus)
})

test('choosing an item runs its command', () => {
  const ran: string[] = []
  for (const item of build(false, false, (id) => ran.push(id))) {
    if (item.id) item.click?.({} as never, undefined, {} as never)
  }
  expect(ran.toSorted()).toEqual(inMenus)
})

test('only keys with a modifier stand in the menu: letters are typed in fields', () => {
  for (const item of build(false)) {
    if (item.accelerator) expect(item.accelerator).toMatch(/^(CommandOrControl|Alt)\+/)
    if (item.accelerator) expect(item.registerAccelerator).toBe(false)
  }
})

test.each([
  ['desk.redo', 'CommandOrControl+Shift+Z'],
  ['go.back', 'Alt+Left'],
  ['view.settings', 'CommandOrControl+,'],
  ['highlight.claim', null],
  ['article.remove', null],
])('the key of %s is spelled %s', (id, accelerator) => {
  const command = commandById.get(id)
  expect(command && acceleratorOf(command)).toBe(accelerator)
})

test('settings stand where each system looks for them', () => {
  const [app] = menuTemplate({ appName: 'Crossread', mac: true, development: false, run: () => undefined })
  expect(Array.isArray(app?.submenu) && app.submenu.some((item) => item.id === 'view.settings')).toBe(true)
})

test('a menu neither starts nor ends with a line, nor draws two together', () => {
  for (const { submenu } of build(true, true)) {
    if (!Array.isArray(submenu)) continue
    const kinds = submenu.map((item) => item.type === 'separator')
    expect(kinds.at(0)).toBe(false)
    expect(kinds.at(-1)).toBe(false)
    expect(kinds.some((line, at) => line && kinds[at + 1])).toBe(false)
  }
})

test("the developer's items are for developers", () => {
  const has = (development: boolean) => build(false, development).some((item) => item.role === 'toggleDevTools')
  expect([has(true), has(false)]).toEqual([true, false])
})
