import { isAbsolute, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { defaultDeskFolder, resolveDeskFolder } from '#main/desk/desk-folder'

test('the desk that is named on the command line wins over the one of the environment, and that over the default', () => {
  const env = { CROSSREAD_DESK: '/of-env' }
  expect(resolveDeskFolder(['--desk', '/named', '--port', '1'], env)).toBe(resolve('/named'))
  expect(resolveDeskFolder(['--desk=/named'], env)).toBe(resolve('/named'))
  expect(resolveDeskFolder(['--port', '1'], env)).toBe(resolve('/of-env'))
  expect(resolveDeskFolder([], {})).toBe(defaultDeskFolder())
  expect(resolveDeskFolder(['--desk'], {})).toBe(defaultDeskFolder())
})

test('a relative folder counts from where the app was started', () => {
  expect(resolveDeskFolder(['--desk', 'here/desk'], {})).toBe(resolve('here/desk'))
  expect(isAbsolute(defaultDeskFolder())).toBe(true)
})
