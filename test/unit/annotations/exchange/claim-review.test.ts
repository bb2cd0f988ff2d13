import { describe, expect, test } from 'vitest'
import { claimReviewOut } from '#annotations/exchange/claim-review/write'
import { type CrossreadFile, crossreadFileSchema } from '#annotations/exchange/crossread-json/format'
import { filesOf, sampleFile } from './exchange-desks'
import { ID, smallFile } from './small-desk'

const reviews = (file: CrossreadFile) => JSON.parse(filesOf(claimReviewOut, file)[0]?.text ?? '')

/** The small desk with a speaker for its claim, an earlier telling in the other article, and a verdict. */
function judged(more: object = {}): CrossreadFile {
  const [first, second] = smallFile.articles
  const claim = ID('hl', '11')
  const [link] = smallFile.links
  return crossreadFileSchema.parse({
    ...smallFile,
    articles: [
      { ...first, published: '2023-05-04', publisher: 'The Courier', byline: 'Ada Lane' },
      { ...second, published: '2023-05-03' },
    ],
    highlights: smallFile.highlights.map((one) => (one.id === ID('hl', '14') ? { ...one, tag: 'claim' } : one)),
    links: [
      { ...link, id: ID('lnk', '23'), from: ID('hl', '12'), to: claim },
      { ...smallFile.links[1], relation: 'repeats' },
    ],
    verdicts: [
      {
        claim,
        rating: 'false',
        note: 'The log says so.',
        sources: ['https://example.org/log', 'The log'],
        annotator: 'Ada',
        created: '2024-03-01T09:00:00.000Z',
        modified: '2024-03-02T09:00:00.000Z',
        ...more,
      },
    ],
  })
}

describe('ClaimReview', () => {
  test('has the properties that schema.org and Google name, the earliest article first', () => {
    const talks = {
      '@type': 'NewsArticle',
      '@id': 'https://example.org/talks',
      headline: 'Talks',
      url: 'https://example.org/talks',
      datePublished: '2023-05-04',
      publisher: { '@type': 'Organization', name: 'The Courier' },
      author: { '@type': 'Person', name: 'Ada Lane' },
      inLanguage: 'en',
    }
    const urdu = {
      '@type': 'NewsArticle',
      '@id': `urn:crossread:${ID('art', '02')}`,
      headline: 'وزیر',
      datePublished: '2023-05-03',
      inLanguage: 'ur',
    }
    expect(reviews(judged())).toEqual({
      '@context': 'https://schema.org',
      '@graph': [
        {
          '@type': 'ClaimReview',
          '@id': `urn:crossread:review:${ID('hl', '11')}`,
          claimReviewed: 'No talks were held',
          author: { '@type': 'Person', name: 'Ada' },
          dateCreated: '2024-03-01T09:00:00.000Z',
          datePublished: '2024-03-02T09:00:00.000Z',
          reviewRating: { '@type': 'Rating', alternateName: 'False' },
          reviewBody: 'The log says so.',
          citation: ['https://example.org/log', 'The log'],
          itemReviewed: {
            '@type': 'Claim',
            '@id': `urn:crossread:${ID('hl', '11')}`,
            text: 'No talks were held',
            author: { '@type': 'Person', name: 'the minister' },
            datePublished: '2023-05-03',
            firstAppearance: urdu,
            appearance: [urdu, talks],
          },
        },
      ],
    })
  })

  test('has no review of a claim that nobody has checked, and says so', () => {
    const file = judged({ rating: 'unchecked' })
    expect(reviews(file)['@graph']).toEqual([])
    expect(claimReviewOut.write(file, 'desk').losses.map(({ sentence }) => sentence)).toContain(
      'The verdict of 1 claim that nobody has checked.',
    )
  })

  test('says what it leaves behind, and what search engines still demand', () => {
    const sentences = claimReviewOut.write(judged(), 'desk').losses.map(({ sentence }) => sentence)
    expect(sentences).toContain(
      'Everything of 3 highlights without a rated verdict, but who said a claim and what repeats it.',
    )
    expect(sentences).toContain(
      'The address of the page with 1 review, which search engines demand as “url”: add it where you publish.',
    )
    expect(sentences.join()).not.toContain('The verdict of')
  })

  test('of a desk without verdicts is an empty list', () => {
    expect(reviews(sampleFile())['@graph']).toEqual([])
  })
})
