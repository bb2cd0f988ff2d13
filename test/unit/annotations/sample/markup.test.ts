import { describe, expect, it } from 'vitest'
import { aside, h, p } from '#annotations/sample/markup'

describe('markup', () => {
  it('turns signs into marks that count from the start of the block’s own text', () => {
    expect(p('**PORT:** The *Courier* has [the list](https://example.org/list).')).toEqual({
      kind: 'paragraph',
      text: 'PORT: The Courier has the list.',
      marks: [
        { type: 'bold', start: 0, end: 5 },
        { type: 'italic', start: 10, end: 17 },
        { type: 'link', start: 22, end: 30, href: 'https://example.org/list' },
      ],
    })
  })

  it('leaves a text without signs without marks', () => {
    expect(h('At 17:30 (local time)')).toEqual({ kind: 'heading', text: 'At 17:30 (local time)' })
    expect(aside('(Image: Pool)')).toEqual({ kind: 'paragraph', text: '(Image: Pool)', aside: true })
  })
})
