import fc from 'fast-check'

const WORDS =
  'the a minister said nine eleven people held Monday talks no river bridge closed again وزیر نے کہا 12 , .'.split(' ')

/** A few words, many of them alike, as in texts that are hard to tell apart. */
export const prose = (most = 30) =>
  fc.array(fc.constantFrom(...WORDS), { maxLength: most }).map((chosen) => chosen.join(' '))

/** Long enough that the text is cut before it is compared; its words are rarer. */
export const longWords = () =>
  fc.array(fc.integer({ min: 0, max: 3_000 }), { minLength: 450, maxLength: 700 }).map((chosen) => chosen.join(' '))

/** The words of a text, without what is between them. */
export const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '')
