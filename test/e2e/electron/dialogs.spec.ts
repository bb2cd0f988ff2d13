import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { type App, test as base } from '../../support/app'
import { callDesk, electronOf } from '../../support/electron-app'

const test = base.extend<{ folder: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'crossread-dialogs-'))
    await use(folder)
    await rm(folder, { recursive: true, force: true })
  },
})
test.use({ sample: false })

const TEXT_FILES = { title: 'Add articles', extensions: ['txt'] }

test('files that are chosen in the open dialog are read', async ({ app, folder }) => {
  const path = join(folder, 'report.txt')
  await writeFile(path, 'Ministers met. وزیر')
  await answerOpen(app, [path])
  expect(await callDesk(app.page, 'shell.openTextFiles', TEXT_FILES)).toEqual({
    id: 1,
    ok: true,
    value: [{ name: 'report.txt', text: 'Ministers met. وزیر' }],
  })
  const asked = await electronOf(app).evaluate(({ dialog }) => Reflect.get(dialog, 'asked'))
  expect(asked).toMatchObject({ title: 'Add articles', properties: ['openFile', 'multiSelections'] })
  expect(asked.filters[0].extensions).toEqual(['txt'])
})

test('a dialog that is cancelled is no error', async ({ app }) => {
  await answerOpen(app, [])
  await answerSave(app, '')
  expect(await callDesk(app.page, 'shell.openTextFiles', TEXT_FILES)).toMatchObject({ ok: true, value: null })
  const save = await callDesk(app.page, 'shell.saveTextFile', { fileName: 'a.json', contents: '{}' })
  expect(save).toMatchObject({ ok: true, value: null })
})

test('a file that is no text is named, and nothing is read', async ({ app, folder }) => {
  const path = join(folder, 'photo.txt')
  await writeFile(path, Buffer.from([0xff, 0xd8, 0xff, 0xe0]))
  await answerOpen(app, [path])
  expect(await callDesk(app.page, 'shell.openTextFiles', TEXT_FILES)).toMatchObject({
    ok: false,
    error: { code: 'bad-file', message: expect.stringContaining('photo.txt') },
  })
})

test('a file goes where the save dialog says, under the name that was offered', async ({ app, folder }) => {
  const path = join(folder, 'export.json')
  await answerSave(app, path)
  const saved = await callDesk(app.page, 'shell.saveTextFile', { fileName: 'my-desk.json', contents: '{"a":"ä"}\n' })
  expect(saved).toMatchObject({ ok: true, value: path })
  expect(await readFile(path, 'utf8')).toBe('{"a":"ä"}\n')
  const asked = await electronOf(app).evaluate(({ dialog }) => Reflect.get(dialog, 'asked'))
  expect(asked.defaultPath).toMatch(/my-desk\.json$/)
})

test('a file that cannot be written is a sentence', async ({ app, folder }) => {
  await answerSave(app, join(folder, 'missing', 'export.json'))
  const saved = await callDesk(app.page, 'shell.saveTextFile', { fileName: 'a.json', contents: '{}' })
  expect(saved).toMatchObject({ ok: false, error: { code: 'save-failed', kept: expect.any(String) } })
})

test("the desk's folder is shown by the system", async ({ app }) => {
  await electronOf(app).evaluate(({ shell }) => {
    shell.openPath = async (path) => {
      Reflect.set(shell, 'shown', path)
      return ''
    }
  })
  expect(await callDesk(app.page, 'shell.showDesk', {})).toMatchObject({ ok: true })
  expect(await electronOf(app).evaluate(({ shell }) => Reflect.get(shell, 'shown'))).toBe(app.desk)
})

async function answerOpen(app: App, filePaths: string[]): Promise<void> {
  await electronOf(app).evaluate(({ dialog }, paths) => {
    dialog.showOpenDialog = async (...args: unknown[]) => {
      Reflect.set(dialog, 'asked', args.at(-1))
      return { canceled: paths.length === 0, filePaths: paths }
    }
  }, filePaths)
}

async function answerSave(app: App, filePath: string): Promise<void> {
  await electronOf(app).evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = async (...args: unknown[]) => {
      Reflect.set(dialog, 'asked', args.at(-1))
      return { canceled: path === '', filePath: path }
    }
  }, filePath)
}
