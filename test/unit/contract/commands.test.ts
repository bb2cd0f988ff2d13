import { expect, test } from 'vitest'
import { commandById, commands, isCommandId } from '#contract/commands'

const KEY =
  /^((Mod\+(Shift\+)?|Ctrl\+)([A-Z0-9]|[,\\])|Alt\+(Arrow(Left|Right)|(Shift\+)?[[\]{}])|Shift\+[A-Z]|[a-z]|[/?[\]{}]|\d|[A-Z][A-Za-z]+)$/

test('no two commands share an id, and every one is found by it', () => {
  expect(new Set(commands.map((command) => command.id)).size).toBe(commands.length)
  for (const command of commands) expect(commandById.get(command.id)).toBe(command)
})

test('no two commands share a key, but for those of two views of which one is shown at a time', () => {
  for (const other of ['disagreement', 'conflict']) {
    const keys = commands.filter(({ when }) => when !== other).flatMap((command) => command.keys)
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([])
  }
})

test('no two commands share a title: in the palette nobody could tell them apart', () => {
  expect(new Set(commands.map((command) => command.title)).size).toBe(commands.length)
})

test('a key names its modifiers in one order, and single letters are lower case', () => {
  for (const key of commands.flatMap((command) => command.keys)) {
    expect(key).toMatch(KEY)
  }
})

test('what the shell sends is looked up as an own id only', () => {
  expect(isCommandId('desk.undo')).toBe(true)
  expect(isCommandId('toString')).toBe(false)
})
