import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type LikelySame, likelyFinder, likelySame } from '#annotations/speakers/likely-same'
import { plainLikelySame } from './plain-likely-same'

const rowsOf = (names: readonly (readonly string[])[]) =>
  names.map((texts, at) => ({ key: `${at} ${texts[0]}`, wordings: texts.map((text) => ({ text, uses: 1 })) }))
const sorted = (pairs: readonly LikelySame[]) => pairs.map(({ a, b, why }) => `${a} | ${b} | ${why}`).sort()

const first = fc.constantFrom(
  'Sergey',
  'Sergei',
  'S.',
  'Maria',
  'Marya',
  'M',
  'Anna',
  'Foreign Minister',
  'Сергей',
  'Dr',
)
const last = fc.constantFrom(
  'Lavrov',
  'Lavrow',
  'Lawrov',
  'Zakharova',
  'Zacharowa',
  'Zakarova',
  'Лавров',
  'Marant',
  'Ma',
)
const typo = fc.tuple(fc.nat(12), fc.constantFrom('', 'x', 'a'))
const name = fc
  .tuple(fc.option(first), last, fc.option(typo))
  .map(([one, two, slip]) => {
    const whole = [one, two].filter(Boolean).join(' ')
    return slip ? whole.slice(0, slip[0]) + slip[1] + whole.slice(slip[0] + 1) : whole
  })
  .filter((text) => text.trim() !== '')
const names = fc.array(fc.array(name, { minLength: 1, maxLength: 2 }), { maxLength: 25 })

describe('likely the same', () => {
  test('is the same as comparing all names of a group letter by letter', () => {
    fc.assert(
      fc.property(names, (all) => {
        const rows = rowsOf(all)
        expect(sorted(likelySame(rows))).toEqual(sorted(plainLikelySame(rows)))
      }),
      { numRuns: 300 },
    )
  })

  test('is the same when a list changes as for the changed list alone', () => {
    fc.assert(
      fc.property(fc.array(names, { minLength: 2, maxLength: 5 }), (lists) => {
        const find = likelyFinder()
        for (const all of lists) expect(sorted(find(rowsOf(all)))).toEqual(sorted(likelySame(rowsOf(all))))
      }),
      { numRuns: 60 },
    )
  })

  test.each([
    ['عمران خان', 'Imran Khan'],
    ['نواز شریف', 'Nawaz Sharif'],
    ['شہباز شریف', 'Shehbaz Sharif'],
    ['وزیر اعظم شہباز شریف', 'Shahbaz Sharif'],
    ['بلاول بھٹو زرداری', 'Bilawal Bhutto Zardari'],
    ['نریندر مودی', 'Narendra Modi'],
    ['محمد بن سلمان', 'Mohammed bin Salman'],
    ['عبد الفتاح السيسي', 'Abdel Fattah el-Sisi'],
    ['بنيامين نتنياهو', 'Benjamin Netanyahu'],
    ['حسن نصر الله', 'Hassan Nasrallah'],
    ['محمود عباس', 'Mahmoud Abbas'],
    ['علی خامنه\u200cای', 'Ali Khamenei'],
    ['حسن روحانی', 'Hassan Rouhani'],
    ['محمد جواد ظریف', 'Mohammad Javad Zarif'],
    ['سرگئی لاوروف', 'Sergey Lavrov'],
    ['سيرغي لافروف', 'Sergei Lavrov'],
    ['ولادیمیر پوتین', 'Владимир Путин'],
    ['فلاديمير بوتين', 'Vladimir Putin'],
    ['عمران خان', 'Имран Хан'],
    ['طیب اردوغان', 'Tayyip Erdoğan'],
    ['مریم نواز شریف', 'مريم نواز شريف'],
  ])('%s may be %s', (one, other) => {
    expect(likelySame(rowsOf([[one], [other]]))).toMatchObject([{ why: expect.stringMatching(/script|spelling/) }])
  })

  test.each([
    ['عمران خان', 'Amir Khan'],
    ['عمران خان', 'Imran Ismail'],
    ['نواز شریف', 'Shehbaz Sharif'],
    ['مریم نواز', 'Nawaz Sharif'],
    ['حسن روحانی', 'Hassan Nasrallah'],
    ['محمود عباس', 'Mahmoud Ahmadinejad'],
    ['محمد بن سلمان', 'Mohammed bin Zayed'],
    ['سرگئی لاوروف', 'Sergey Shoigu'],
    ['مودی', 'Modi'],
    ['ولادیمیر پوتین', 'Volodymyr Zelensky'],
    ['وزیر اعظم', 'Prime Minister'],
    ['خان', 'Khan'],
  ])('%s is not taken for %s', (one, other) => {
    expect(likelySame(rowsOf([[one], [other]]))).toEqual([])
  })

  test('never takes two Latin names for one by their consonants alone', () => {
    expect(likelySame(rowsOf([['Imran Khan'], ['Omaran Khana'], ['عمران خان']])).map(({ why }) => why)).toEqual([
      'script',
      'script',
    ])
  })
})
