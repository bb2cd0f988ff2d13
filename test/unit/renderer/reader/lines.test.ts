import { describe, expect, it } from 'vitest'
import { blockStarts } from '#annotations/model/article'
import { stepCaret } from '../../../../src/renderer/reader/caret-steps'
import { lineAt, moveByLine, type Page } from '../../../../src/renderer/reader/lines'
import { createPositions } from '../../../../src/renderer/reader/positions'

const LINE = 20
const CHARACTER = 10

/** A page in type of one width, broken after `width` characters wherever that is. */
function pageOf(texts: readonly string[], width: number): Page {
  const text = texts.join('\n')
  const positions = createPositions(blockStarts(texts.map((each) => ({ kind: 'paragraph', text: each }))), text.length)
  const linesBefore = texts.map((_, block) =>
    texts.slice(0, block).reduce((sum, each) => sum + Math.max(1, Math.ceil(each.length / width)), 0),
  )
  return {
    text,
    positions,
    rectAt(offset) {
      const block = positions.blockAt(offset)
      const inside = offset - positions.startOf(block)
      const atEnd = inside > 0 && offset === positions.endOf(block) && inside % width === 0
      const line = (linesBefore[block] ?? 0) + Math.floor(inside / width) - (atEnd ? 1 : 0)
      const left = (atEnd ? width : inside % width) * CHARACTER
      return { left, top: line * LINE, bottom: line * LINE + LINE - 4 }
    },
  }
}

describe('lines', () => {
  const page = pageOf(['abcdefghij', 'klm', '', 'nopqrstu'], 4)

  it('have the caret places of one drawn line', () => {
    expect(lineAt(page, 5)).toEqual({ start: 4, end: 7 })
    expect(lineAt(page, 9)).toEqual({ start: 8, end: 10 })
    expect(lineAt(page, 15)).toEqual({ start: 15, end: 15 })
  })

  it('are walked down through paragraphs, an empty one too, to the end of the text', () => {
    const steps = [1]
    for (let i = 0; i < 7; i++) steps.push(moveByLine(page, steps.at(-1) ?? 0, 1, CHARACTER))
    expect(steps).toEqual([1, 5, 9, 12, 15, 17, 21, 24])
  })

  it('are walked up to the start of the text', () => {
    const steps = [21]
    for (let i = 0; i < 6; i++) steps.push(moveByLine(page, steps.at(-1) ?? 0, -1, CHARACTER))
    expect(steps).toEqual([21, 17, 15, 12, 9, 5, 1])
    expect(moveByLine(page, 1, -1, CHARACTER)).toBe(0)
  })

  it('that are short do not make the caret forget where it aims', () => {
    const down = { do: 'move', unit: 'line', direction: 1, extend: false } as const
    let step = stepCaret(page, { caret: { anchor: 7, head: 7 }, aim: null }, down)
    expect(step.caret.head).toBe(10)
    step = stepCaret(page, step, down)
    expect(step.caret.head).toBe(14)
    step = stepCaret(page, stepCaret(page, step, down), down)
    expect(step.caret.head).toBe(19)
  })
})
