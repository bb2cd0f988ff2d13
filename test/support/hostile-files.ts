import { strToU8, zipSync } from 'fflate'

/** A file that no paper ever sent. */
export type HostileFile = { readonly name: string; readonly bytes: Uint8Array }

const text = (name: string, contents: string): HostileFile => ({ name, bytes: strToU8(contents) })
const raw = (name: string, ...bytes: readonly number[]): HostileFile => ({ name, bytes: Uint8Array.from(bytes) })
const latin1 = (contents: string) => Uint8Array.from(Buffer.from(contents, 'latin1'))
const zip = (name: string, files: Record<string, string | Uint8Array>): HostileFile => ({
  name,
  bytes: zipSync(
    Object.fromEntries(
      Object.entries(files).map(([at, file]) => [at, typeof file === 'string' ? strToU8(file) : file]),
    ),
  ),
})

const WORDS = 'The harbour board voted on Tuesday to keep the old ferry in service for another winter. '
const page = (body: string, head = '') =>
  `<!doctype html><html><head>${head}</head><body><h1>A ferry is saved</h1>${body}<p>${WORDS.repeat(4)}</p></body></html>`
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const TYPES =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
const RELS =
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
const word = (name: string, body: string, more: Record<string, string> = {}) =>
  zip(name, {
    '[Content_Types].xml': TYPES,
    '_rels/.rels': RELS,
    'word/document.xml': `<w:document ${W}><w:body>${body}</w:body></w:document>`,
    ...more,
  })
const odt = (name: string, body: string, more: Record<string, string> = {}) =>
  zip(name, {
    'content.xml': `<office:document-content><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    ...more,
  })
const epub = (name: string, chapters: Record<string, string>, more: Record<string, string> = {}) =>
  zip(name, {
    'META-INF/container.xml': '<container><rootfiles><rootfile full-path="book.opf"/></rootfiles></container>',
    'book.opf': `<package><manifest>${Object.keys(chapters)
      .map((at, i) => `<item id="c${i}" href="${at}"/>`)
      .join('')}</manifest><spine>${Object.keys(chapters)
      .map((_, i) => `<itemref idref="c${i}"/>`)
      .join('')}</spine></package>`,
    ...chapters,
    ...more,
  })
const pdf = (name: string, objects: string) => ({
  name,
  bytes: latin1(`%PDF-1.4\n${objects}\ntrailer<</Root 1 0 R>>\n%%EOF`),
})
const blankPages = (count: number, kids: string) =>
  `1 0 obj<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert(1))>>>>endobj\n2 0 obj<</Type/Pages/Count ${count}/Kids[${kids}]>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj`

/** The second size field of an archive's first entry, changed to a lie. */
function lying(file: HostileFile, size: number): HostileFile {
  const bytes = file.bytes.slice()
  const view = new DataView(bytes.buffer)
  const directory = view.getUint32(bytes.length - 6, true)
  view.setUint32(directory + 24, size, true)
  return { name: `lying-${size}-${file.name}`, bytes }
}

const DANGERS = [
  '<script>alert("ran")</script>',
  '<script src="https://evil.example/x.js"></script>',
  '<img src="https://evil.example/x.png" onerror="alert(\'ran\')">',
  '<svg onload="alert(\'ran\')"><script>alert("ran")</script><text>hi</text></svg>',
  '<svg><style><img src=x onerror="alert(\'ran\')"></style></svg>',
  '<math><mtext></form><form><mglyph><style></math><img src onerror=alert("ran")>',
  '<a href="javascript:alert(\'ran\')">words</a>',
  '<a href="JaVa&#x09;Script:alert(\'ran\')">words</a>',
  '<a href="data:text/html,<script>alert(1)</script>">words</a>',
  '<a href="vbscript:x">words</a>',
  '<a href="https://user:secret@evil.example/">words</a>',
  '<a href="//evil.example/x">words</a>',
  '<p style="background:url(https://evil.example/x)">words</p>',
  '<style>@import url("https://evil.example/x.css");</style>',
  '<link rel="stylesheet" href="https://evil.example/x.css">',
  '<meta http-equiv="refresh" content="0;url=https://evil.example/">',
  '<base href="javascript:alert(1)//"><a href="x">words</a>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<object data="https://evil.example/x"></object><embed src="https://evil.example/x">',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  '<template><p>hidden words</p></template>',
  '<title>A</title><svg><title><img src=x onerror="alert(1)"></title></svg>',
  '<video poster="https://evil.example/x" src="https://evil.example/y"></video>',
  '<form action="https://evil.example/"><button formaction="javascript:alert(1)">Go</button></form>',
  '<!--<p>comment</p>',
  '<!--[if gte mso 9]><xml>words</xml><![endif]-->',
  '<![CDATA[<p>words</p>]]>',
  '<plaintext><p>words',
  '<textarea><p>words</p>',
  '<p title="',
  '<script>',
  '<script>if (a </p>',
  '</p></div></body></html><p>after the end</p>',
  '<p>\0\u0001\u0008\u001f\ufffe words</p>',
  '<p>&#0;&#xD800;&#x110000;&bogus;&amp words</p>',
  '<p>‮right to left‬ \u2028 \u2029 words</p>',
]

/** Files made to break, mislead or stall a reader. About a hundred and twenty; each names what it is. */
export function hostileFiles(): HostileFile[] {
  return [
    raw('empty.txt'),
    raw('nul.txt', 0),
    raw('ff.txt', ...new Array<number>(500).fill(0xff)),
    raw('mark-only.txt', 0xef, 0xbb, 0xbf),
    raw('wide-odd.txt', 0xff, 0xfe, 0x41),
    raw('broken-utf8.txt', ...latin1(WORDS), 0xc3, 0x28, 0xf0, 0x9f),
    { name: 'picture.txt', bytes: latin1(`\x89PNG\r\n\x1a\n${WORDS}`) },
    { name: 'program.html', bytes: latin1(`\x7fELF${WORDS}`) },
    { name: 'windows.exe', bytes: latin1(`MZ\x90\0\x03${'\0'.repeat(80)}${WORDS}`) },
    { name: 'packed.txt.gz', bytes: latin1(`\x1f\x8b\x08${WORDS}`) },
    { name: 'database.csv', bytes: latin1(`SQLite format 3\0${WORDS}`) },
    { name: 'old.doc', bytes: latin1(`\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${'\0'.repeat(600)}`) },
    {
      name: 'protected.docx',
      bytes: Uint8Array.from([
        ...latin1('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'),
        ...Buffer.from('EncryptedPackage', 'utf16le'),
      ]),
    },
    text('spaces.txt', ' \n\t\r\n'.repeat(10_000)),
    text('lines.txt', `${WORDS}\n`.repeat(200_000)),
    text('short-lines.txt', 'a\n'.repeat(200_001)),
    text('one-line.txt', WORDS.repeat(100_000)),
    text('quotes.txt', `.${'"'.repeat(200_000)}x\n`.repeat(5)),
    text('too-long.txt', 'a'.repeat(21_000_000)),
    text('controls.txt', '\u0001\u0002\u0003'.repeat(1000)),
    ...DANGERS.map((danger, i) => text(`danger-${i}.html`, page(danger))),
    ...DANGERS.slice(0, 12).map((danger, i) => text(`danger-${i}.md`, `# A ferry\n\n${danger}\n\n${WORDS}`)),
    text('deep.html', page('<div>'.repeat(4_000))),
    text('deeper.html', page('<div>'.repeat(200_000))),
    text('unclosed.html', page(`${'<b>'.repeat(4_000)}${'</i>'.repeat(200_000)}`)),
    text('lists.html', page('<ul><li>'.repeat(2_000))),
    text('tables.html', page('<table><tr><td>'.repeat(1_500))),
    text('many.html', page('<p>a</p>'.repeat(50_000))),
    text('too-many.html', page('<i></i>'.repeat(400_001))),
    text('attributes.html', page(`<p ${'a=b '.repeat(200_000)}>x</p>`)),
    text('long-attribute.html', page(`<p class="${'x '.repeat(500_000)}">x</p>`)),
    text('json-ld.html', page('', `<script type="application/ld+json">${'['.repeat(100_000)}</script>`)),
    text(
      'json-ld-types.html',
      page(
        '',
        '<script type="application/ld+json">{"@type":"NewsArticle","headline":{"a":1},"author":[[[]]],"datePublished":17,"publisher":null}</script>',
      ),
    ),
    text(
      'metadata.html',
      page(
        '',
        '<meta property="article:published_time" content="9999-99-99T99:99:99Z"><link rel=canonical href="javascript:alert(1)"><html lang="<x>">',
      ),
    ),
    text('quotes.md', `${'>'.repeat(20_000)} a`),
    text('brackets.md', '['.repeat(5_000)),
    text('stars.md', '*a '.repeat(5_000)),
    text('lists.md', Array.from({ length: 500 }, (_, i) => `${' '.repeat(i * 2)}- a`).join('\n')),
    text('deep.jsonl', `{"text":${'['.repeat(200_000)}`),
    text('odd.jsonl', '{"text":null}\n{"text":{"name":5}}\n[]\n"x"\n{"__proto__":{"a":1},"text":"a"}\n'),
    text('none.jsonl', 'nothing\nhere\n'),
    text('rows.jsonl', '{"text":"a"}\n'.repeat(10_001)),
    text('quote.csv', `title,text\n"${'a'.repeat(500_000)}`),
    text('commas.csv', `${','.repeat(100_000)}\n1`),
    text('names.csv', 'text,__proto__,constructor\na,b,c\n'),
    text('header.csv', 'title,text\n'),
    text('unnamed.csv', '1,2,3\n4,5,6\n'),
    text('formula.csv', 'title,text\n"=cmd|\' /C calc\'!A0","a b c"\n'),
    text('headers.eml', `${'X-A: b\n'.repeat(200_000)}\n${WORDS}`),
    text(
      'nested.eml',
      `MIME-Version: 1.0\n${'Content-Type: multipart/mixed; boundary=a\n\n--a\n'.repeat(2_000)}${WORDS}`,
    ),
    text(
      'bare.eml',
      'From: a\nTo: b\nSubject: =?utf-8?B?!!!?=\nMIME-Version: 1.0\nContent-Transfer-Encoding: base64\n\n%%%%\n',
    ),
    text(
      'script.eml',
      `From: a\nTo: b\nSubject: x\nMIME-Version: 1.0\nContent-Type: text/html\n\n<script>alert("ran")</script><p>${WORDS}`,
    ),
    text(
      'empty.mhtml',
      'From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n--x--\n',
    ),
    text('deep.rtf', `{\\rtf1 ${'{'.repeat(100_000)}`),
    text('flat.rtf', `{\\rtf1 ${'}'.repeat(100_000)}${WORDS}`),
    text('bin.rtf', `{\\rtf1 \\bin9999999999 ${WORDS}}`),
    text('numbers.rtf', `{\\rtf1\\ansicpg99999\\uc-5\\u99999999999 ?\\u-5?\\'zz\\'${WORDS}}`),
    text('link.rtf', `{\\rtf1{\\field{\\*\\fldinst HYPERLINK "javascript:alert(1)"}{\\fldrslt words}} ${WORDS}}`),
    text('fonts.rtf', `{\\rtf1{\\fonttbl${'{\\f1\\fcharset204 A;}'.repeat(20_000)}}\\f1 ${WORDS}}`),
    zip('nothing.zip', {}),
    zip('text.zip', { 'a.txt': WORDS }),
    zip('sheet.xlsx', { 'xl/workbook.xml': '<x/>' }),
    zip('many.epub', {
      'META-INF/container.xml': '<x/>',
      ...Object.fromEntries(Array.from({ length: 10_001 }, (_, i) => [`${i}.png`, ''])),
    }),
    zip('no-book.epub', { 'META-INF/container.xml': '<container/>' }),
    epub('out.epub', { '../../out.xhtml': page(WORDS) }),
    epub('root.epub', { '/etc/out.xhtml': page(WORDS) }),
    epub('drive.epub', { 'C:\\out.xhtml': page(WORDS) }),
    epub(
      'drm.epub',
      { 'a.xhtml': page(WORDS) },
      { 'META-INF/encryption.xml': '<x><CipherReference URI="a.xhtml"/></x>' },
    ),
    epub('script.epub', { 'a.xhtml': page('<script>alert("ran")</script>') }),
    epub('short.epub', { 'a.xhtml': '<p>a</p>', 'b.xhtml': '<p>b</p>' }),
    word('empty.docx', ''),
    word('broken.docx', '<w:p><w:r><w:t>words'),
    word('deep.docx', '<w:sdt><w:sdtContent>'.repeat(3_000)),
    word('entity.docx', '<w:p><w:r><w:t>&lol9; words</w:t></w:r></w:p>', {
      'word/styles.xml': '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>',
    }),
    word('link.docx', '<w:p><w:hyperlink w:anchor="x"><w:r><w:t>words</w:t></w:r></w:hyperlink></w:p>'),
    zip('bomb.docx', { 'word/document.xml': new Uint8Array(40_000_000).fill(0x20) }),
    lying(zip('a.docx', { 'word/document.xml': WORDS }), 4_000_000_000),
    lying(zip('b.docx', { 'word/document.xml': WORDS.repeat(1_000) }), 10),
    odt('empty.odt', ''),
    odt('deep.odt', '<text:section>'.repeat(20_000)),
    odt('spaces.odt', `<text:p>a<text:s text:c="999999999"/>b ${WORDS}</text:p>`),
    odt('styles.odt', `<text:p text:style-name="A">${WORDS}</text:p>`, {
      'styles.xml':
        '<x><style:style style:name="A" style:parent-style-name="B"/><style:style style:name="B" style:parent-style-name="A"/></x>',
    }),
    odt('laughs.odt', `<text:p>&a;&a; ${WORDS}</text:p>`, {
      'styles.xml': '<!DOCTYPE x [<!ENTITY a "&b;&b;"><!ENTITY b "&a;&a;">]><x/>',
    }),
    odt('protected.odt', 'x', { 'META-INF/manifest.xml': '<manifest:encryption-data/>' }),
    pdf('nothing.pdf', ''),
    pdf('scan.pdf', blankPages(1, '3 0 R')),
    pdf('cycle.pdf', blankPages(2, '2 0 R 3 0 R')),
    pdf('pages.pdf', blankPages(999_999, '3 0 R')),
    pdf(
      'stream.pdf',
      `${blankPages(1, '3 0 R')}\n4 0 obj<</Length 99999999/Filter[/FlateDecode/FlateDecode]>>stream\nx\nendstream endobj`,
    ),
    { name: 'words.pdf', bytes: latin1(`%PDF-1.7\n${WORDS.repeat(100)}`) },
  ]
}
