import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Block, blockStarts, textOf } from '#annotations/model/article'
import { createPositions } from '../../../../src/renderer/reader/positions'

const blocksOf = (texts: readonly string[]): Block[] => texts.map((text) => ({ kind: 'paragraph', text }))
const positionsOf = (blocks: readonly Block[]) => createPositions(blockStarts(blocks), textOf(blocks).length)

/** The position of each offset, found by walking the document token by token. */
function walk(blocks: readonly Block[]): number[] {
  const found: number[] = []
  let position = 0
  for (const block of blocks) {
    position += 1
    for (let unit = 0; unit <= block.text.length; unit++) found.push(position + unit)
    position += block.text.length + 1
  }
  return found
}

const anyBlocks = fc.array(
  fc.string({ maxLength: 12 }).map((text) => text.replaceAll('\n', ' ')),
  { minLength: 1, maxLength: 8 },
)

describe('positions', () => {
  it('are the ones that walking the document finds, empty blocks included', () => {
    fc.assert(
      fc.property(anyBlocks, (texts) => {
        const blocks = blocksOf(texts)
        const positions = positionsOf(blocks)
        const offsets = walk(blocks).map((_, offset) => offset)
        expect(offsets.map(positions.toPosition)).toEqual(walk(blocks))
      }),
    )
  })

  it('lead back to the offset they came from', () => {
    fc.assert(
      fc.property(anyBlocks, (texts) => {
        const blocks = blocksOf(texts)
        const positions = positionsOf(blocks)
        for (let offset = 0; offset <= textOf(blocks).length; offset++) {
          expect(positions.toOffset(positions.toPosition(offset))).toBe(offset)
        }
      }),
    )
  })

  it('between two blocks count as the end of the first', () => {
    const positions = positionsOf(blocksOf(['one', 'two']))
    expect(positions.toOffset(5)).toBe(3)
    expect(positions.toOffset(6)).toBe(4)
  })

  it('outside the document count as its ends', () => {
    const positions = positionsOf(blocksOf(['one', 'two']))
    expect(positions.toOffset(0)).toBe(0)
    expect(positions.toOffset(99)).toBe(7)
    expect(positions.toPosition(-3)).toBe(1)
  })

  it('tell the block of an offset, its line feed belonging to it', () => {
    const positions = positionsOf(blocksOf(['one', '', 'three']))
    expect([0, 3, 4, 5, 10].map(positions.blockAt)).toEqual([0, 0, 1, 2, 2])
    expect([positions.startOf(2), positions.endOf(0), positions.endOf(1), positions.endOf(2)]).toEqual([5, 3, 4, 10])
  })
})
