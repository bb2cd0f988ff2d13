// Makes test/fixtures/imports with real tools: Chromium prints the PDFs and saves the MHTML, LibreOffice writes the office files.
// Needs `soffice` (libreoffice-writer) and Chromium; the results are committed, so that tests need neither.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { blogSite, divSite, newsSite, officeDocument, printVersion, twoColumns } from './import-fixtures/layouts.mjs'
import { stories } from './import-fixtures/stories.mjs'
import { written } from './import-fixtures/written.mjs'
import { installedBrowser } from './lib/browser.mjs'
import { at } from './lib/project.mjs'

const out = at('test/fixtures/imports')
const work = mkdtempSync(join(tmpdir(), 'import-fixtures-'))
/** @type {Record<string, object>} */
const expected = {}
rmSync(out, { recursive: true, force: true })
mkdirSync(out, { recursive: true })

/** @param {string} file @param {import('./import-fixtures/stories.mjs').Story} story @param {object} known */
function expect(file, story, known) {
  const { title, lang, rtl } = story
  expected[file] = { title, language: lang, direction: rtl ? 'rtl' : 'ltr', ...known }
}
/** @param {import('./import-fixtures/layouts.mjs').Page} page */
const knownOf = ({ html: _, ...known }) => known

for (const story of stories) {
  for (const layout of [newsSite, divSite, printVersion, blogSite]) {
    const page = layout(story)
    const file = `${layout.name}-${story.key}.html`
    writeFileSync(join(out, file), page.html)
    expect(file, story, knownOf(page))
  }
}

for (const file of written(stories)) {
  writeFileSync(join(out, file.name), file.contents)
  expect(file.name, file.story, file.known)
}

/** @param {string} source @param {string} format @param {string} filter */
function convert(source, format, filter = format) {
  execFileSync('soffice', [
    '--headless',
    `--infilter=HTML (StarWriter)`,
    '--convert-to',
    filter,
    '--outdir',
    work,
    source,
  ])
  return source.replace(/\.html$/, `.${format}`)
}

/** Word, OpenDocument, RTF, EPUB, and a PDF as an office would make it. @type {readonly (readonly [string, string, readonly string[]])[]} */
const conversions = [
  ['docx', 'docx:MS Word 2007 XML', ['en', 'ru', 'ur']],
  ['odt', 'odt', ['en', 'ru', 'ur']],
  ['rtf', 'rtf:Rich Text Format', ['en', 'ru', 'ur']],
]
for (const [format, filter, keys] of conversions) {
  for (const story of stories.filter(({ key }) => keys.includes(key))) {
    const page = officeDocument(story)
    const source = join(work, `office-${story.key}.html`)
    writeFileSync(source, page.html)
    const file = `office-${story.key}.${format}`
    execFileSync('cp', [convert(source, format, filter), join(out, file)])
    expect(file, story, knownOf(page))
  }
}
for (const [format, keys] of /** @type {const} */ ([
  ['pdf', ['en']],
  ['epub', ['en', 'ru']],
])) {
  for (const story of stories.filter(({ key }) => keys.some((wanted) => wanted === key))) {
    const file = `office-${story.key}.${format}`
    execFileSync('soffice', [
      '--headless',
      '--convert-to',
      format,
      '--outdir',
      work,
      join(out, `office-${story.key}.odt`),
    ])
    execFileSync('cp', [join(work, file), join(out, file)])
    const known = knownOf(officeDocument(story))
    // A PDF has no lists, only dots in front of lines.
    expect(
      file,
      story,
      format === 'pdf'
        ? { ...known, body: known.body.map((text) => (text === story.related[0] ? `• ${text}` : text)) }
        : known,
    )
  }
}

/** A PDF that needs a password to open. */
const secret = {
  EncryptFile: { type: 'boolean', value: 'true' },
  DocumentOpenPassword: { type: 'string', value: 'secret' },
}
const locked = [
  '--convert-to',
  `pdf:writer_pdf_Export:${JSON.stringify(secret)}`,
  '--outdir',
  work,
  join(out, 'office-ru.odt'),
]
execFileSync('soffice', ['--headless', ...locked])
execFileSync('cp', [join(work, 'office-ru.pdf'), join(out, 'protected.pdf')])
expected['protected.pdf'] = { refused: 'is protected by a password.' }

const { chromium } = await import('playwright')
const browser = await chromium.launch({
  executablePath: installedBrowser() ?? '',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
})
try {
  for (const story of stories) {
    if (!story.rtl) await print(`columns-${story.key}.pdf`, story, twoColumns(story), { preferCSSPageSize: true })
    const page = printVersion(story)
    const template = `<div style="font-size:8px;width:100%;padding:0 1cm">`
    const headed = {
      displayHeaderFooter: true,
      format: 'A5',
      margin: { top: '2cm', bottom: '2cm', left: '1.5cm', right: '1.5cm' },
      headerTemplate: `${template}3/2/26, 10:31 AM <span>${story.paper}</span></div>`,
      footerTemplate: `${template}<span class="pageNumber"></span>/<span class="totalPages"></span></div>`,
    }
    await print(`printed-${story.key}.pdf`, story, page, headed)
  }
  for (const story of stories) await save(`saved-${story.key}.mhtml`, story, newsSite(story))
} finally {
  await browser.close()
  rmSync(work, { recursive: true, force: true })
}
writeFileSync(join(out, 'expected.json'), `${JSON.stringify(expected, null, 1)}\n`)
console.log(`${Object.keys(expected).length} fixtures`)

/** @param {string} file @param {import('./import-fixtures/stories.mjs').Story} story @param {import('./import-fixtures/layouts.mjs').Page} source @param {object} options */
async function print(file, story, source, options) {
  const page = await browser.newPage()
  await page.setContent(source.html)
  writeFileSync(join(out, file), await page.pdf(options))
  await page.close()
  // A browser writes no characters for the joined shapes of Urdu letters; the reader is to say so.
  if (story.rtl) expected[file] = { unreadable: true }
  else expect(file, story, knownOf(source))
}

/** A saved page has no scripts, and so none of the metadata in them. @param {string} file @param {import('./import-fixtures/stories.mjs').Story} story @param {import('./import-fixtures/layouts.mjs').Page} source */
async function save(file, story, source) {
  const page = await browser.newPage()
  await page.route('**/*', (route) =>
    route.request().url() === source.url
      ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: source.html })
      : route.abort(),
  )
  await page.goto(source.url ?? '')
  const session = await page.context().newCDPSession(page)
  const { data } = await session.send('Page.captureSnapshot', { format: 'mhtml' })
  writeFileSync(join(out, file), data)
  await page.close()
  expect(file, story, { ...knownOf(source), publisher: null, published: null })
}
