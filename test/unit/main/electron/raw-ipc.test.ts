import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const src = fileURLToPath(new URL('../../../../src', import.meta.url))

test('IPC is touched in one file of each side: a second channel would go around the contract', () => {
  const touching = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .filter((name) => /\b(ipcMain|ipcRenderer|MessageChannelMain)\b/.test(readFileSync(join(src, name), 'utf8')))
    .map((name) => relative('.', name).replaceAll('\\', '/'))
  expect(touching.toSorted()).toEqual(['main/electron/ipc.ts', 'preload/preload.ts'])
})
