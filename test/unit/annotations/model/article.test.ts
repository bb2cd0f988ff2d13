import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { articleSchema, type Block, blockSchema, blockStarts, textOf } from '#annotations/model/article'

const blocks = fc.array(
  fc.string({ unit: 'grapheme' }).map((text): Block => ({ kind: 'paragraph', text: text.replaceAll('\n', '') })),
)

describe('the text of an article', () => {
  test('holds every block where blockStarts says', () => {
    fc.assert(
      fc.property(blocks, (all) => {
        const text = textOf(all)
        const starts = blockStarts(all)
        all.forEach((block, i) => {
          const start = starts[i] ?? -1
          expect(text.slice(start, start + block.text.length)).toBe(block.text)
        })
        expect(text).toHaveLength(
          Math.max(
            0,
            all.reduce((sum, block) => sum + block.text.length + 1, -1),
          ),
        )
      }),
    )
  })

  test('a block with a line feed in it is refused: offsets would not count', () => {
    expect(blockSchema.safeParse({ kind: 'paragraph', text: 'one\ntwo' }).success).toBe(false)
  })
})

test.each([
  ['published', '2023-05-04', true],
  ['published', '2023-05-04T09:30:00+05:00', true],
  ['published', 'May 4', false],
  ['published', '2023-02-30', false],
  ['url', 'https://example.org/a', true],
  ['url', 'javascript:alert(1)', false],
  ['url', 'file:///etc/passwd', false],
] as const)('an article with %s %j: accepted is %s', (field, value, accepted) => {
  const part = field === 'url' ? articleSchema.pick({ url: true }) : articleSchema.pick({ published: true })
  expect(part.safeParse({ [field]: value }).success).toBe(accepted)
})
