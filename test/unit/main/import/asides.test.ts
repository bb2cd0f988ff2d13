import { describe, expect, it } from 'vitest'
import { findAsides } from '#main/import/asides'

const BODY =
  'The harbour board of Tessel Point voted on Tuesday to keep the old ferry in service for another winter, after a hearing that ran past midnight and drew more than two hundred residents, who had waited for it in the rain since noon.'
const TITLE = 'A ferry is saved'
const asidesOf = (...lines: readonly string[]) => {
  const asides = findAsides(lines.map((text) => ({ text })))
  return lines.filter((_, index) => asides.has(index))
}

describe('no part of an article', () => {
  it.each([
    'Description:',
    'Advertisement',
    '(Image: Coast Pictures)',
    'Photo by Ada Brandt',
    '© Coast Courier 2021',
    'The hull in dock. PHOTO: CPN/FILE',
    'Also read: Grey Line raises its fares',
    'Read Pilots call for a second ferry',
    'Читайте также: Паром спасён',
    'یہ بھی پڑھیں: کشتی بچ گئی',
    'Share on WhatsApp',
    'Facebook | Twitter | Telegram',
    'Copy link',
    '3 min read',
    'Sign up for our newsletter, sent every morning.',
    'Follow the Courier on WhatsApp for more.',
    'Подпишитесь на наш канал',
    'تازہ خبروں کے لیے ہمارا واٹس ایپ چینل فالو کریں۔',
    'Tags: harbour, ferry',
    'Printed on 3 March 2026',
    'Retrieved 2026-03-02 from the archive',
    '3/2/26, 10:31 AM  A ferry is saved',
    'Page 2 of 3',
    '2/3',
    'https://coast.example/news/ferry 1/2',
    'All rights reserved.',
    'Comments are closed.',
  ])('%s', (line) => {
    expect(asidesOf(TITLE, BODY, line, BODY.replace('Tuesday', 'Friday'))).toEqual([line])
  })

  it('are the entries below the heading of a related list, to the next sentence', () => {
    const related = ['Related stories', 'Grey Line raises its fares', 'Who pays for the beaches?']
    expect(asidesOf(TITLE, BODY, ...related, 'The board meets again in May.')).toEqual(related)
  })

  it('are comments, but not the article below a link to them', () => {
    expect(asidesOf('Comments (3)', TITLE, BODY, 'More was said.')).toEqual([])
    expect(asidesOf(TITLE, BODY, 'COMMENTS (1)', 'Sailor: Long may she float.')).toEqual([
      'COMMENTS (1)',
      'Sailor: Long may she float.',
    ])
  })
})

it.each([
  "Read Ada Brandt's letter before you judge.",
  'Share prices fell by a tenth after the vote.',
  'Share of foreign ships in the harbour grows, the pilots say.',
  'Comments were not allowed at the hearing.',
  'Photographs of the hull were shown to the board.',
  'Printed matter was handed out at the door.',
  'Follow the money, the auditor told the board.',
  'Related parties must be named, the rules say.',
  '12 pilots signed the letter.',
  'Support for the ferry was loud.',
])('in doubt a line is text: %s', (line) => {
  expect(asidesOf(TITLE, BODY, line)).toEqual([])
})
