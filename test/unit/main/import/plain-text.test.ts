import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blockSchema } from '#annotations/model/article'
import type { ArticleDraft } from '#contract/views'
import { readPlainText } from '#main/import/plain-text'

const BODY =
  'The harbour board of Tessel Point voted on Tuesday to keep the old ferry in service for another winter, after a hearing that ran past midnight and drew more than two hundred residents.'
const MORE = 'The operator, Grey Line, said that repairs to the hull would be finished before the end of the month.'

function read(text: string): ArticleDraft {
  const result = readPlainText(text, { kind: 'paste' })
  if (!result.ok) throw new Error(result.error.message)
  return result.value
}
const texts = (draft: ArticleDraft) => draft.blocks.map((block) => block.text)
const asides = (draft: ArticleDraft) => draft.blocks.filter((block) => block.aside).map((block) => block.text)
const kinds = (draft: ArticleDraft) => draft.blocks.map((block) => block.kind)

describe('blocks', () => {
  it('takes paragraphs from between blank lines, whatever the line ends and a byte order mark', () => {
    expect(texts(read(`\uFEFF${BODY}\r\n\r\n \t\r\n${MORE}\r`))).toEqual([BODY, MORE])
  })

  it('takes each long line as a paragraph when no blank line parts them', () => {
    expect(texts(read(`${BODY}\n${MORE}\n${BODY} Again.`))).toEqual([BODY, MORE, `${BODY} Again.`])
  })

  it('joins the lines of a hard-wrapped mail, and keeps its short lines and quotes apart', () => {
    const mail = [
      'Dear editors,',
      '',
      'we write about the ferry at Tessel Point, which your paper called a',
      'floating ruin in its issue of last week. Our engineers have measured',
      'the hull at forty points, and at none of them was it thinner than the',
      'rules of the coastal register allow. We ask you to print our well-',
      'founded findings as prominently as you printed the charge itself.',
      '',
      '> The ferry has been taken out of service twice since the beginning',
      '> of the year.',
      '',
      'With kind regards,',
      'Ada Brandt',
    ].join('\n')
    const draft = read(mail)
    expect(texts(draft)[1]).toMatch(/called a floating ruin .* well-founded findings .* the charge itself\.$/)
    expect(texts(draft).slice(2)).toEqual([
      '> The ferry has been taken out of service twice since the beginning',
      '> of the year.',
      'With kind regards,',
      'Ada Brandt',
    ])
  })

  it('does not join short lines that were not wrapped', () => {
    const list =
      'Grey Line\nHarbour board\nA long line of some sixty characters, to widen the measured one\nCoastal register\nPilots'
    expect(texts(read(list))).toEqual(list.split('\n'))
  })

  it('makes a heading of a short line above text, and of none at the end', () => {
    const draft = read(`${BODY}\n\nWhat the board heard\n\n${MORE}\n\n- a new hull\n\nAda Brandt`)
    expect(kinds(draft)).toEqual(['paragraph', 'heading', 'paragraph', 'item', 'paragraph'])
  })

  it('reads a million blank lines and a wrapped paragraph of a hundred thousand lines in time linear to their length', () => {
    const wrapped = 'the pilots of the bay keep watch through every night of the winter\n'.repeat(100_000)
    expect(texts(read(`${BODY}${'\n'.repeat(1_000_000)}${wrapped}`))).toHaveLength(2)
  })

  it('loses no character but white space at the ends of lines', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('\n', '\r\n', '\n\n', ' ', 'a b. ', 'ہے ', '😀'),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const result = readPlainText(pieces.join(''), { kind: 'paste' })
        if (!result.ok) return
        for (const block of result.value.blocks) expect(blockSchema.safeParse(block).success).toBe(true)
        expect(texts(result.value).join('').replace(/\s/g, '')).toBe(pieces.join('').replace(/^\uFEFF|\s/g, ''))
        expect(result.value.title).not.toBe('')
      }),
    )
  })
})

describe('title', () => {
  it('is the short first line above text, and stays in the text as a heading', () => {
    const draft = read(`Old ferry to sail another winter\n\n${BODY}`)
    expect(draft.title).toBe('Old ferry to sail another winter')
    expect(draft.blocks[0]).toEqual({ kind: 'heading', text: 'Old ferry to sail another winter' })
  })

  it('is found below a lone label, a credit and a date', () => {
    expect(read(`Description:\n(Photo: Coast Pictures)\n12 March 2021\n\nA ferry is saved\n\n${BODY}`).title).toBe(
      'A ferry is saved',
    )
  })

  it('is made of the first words, cut at a word, where the text has none', () => {
    const { title } = read(`Description:\n${BODY}\n${MORE}`)
    expect(title).toBe('The harbour board of Tessel Point voted on Tuesday to keep the old ferry in service for…')
  })

  it('is never a dateline or a sentence', () => {
    expect(read(`TESSEL POINT:\n\n${BODY}`).title).toMatch(/^TESSEL POINT:|^The harbour/)
    expect(read(`The vote is over.\n\n${BODY}`).blocks[0]?.kind).toBe('paragraph')
  })

  it('does not split an emoji when a text without spaces has to be cut', () => {
    expect(read('👩‍🚀'.repeat(60)).title).toMatch(/^(👩‍🚀)+…$/u)
  })
})

describe('date and byline', () => {
  const dateOf = (text: string) => read(text).published

  it.each([
    [`date 2021-03-12 ${BODY}`, '2021-03-12'],
    [`2021-03-12T08:30:00Z\n${BODY}`, '2021-03-12'],
    [`A ferry is saved\n\n12 March 2021\n\n${BODY}`, '2021-03-12'],
    [`A ferry is saved\n\nPublished: Friday, March 12, 2021 8:30 pm\n\n${BODY}`, '2021-03-12'],
    [`A ferry is saved\n\nTESSEL POINT, 12 March 2021 — ${BODY}`, '2021-03-12'],
    [`Паром спасён\n\n12 марта 2021 года\n\n${BODY}`, '2021-03-12'],
    [`کشتی بچ گئی\n\n۱۲ مارچ ۲۰۲۱ء\n\n${BODY}`, '2021-03-12'],
    [`A ferry is saved\n\n12.03.2021\n\n${BODY}`, '2021-03-12'],
  ])('reads the day from %j', (text, date) => {
    expect(dateOf(text)).toBe(date)
  })

  it.each([
    [`The board met on 12 March 2021 and will meet again. ${BODY}`],
    [`Ferry to sail until March 12, 2021\n\n${BODY}`],
    [`A ferry is saved\n\nBoard And Pilots Vote On 12 March 2021\n\n${BODY}`],
    [`12 March 2021 was a day that no one on the coast forgets. ${BODY}`],
    [`A ferry is saved\n\nFrom March 12 to 14\n\n${BODY}`],
    [`A ferry is saved\n\n03/04/2021\n\n${BODY}`],
    [`A ferry is saved\n\n31 February 2021\n\n${BODY}`],
  ])('takes no day from %j', (text) => {
    expect(dateOf(text)).toBeNull()
  })

  it('parts a byline from the date after it', () => {
    const draft = read(
      `A ferry is saved\n\nCPN/Coast Desk March 12, 2021\nHull of the ferry in dock. PHOTO: CPN/FILE\n\n${BODY}`,
    )
    expect(draft).toMatchObject({ title: 'A ferry is saved', byline: 'CPN/Coast Desk', published: '2021-03-12' })
    expect(asides(draft)).toEqual(['Hull of the ferry in dock. PHOTO: CPN/FILE'])
  })

  it('reads "By" and a name, and no sentence that begins with it', () => {
    expect(read(`A ferry is saved\n\nBy Ada Brandt and Jon de Wit\n\n${BODY}`).byline).toBe('Ada Brandt and Jon de Wit')
    expect(read(`A ferry is saved\n\nBy the end of winter\n\n${BODY}`).byline).toBeNull()
  })

  it('takes a place before the date for no byline', () => {
    expect(read(`A ferry is saved\n\nTessel Point, 12 March 2021\n\n${BODY}`)).toMatchObject({
      byline: null,
      published: '2021-03-12',
    })
  })

  it('reads a publisher only from a label', () => {
    expect(read(`A ferry is saved\n\nSource: Coast Courier\n\n${BODY}`).publisher).toBe('Coast Courier')
    expect(read(`A ferry is saved\n\n${BODY}`).publisher).toBeNull()
  })
})

it('reads where and when a text was first published from the line that says so below it', () => {
  expect(read(`A ferry is saved\n\n${BODY}\n\nPublished in Coast Courier, March 12th, 2021`)).toMatchObject({
    publisher: 'Coast Courier',
    published: '2021-03-12',
  })
})

it('reads the day of publication where a line has that of the last change as well', () => {
  const head = (line: string) => read(`A ferry is saved\n\n${line}\n\n${BODY}`).published
  expect(head('Published: March 12, 2021 | Updated: March 14, 2021 10:30')).toBe('2021-03-12')
  expect(head('Updated: March 14, 2021\n\nPublished: March 12, 2021')).toBe('2021-03-12')
  expect(head('Updated: March 14, 2021')).toBe('2021-03-14')
})

describe('asides', () => {
  it('marks labels, credits, cross-references, a repeated paragraph and the comments to the end', () => {
    const draft = read(
      [
        'A ferry is saved',
        'Description:',
        BODY,
        '(Image: CPN)',
        'Also read: Grey Line raises its fares',
        'Read Pilots call for a second ferry',
        MORE,
        MORE,
        'COMMENTS (2)',
        'Sailor | 2 years ago | Long may she float.',
      ].join('\n\n'),
    )
    expect(asides(draft)).toEqual([
      'Description:',
      '(Image: CPN)',
      'Also read: Grey Line raises its fares',
      'Read Pilots call for a second ferry',
      MORE,
      'COMMENTS (2)',
      'Sailor | 2 years ago | Long may she float.',
    ])
    expect(texts(draft).filter((text) => text === MORE)).toHaveLength(2)
  })

  it('leaves sentences that only look alike in the text', () => {
    const draft = read(
      `${BODY}\n\nRead Ada Brandt's letter before you judge.\n\nComments were not allowed at the hearing.`,
    )
    expect(asides(draft)).toEqual([])
  })
})

describe('language', () => {
  it.each([
    ['en', 'ltr', BODY],
    [
      'ur',
      'rtl',
      'بندرگاہ کے بورڈ نے منگل کو فیصلہ کیا کہ پرانی کشتی ایک اور سردی تک چلتی رہے گی۔ کمپنی کا کہنا ہے کہ مرمت اس ماہ میں مکمل ہو جائے گی۔',
    ],
    [
      'ru',
      'ltr',
      'Совет порта во вторник решил, что старый паром будет ходить ещё одну зиму. В компании сообщили, что ремонт закончат до конца месяца и это не вызовет задержек.',
    ],
    [
      'ar',
      'rtl',
      'قال مجلس الميناء إن السفينة القديمة ستبقى في الخدمة هذا الشتاء، من دون تأخير، على أن تنتهي الإصلاحات قبل نهاية الشهر في الحوض الجاف.',
    ],
    [
      'fa',
      'rtl',
      'شورای بندر اعلام کرد که کشتی قدیمی در زمستان به کار خود ادامه می‌دهد و این تصمیم را برای مردم آن شهر گرفته است.',
    ],
    [
      'de',
      'ltr',
      'Der Hafenrat hat am Dienstag beschlossen, dass die alte Fähre noch einen Winter fährt, und die Firma ist mit den Arbeiten im Dock nicht im Verzug.',
    ],
    [null, 'ltr', 'Tessel Point 42 Grey Line'],
    [null, 'ltr', '12345 — 😀'],
  ])('guesses %s, %s', (language, direction, text) => {
    expect(read(text)).toMatchObject({ language, direction })
  })
})

describe('refusals', () => {
  it.each([
    ['an empty text', ''],
    ['white space', '\uFEFF \r\n\n'],
    ['NUL bytes', 'PK\0\0text'],
    ['control bytes', '\u0001\u0002\u0003 data'],
  ])('refuses %s with a sentence that names the file', (_, text) => {
    const result = readPlainText(text, { kind: 'file', name: 'ferry.txt' })
    expect(result).toMatchObject({
      ok: false,
      error: { code: 'bad-file', message: expect.stringMatching(/^"ferry\.txt" is .+\.$/) },
    })
  })
})

describe('whole pages', () => {
  it.each([
    ['harbour-glued.txt', { published: '2023-02-19', language: 'en', direction: 'ltr', byline: null }, 2, 1],
    ['harbour-lines.txt', { published: null, language: 'en', direction: 'ltr', byline: null }, 0, 2],
    [
      'harbour-page.txt',
      {
        title: 'Minister and pilots agree on second radar mast at Marrow Quay',
        published: '2023-03-03',
        language: 'en',
        byline: 'CPA/Coast Desk',
      },
      2,
      8,
    ],
    ['harbour-urdu.txt', { published: '2023-03-03', language: 'ur', direction: 'rtl' }, 1, 0],
    ['harbour-russian.txt', { published: '2023-03-03', language: 'ru', direction: 'ltr' }, 1, 1],
  ])('reads %s as a reader would', (name, known, headings, asideCount) => {
    const draft = read(readFileSync(new URL(`../../../fixtures/texts/${name}`, import.meta.url), 'utf8'))
    expect(draft).toMatchObject(known)
    expect(kinds(draft).filter((kind) => kind === 'heading')).toHaveLength(headings)
    expect(asides(draft)).toHaveLength(asideCount)
  })
})
