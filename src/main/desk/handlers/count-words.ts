import type { Block } from '#annotations/model/article'

/** Languages that put no space between words. */
const UNSPACED = /^(zh|ja|th|lo|km|my)\b/i

/**
 * Words of an article's own text, asides left out. Where words are parted by spaces these are counted, because the library
 * does it for whole desks at once; a segmenter is some fifty times slower, and only used where there are none.
 *
 * @param language BCP 47, or null when unknown
 */
export function countWords(blocks: readonly Block[], language: string | null): number {
  const count = language !== null && UNSPACED.test(language) ? segmentedCounter(language) : countSpaced
  return blocks.reduce((sum, block) => (block.aside ? sum : sum + count(block.text)), 0)
}

function countSpaced(text: string): number {
  return text.match(/[^\s\p{P}\p{S}]\S*/gu)?.length ?? 0
}

function segmentedCounter(language: string): (text: string) => number {
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' })
  return (text) => {
    let count = 0
    for (const segment of segmenter.segment(text)) if (segment.isWordLike) count++
    return count
  }
}
