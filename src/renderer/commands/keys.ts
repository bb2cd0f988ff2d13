import { type Command, type CommandId, commands } from '#contract/commands'

type Platform = 'mac' | 'other'

const platform: Platform = /Mac|iP(hone|ad)/.test(navigator.platform) ? 'mac' : 'other'

/** What of a key event names a shortcut; `Mod` is Command on macOS and Ctrl elsewhere. */
type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** The commands that a key press may mean, in table order: the first that is available now is the one meant. */
export function commandsFor(press: KeyPress, on: Platform = platform): readonly CommandId[] {
  return commands
    .filter((command) => command.keys.some((keys) => matches(keys, press, on)))
    .map((command) => command.id)
}

function matches(keys: string, press: KeyPress, on: Platform): boolean {
  const parts = keys.split('+')
  const key = parts.at(-1) ?? ''
  const wants = (name: string) => parts.slice(0, -1).includes(name)
  const mod = wants('Mod')
  const ctrl = wants('Ctrl') || (mod && on === 'other')
  const meta = mod && on === 'mac'
  if (press.ctrlKey !== ctrl || press.metaKey !== meta || press.altKey !== wants('Alt')) return false
  // A character key says itself whether Shift made it ("?", "{"); only with other modifiers does Shift count.
  const shiftCounts = ctrl || meta || wants('Alt') || key.length > 1
  if (shiftCounts && press.shiftKey !== wants('Shift')) return false
  return press.key.toLowerCase() === key.toLowerCase() && (shiftCounts || press.key === key)
}

const SIGNS: { readonly [name: string]: { readonly mac: string; readonly other: string } } = {
  Mod: { mac: '⌘', other: 'Ctrl' },
  Ctrl: { mac: '⌃', other: 'Ctrl' },
  Alt: { mac: '⌥', other: 'Alt' },
  Shift: { mac: '⇧', other: 'Shift' },
  ArrowUp: { mac: '↑', other: '↑' },
  ArrowDown: { mac: '↓', other: '↓' },
  ArrowLeft: { mac: '←', other: '←' },
  ArrowRight: { mac: '→', other: '→' },
  Delete: { mac: '⌦', other: 'Del' },
  Backspace: { mac: '⌫', other: 'Backspace' },
}

/** A shortcut as the user reads it, one part a key: `['Ctrl', 'K']`. */
export function keyParts(keys: string, on: Platform = platform): readonly string[] {
  return keys.split('+').map((part) => SIGNS[part]?.[on] ?? (part.length === 1 ? part.toUpperCase() : part))
}

/** The shortcut that is shown for a command, or null. */
export function shownKeys(command: Command): readonly string[] | null {
  const keys = command.keys[0]
  return keys === undefined ? null : keyParts(keys)
}
