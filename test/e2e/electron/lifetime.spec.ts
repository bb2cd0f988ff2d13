import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { root } from '../../../scripts/lib/project.mjs'
import { test } from '../../support/app'
import { draftOf } from '../../support/article'
import { callDesk, electronOf } from '../../support/electron-app'

test.use({ sample: false })

test('quitting waits until every file is written and the desk is free', async ({ app }) => {
  const electron = electronOf(app)
  const ended = once(electron.process(), 'exit')
  const added = await callDesk(app.page, 'article.add', { drafts: [draftOf('Kept', 'Text.')] })
  // The answer to this call is lost with the process.
  await electron.evaluate(({ app: main }) => main.quit()).catch(() => undefined)
  expect((await ended)[0]).toBe(0)
  const id = added.ok ? added.value.ids[0] : null
  expect(await readdir(join(app.desk, 'articles'))).toEqual([`${id}.json`])
  expect((await readdir(app.desk)).filter((name) => name.includes('lock'))).toEqual([])
})

test('what was done is there after a restart', async ({ app }) => {
  await callDesk(app.page, 'article.add', { drafts: [draftOf('Found again', 'Text.')] })
  const page = await app.restart()
  expect(await callDesk(page, 'article.list', {})).toMatchObject({ value: [{ article: { title: 'Found again' } }] })
})

test('the window comes back where it was', async ({ app }) => {
  const bounds = () =>
    electronOf(app).evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds())
  await electronOf(app).evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 40, y: 60, width: 900, height: 640 }),
  )
  const before = await bounds()
  await app.restart()
  expect(await bounds()).toEqual(before)
})

test('a second start ends at once and brings the first window forward', async ({ app }) => {
  const electron = electronOf(app)
  const userData = await electron.evaluate(({ app: main }) => main.getPath('userData'))
  await electron.evaluate(({ BrowserWindow, dialog }) => {
    const [window] = BrowserWindow.getAllWindows()
    if (window) window.focus = () => void Reflect.set(dialog, 'focused', true)
    dialog.showMessageBox = async (...args: unknown[]) => {
      Reflect.set(dialog, 'asked', args.at(-1))
      return { response: 0, checkboxChecked: false }
    }
  })
  const other = join(app.desk, '..', 'other')
  const second = spawn(electron.process().spawnfile, ['.', `--user-data-dir=${userData}`, '--desk', other], {
    cwd: root,
    stdio: 'ignore',
  })
  expect((await once(second, 'exit'))[0]).toBe(0)

  await expect.poll(() => electron.evaluate(({ dialog }) => Reflect.get(dialog, 'focused'))).toBe(true)
  const detail = () => electron.evaluate(({ dialog }) => String(Reflect.get(dialog, 'asked')?.detail))
  await expect.poll(detail).toContain(other)
  expect(await detail()).toContain(app.desk)
})
