import { describe, expect, it } from 'vitest'
import { caretAct } from '../../../../src/renderer/reader/caret-keys'
import { stepCaret } from '../../../../src/renderer/reader/caret-steps'
import { createPositions } from '../../../../src/renderer/reader/positions'

const text = 'The minister spoke. Nobody asked.\nA second paragraph.'
const page = {
  text,
  positions: createPositions([0, 34], text.length),
  rectAt: () => ({ left: 0, top: 0, bottom: 1 }),
}

function press(keys: readonly string[], from = 0): string {
  let step = { caret: { anchor: from, head: from }, aim: null as number | null }
  for (const each of keys) {
    const parts = each.split('+')
    const act = caretAct(
      {
        key: parts.at(-1) ?? '',
        shiftKey: parts.includes('Shift'),
        ctrlKey: parts.includes('Ctrl'),
        altKey: parts.includes('Alt'),
        metaKey: false,
      },
      'ltr',
    )
    if (act) step = stepCaret(page, step, act, 'en')
  }
  const { anchor, head } = step.caret
  return anchor === head ? `at ${head}` : text.slice(Math.min(anchor, head), Math.max(anchor, head))
}

describe('keys in caret mode', () => {
  it.each([
    [['Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight'], 'The'],
    [['Ctrl+Shift+ArrowRight', 'Alt+Shift+ArrowRight'], 'The minister'],
    [['>'], 'The minister spoke.'],
    [['>', '>'], 'The minister spoke. Nobody asked.'],
    [['.', '<'], 'The minister spoke.'],
    [['Ctrl+Shift+ArrowDown'], 'The minister spoke. Nobody asked.'],
    [['ArrowRight', 'e'], 'The'],
    [['ArrowRight', 'e', 'e'], 'The minister spoke.'],
    [['ArrowRight', 'e', 'e', 'e'], 'The minister spoke. Nobody asked.'],
    [['Ctrl+Shift+End'], text],
  ])('%j select "%s"', (keys, selected) => {
    expect(press(keys)).toBe(selected)
  })

  it('let go of a selection with an arrow, at the side it points to', () => {
    expect(press(['>', 'ArrowLeft'])).toBe('at 0')
    expect(press(['>', 'ArrowRight'])).toBe('at 19')
  })

  it('turn left and right round in an article that reads from right to left', () => {
    const bare = { ctrlKey: false, altKey: false, metaKey: false, shiftKey: false }
    expect(caretAct({ ...bare, key: 'ArrowLeft' }, 'rtl')).toMatchObject({ direction: 1 })
    expect(caretAct({ ...bare, key: 'ArrowRight' }, 'rtl')).toMatchObject({ direction: -1 })
  })

  it('leave letters alone that tag, and everything with Command', () => {
    const bare = { ctrlKey: false, altKey: false, metaKey: false, shiftKey: false }
    for (const key of ['c', 'a', 'd', 'j', 'v']) expect(caretAct({ ...bare, key }, 'ltr')).toBeNull()
    expect(caretAct({ ...bare, key: 'ArrowRight', metaKey: true }, 'ltr')).toBeNull()
    expect(caretAct({ ...bare, key: 'e', ctrlKey: true }, 'ltr')).toBeNull()
  })
})
