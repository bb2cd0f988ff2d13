import { describe, expect, it } from 'vitest'
import { readArticles } from '#main/import/read-articles'

const LONG =
  'The harbour board of Tessel Point voted on Tuesday to keep the old ferry in service for another winter, after a hearing that ran past midnight.'
const BODY = `<p>${LONG}</p><p>${LONG} Twice.</p><p>${LONG} Thrice.</p>`

async function read(html: string, name = 'page.html') {
  const result = await readArticles(new TextEncoder().encode(html), {
    source: { kind: 'file', name },
    url: 'https://coast.example/news/ferry',
  })
  const draft = result.ok ? result.value[0]?.draft : undefined
  if (draft === undefined) throw new Error(result.ok ? 'nothing' : result.error.message)
  return draft
}
const page = (body: string, head = '') =>
  `<html><head>${head}</head><body><article><h1>A ferry is saved</h1>${body}${BODY}</article></body></html>`

describe('blocks and marks', () => {
  it('keep emphasis and links, and drop links that are no web address', async () => {
    const { blocks } = await read(
      page(
        '<p>The <b>old <i>ferry</i></b> <a href="/fares">sails</a> <a href="javascript:x()">on</a> for one more long winter at least.</p>',
      ),
    )
    expect(blocks.find(({ text }) => text.startsWith('The old'))).toEqual({
      kind: 'paragraph',
      text: 'The old ferry sails on for one more long winter at least.',
      marks: [
        { type: 'bold', start: 4, end: 13 },
        { type: 'italic', start: 8, end: 13 },
        { type: 'link', start: 14, end: 19, href: 'https://coast.example/fares' },
      ],
    })
  })

  it('have the kinds of their elements', async () => {
    const { blocks } = await read(
      page(
        '<blockquote><p>A quote that somebody said at some length.</p></blockquote><h2>A question</h2><ol><li>An item in a list of the things that were said</li></ol>',
      ),
    )
    expect(blocks.slice(0, 4).map(({ kind }) => kind)).toEqual(['heading', 'quote', 'heading', 'item'])
  })

  it('are parted by line breaks, and hold no line feed of the source', async () => {
    const { blocks } = await read(page('<p>One line of this poem<br>and\n  another\tline\u00a0of it</p>'))
    expect(blocks.slice(1, 3).map(({ text }) => text)).toEqual(['One line of this poem', 'and another line\u00a0of it'])
  })

  it('lose no word that a browser would show, in the order of the page', async () => {
    const html = `<body>before <nav>menu</nav><div>loose <p>inner ${LONG}</p> after</div><table><tr><td>a</td><td>b</td></tr></table><p hidden>hidden</p><footer>foot</footer></body>`
    const { blocks } = await read(html)
    expect(blocks.map(({ text }) => text).join(' ')).toBe(`before menu loose inner ${LONG} after a b hidden foot`)
    expect(blocks.filter(({ aside }) => aside).map(({ text }) => text)).toEqual(
      expect.arrayContaining(['menu', 'hidden', 'foot']),
    )
  })
})

describe('metadata', () => {
  it.each([
    [
      '<script type="application/ld+json">[{"@type":["NewsArticle"],"headline":"A ferry is saved","datePublished":"2023-05-04T09:30:00+0500"}]</script>',
      '2023-05-04T09:30:00+05:00',
    ],
    ['<meta property="article:published_time" content="2023-05-04T09:30Z">', '2023-05-04T09:30:00Z'],
    ['<meta name="date" content="May 04, 2023">', '2023-05-04'],
    ['<meta name="pubdate" content="20230504">', '2023-05-04'],
    ['<meta itemprop="datePublished" content="29 January 2023">', '2023-01-29'],
    ['<meta name="date" content="yesterday">', null],
    ['<meta property="article:modified_time" content="2023-05-04">', null],
  ])('finds the day in %s', async (head, published) => {
    expect((await read(page('', head))).published).toBe(published)
  })

  it('believes JSON-LD before OpenGraph, and both before the text', async () => {
    const head =
      '<meta property="og:title" content="Second"><meta property="og:site_name" content="Courier"><script type="application/ld+json">{"@type":"NewsArticle","headline":"First &amp; best","author":{"name":"Ada Brandt"}}</script>'
    expect(await read(page('<p>By Jon de Wit</p>', head))).toMatchObject({
      title: 'First & best',
      publisher: 'Courier',
      byline: 'Ada Brandt',
    })
  })

  it('cuts the name of the site from the title', async () => {
    const draft = await read(
      page(
        '',
        '<title>Ferry at Tessel Point saved | Coast Courier</title><meta property="og:site_name" content="Coast Courier">',
      ),
    )
    expect(draft.title).toBe('Ferry at Tessel Point saved')
  })

  it('takes the day of several times only from one that says it is the day of publication', async () => {
    const times = '<time datetime="2020-01-01">then</time><time datetime="2023-05-04" class="published">now</time>'
    expect((await read(page(times))).published).toBe('2023-05-04')
    expect((await read(page(times.replace(' class="published"', '')))).published).toBeNull()
  })

  it('takes no day on which a page was printed or fetched', async () => {
    for (const stamp of [
      'Printed on 3 March 2026',
      'Retrieved 3 March 2026, 10:30',
      '3/2/26, 10:31 AM',
      'Accessed: 2026-03-02',
    ]) {
      const draft = await read(page(`<p>${stamp}</p>`))
      expect(draft.published).toBeNull()
      expect(draft.blocks.find(({ text }) => text === stamp)?.aside).toBe(true)
    }
  })
})

it('keeps all that was copied as the article, but for what every text has as asides', async () => {
  const html =
    '<div><ul><li><a href="https://a.example/">One</a></li><li><a href="https://b.example/">Two</a></li></ul><p>Also read: Three</p></div>'
  const read = await readArticles(new TextEncoder().encode(html), { source: { kind: 'paste' } }, 'html')
  const blocks = read.ok ? (read.value[0]?.draft.blocks ?? []) : []
  expect(blocks.map(({ text, aside }) => (aside ? `(${text})` : text))).toEqual(['One', 'Two', '(Also read: Three)'])
})

it("reads the clipboard's HTML without the header that Windows puts before it", async () => {
  const html = `Version:0.9\r\nStartHTML:0000000105\r\nEndHTML:0000000200\r\nStartFragment:0000000141\r\nEndFragment:0000000164\r\nSourceURL:https://coast.example/\r\n<html><body><!--StartFragment--><p>${LONG}</p><!--EndFragment--></body></html>`
  const read = await readArticles(new TextEncoder().encode(html), { source: { kind: 'paste' } }, 'html')
  expect(read).toMatchObject({
    ok: true,
    value: [{ draft: { blocks: [{ kind: 'paragraph', text: LONG }], source: { kind: 'paste' } } }],
  })
})
