import fc from 'fast-check'
import { parseHTML } from 'linkedom'
import { marked } from 'marked'
import { describe, expect, test } from 'vitest'
import { editHighlight } from '#annotations/changes/actions/highlight-actions'
import { editVerdict } from '#annotations/changes/actions/verdict-actions'
import type { HighlightId } from '#annotations/model/ids'
import { compileReport } from '#annotations/report/compile'
import { toHtml } from '#annotations/report/html'
import { toMarkdown } from '#annotations/report/markdown'
import { FULL_REPORT, type ReportOptions, type ReportScope } from '#annotations/report/scope'
import { inQuotes } from '#annotations/report/words'
import { createStoryDesk, type StoryDesk } from '../dossiers/story-desk'
import { hostile } from './hostile'
import { MADE, plain, reportOf, textsIn } from './report-desk'

function report(desk: StoryDesk, scope: ReportScope = { kind: 'desk' }, options: Partial<ReportOptions> = {}) {
  const made = compileReport(desk.records, scope, { ...FULL_REPORT, ...options }, MADE)
  if (!made) throw new Error('nothing to report')
  return { ...made, texts: textsIn(made.document) }
}

/** A claim told twice and denied once, and one that nobody linked. */
function twoStories() {
  const desk = createStoryDesk()
  const later = desk.passage('claim', 'Wire', 4)
  const first = desk.passage('claim', 'Herald', 2)
  const denial = desk.passage('denial', 'Courier', 5)
  const alone = desk.passage('claim', 'Ledger', null)
  const loose = desk.passage('denial', 'Gazette', 9)
  desk.link(later, 'repeats', first)
  desk.say('Ana Rehn', later)
  desk.say('The ministry', denial)
  desk.link(denial, 'denies', first, 'Answers both.')
  desk.act(editVerdict(first, { rating: 'false', note: 'The log says so.', sources: ['https://e.org/log', 'The log'] }))
  return { desk, first, later, denial, alone, loose }
}

const quoteOf = (desk: StoryDesk, id: HighlightId) => desk.records.highlights.get(id)?.anchor.quote.exact ?? ''

test('a passage stands in quotation marks other than its own', () => {
  expect(inQuotes('No talks were held', 60)).toBe('“No talks were held”')
  expect(inQuotes('“Nothing was cancelled,”\nhe said', 60)).toBe('‘“Nothing was cancelled,” he said’')
  expect(inQuotes('It was said to be over', 11)).toBe('“It was said…”')
})

describe('a report', () => {
  test('says in words who tells a claim, who denies it, where and when, with every passage word for word', () => {
    const { desk, first, later, denial } = twoStories()
    const { texts, counts } = report(desk, { kind: 'claims', ids: [later] })
    expect(counts).toEqual({ claims: 1, passages: 5, links: 4, articles: 3, unjudged: 0, toCheck: 0 })
    expect(texts).toContain('Herald, 2 May 2023 [1] prints it on its own word · said first')
    expect(texts).toContain('Wire, 4 May 2023 [2] attributes it to Ana Rehn')
    expect(texts).toContain('Denied by The ministry in Courier, 5 May 2023 [3]')
    for (const id of [first, later, denial]) expect(texts).toContain(quoteOf(desk, id))
    expect(texts).toContain('Note: Answers both.')
    expect(texts).toEqual(expect.arrayContaining(['The log says so.', 'https://e.org/log', 'The log']))
    expect(texts).toContain('False, by Ada, 2 January 2024')
  })

  test('names its date, who prepared it, what is still to check, and has lines to sign on', () => {
    const { desk } = twoStories()
    const { texts, document } = report(desk)
    expect(texts).toContain('4 May 2026, 09:30 UTC')
    expect(texts).toContain('1 unchecked, 1 false')
    expect(texts).toContain('1 claim without a verdict')
    expect(texts.filter((text) => text.startsWith('Claim 2: '))).toHaveLength(1)
    expect(document.blocks.at(-1)).toEqual({
      kind: 'signatures',
      rows: [
        { role: 'Fact-checker', name: 'Ana' },
        { role: 'Editor', name: '' },
      ],
    })
  })

  test('tells every highlight and every link of the desk once, also those of no claim', () => {
    const { desk, denial, loose } = twoStories()
    desk.link(loose, 'updates', denial, 'Next day')
    const { texts, document, counts } = report(desk)
    const quoted = document.blocks.flatMap((block) => (block.kind === 'passage' ? [block.highlight] : []))
    expect(new Set(quoted)).toEqual(
      new Set([...desk.records.highlights.values()].filter(({ tag }) => tag !== 'attribution').map(({ id }) => id)),
    )
    expect(quoted).toHaveLength(new Set(quoted).size)
    expect(texts.filter((text) => text.includes(' updates '))).toEqual([
      expect.stringMatching(/^“.+” \(Gazette, 9 May 2023 \[\d\]\) updates “.+” \(Courier, .+\)\. Note: Next day$/),
    ])
    expect(counts.links).toBe(desk.records.links.size)
  })

  test('leaves out what its options leave out, and numbers its sources anew', () => {
    const { desk } = twoStories()
    const bare = { notes: false, others: false, contents: false, signOff: false }
    const { texts, document } = report(desk, { kind: 'desk' }, { ...bare, title: 'For the desk' })
    expect(texts[0]).toBe('For the desk')
    expect(texts).not.toContain('Note: Answers both.')
    expect(texts).not.toContain('Contents')
    expect(document.blocks.some(({ kind }) => kind === 'signatures')).toBe(false)
    expect(texts.some((text) => text.includes('Gazette'))).toBe(false)
    expect(texts.filter((text) => /^\[\d\] Title/.test(text)).map((text) => text.slice(0, 3))).toEqual([
      '[1]',
      '[2]',
      '[3]',
      '[4]',
    ])
  })

  test('keeps the order of the claims that it is given, and has nothing to say of none', () => {
    const { desk, first, alone } = twoStories()
    const order = (ids: readonly HighlightId[]) =>
      report(desk, { kind: 'claims', ids }).document.blocks.flatMap((block) =>
        block.kind === 'heading' && block.level === 2 ? [block.line.map(({ text }) => text).join('')] : [],
      )
    expect(order([alone, first])).toEqual([`1. ${quoteOf(desk, alone)}`, `2. ${quoteOf(desk, first)}`])
    expect(order([first, alone])).toEqual([`1. ${quoteOf(desk, first)}`, `2. ${quoteOf(desk, alone)}`])
    expect(compileReport(createStoryDesk().records, { kind: 'desk' }, FULL_REPORT, MADE)).toBeNull()
  })

  test('the report of one claim is named after it, any other after the desk', () => {
    const { desk, first, alone } = twoStories()
    const title = (ids: readonly HighlightId[]) => report(desk, { kind: 'claims', ids }).document.title
    expect(title([first])).toBe(`Report on “${quoteOf(desk, first)}”`)
    expect(title([first, alone])).toBe(`Report on ${MADE.desk}`)
  })

  test('a speaker whom nobody named stands by the words that attribute it', () => {
    const desk = createStoryDesk()
    const claim = desk.passage('claim', 'Wire', 4)
    const cue = desk.say(null, claim)
    expect(report(desk).texts).toContain(`Wire, 4 May 2023 [1] attributes it to “${quoteOf(desk, cue)}”`)
    desk.act(editHighlight(cue, { speaker: 'Ana' }))
    expect(report(desk).texts).toContain('Wire, 4 May 2023 [1] attributes it to Ana')
  })
})

describe('as HTML', () => {
  test('shows any text as it is, and runs and loads nothing', () => {
    fc.assert(
      fc.property(hostile, (words) => {
        const document = reportOf(words)
        const html = toHtml(document)
        const page = parseHTML(html).document
        const shown = plain(page.querySelector('main')?.textContent ?? '').replaceAll(' ', '')
        let at = 0
        for (const text of textsIn(document)) {
          const found = shown.indexOf(text.replaceAll(' ', ''), at)
          expect(found).toBeGreaterThanOrEqual(at)
          at = found
        }
        expect(page.querySelectorAll('script, img, iframe, object, link, style:not(head style)')).toHaveLength(0)
        for (const element of page.querySelectorAll('*')) {
          for (const { name } of element.attributes) expect(name).not.toMatch(/^on|^style$/)
        }
        for (const link of page.querySelectorAll('a')) expect(link.getAttribute('href')).toMatch(/^(#|https?:\/\/)/)
      }),
      { numRuns: 60 },
    )
  })

  test('marks a passage that runs to the left, and leads from the contents to each claim', () => {
    const html = toHtml(reportOf('وزیر نے تردید کی 👨‍👩‍👧۔', 'rtl'))
    const page = parseHTML(html).document
    expect(page.querySelector('blockquote.claim')?.getAttribute('dir')).toBe('rtl')
    expect(page.querySelector('blockquote.claim')?.textContent).toContain('وزیر نے تردید کی 👨‍👩‍👧۔')
    for (const link of page.querySelectorAll('a[href^="#"]')) {
      expect(page.getElementById(link.getAttribute('href')?.slice(1) ?? '')).not.toBeNull()
    }
    expect(page.querySelectorAll('a[href="#claim-1"]')).toHaveLength(1)
  })
})

test('only a passage that would leave half a page empty may run over the end of one', () => {
  const classes = (words: string) => {
    const page = parseHTML(toHtml(reportOf(words))).document
    return Array.from(page.querySelectorAll('figure'), (figure) => figure.className)
  }
  expect(new Set(classes('Some words.'))).toEqual(new Set(['']))
  expect(classes('Some words. '.repeat(200))).toContain('long')
})

describe('as Markdown', () => {
  test('a fact of several lines names them once', () => {
    const { desk, first } = twoStories()
    const { document } = report(desk, { kind: 'claims', ids: [first] })
    expect(toMarkdown(document)).toContain('- **Evidence:**\n  - <https://e.org/log>\n  - The log\n')
  })

  test('shows any text as it is, and makes nothing of it', () => {
    fc.assert(
      fc.property(hostile, (words) => {
        const document = reportOf(words)
        const page = parseHTML(`<main>${marked.parse(toMarkdown(document), { async: false })}</main>`).document
        const shown = plain(page.querySelector('main')?.textContent ?? '').replaceAll(' ', '')
        let at = 0
        for (const text of textsIn(document)) {
          const found = shown.indexOf(text.replaceAll(' ', ''), at)
          expect(found).toBeGreaterThanOrEqual(at)
          at = found
        }
        expect(page.querySelectorAll('script, img, code, em, del, table, hr, b')).toHaveLength(0)
      }),
      { numRuns: 60 },
    )
  })

  test('keeps Urdu and emoji whole, set off from what runs the other way', () => {
    const text = toMarkdown(reportOf('وزیر نے تردید کی 👨‍👩‍👧۔', 'rtl'))
    expect(text).toContain('> \u2067وزیر نے تردید کی 👨‍👩‍👧۔\u2069')
    expect(text).toContain('**Denied** by \u2068وزیر نے تردید کی 👨‍👩‍👧۔\u2069 in')
  })
})
