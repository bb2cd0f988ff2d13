import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { FIRST_STATE, onScreen, readWindowState, writeWindowState } from '#main/electron/window-state'

const SCREEN = { x: 0, y: 0, width: 1920, height: 1080 }
const STATE = { place: { x: 100, y: 50 }, width: 1000, height: 700, maximized: false }
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'crossread-window-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('a window is found where it was left', () => {
  const file = join(folder, 'window.json')
  writeWindowState(file, STATE, (error) => expect(error).toBeUndefined())
  expect(readWindowState(file)).toEqual(STATE)
  expect(readdirSync(folder)).toEqual(['window.json'])
})

test.each([
  '',
  '{',
  'null',
  '{"place":null}',
  JSON.stringify({ ...STATE, width: -5 }),
  JSON.stringify({ ...STATE, width: 1e9 }),
])('a state file that holds %j is no reason not to open', (contents) => {
  const file = join(folder, 'window.json')
  writeFileSync(file, contents)
  expect(readWindowState(file)).toEqual(FIRST_STATE)
})

test('a place that cannot be written is reported, and nothing is thrown', () => {
  const errors: unknown[] = []
  writeWindowState(join(folder, 'missing', 'window.json'), STATE, (error) => errors.push(error))
  expect(errors).toHaveLength(1)
})

test('a window stays where a screen shows it, and is placed anew when its screen is gone', () => {
  expect(onScreen(STATE, [SCREEN])).toEqual(STATE)
  const away = { ...STATE, place: { x: 2500, y: 50 } }
  expect(onScreen(away, [SCREEN])).toEqual({ ...away, place: null })
  expect(onScreen(away, [SCREEN, { ...SCREEN, x: 1920 }])).toEqual(away)
  expect(onScreen({ ...STATE, place: { x: 100, y: -40 } }, [SCREEN]).place).toBeNull()
})
