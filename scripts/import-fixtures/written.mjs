/** The fixtures that are plain text files, and so are simply written: mails, Markdown, tables. */

/** @typedef {import('./stories.mjs').Story} Story */

/** @param {Story} s */
const details = (s) => ({ publisher: null, byline: s.byline, published: s.iso, url: null })

/** @param {readonly Story[]} stories */
export function written(stories) {
  return stories.flatMap((s) => [mail(s), markdown(s), jsonLines(s), table(s)])
}

/** A mail with a text and an HTML part; the Russian one in windows-1251 and text only. @param {Story} s */
function mail(s) {
  const subject = `=?utf-8?B?${Buffer.from(s.title).toString('base64')}?=`
  const from = `=?utf-8?B?${Buffer.from(s.byline).toString('base64')}?= <desk@courier.example>`
  const head = [
    `From: ${from}`,
    'To: readers@courier.example',
    `Subject: ${subject}`,
    `Date: ${mailDate(s.iso)}`,
    'MIME-Version: 1.0',
  ]
  const known = { ...details(s), body: s.paragraphs, asides: [s.credit] }
  if (s.key === 'ru') {
    const text = encode1251([...s.paragraphs, s.credit].join('\r\n\r\n'))
    const lines = [
      ...head,
      'Content-Type: text/plain; charset=windows-1251',
      'Content-Transfer-Encoding: base64',
      '',
      base64Lines(text),
    ]
    return { name: `mail-${s.key}.eml`, story: s, known, contents: lines.join('\r\n') }
  }
  const html = `<html><body>${[...s.paragraphs, s.credit].map((text) => `<p>${text}</p>`).join('')}<img src="https://track.courier.example/p.gif"></body></html>`
  const part = (/** @type {string} */ type, /** @type {string} */ text) =>
    [
      `--edge`,
      `Content-Type: ${type}; charset=utf-8`,
      'Content-Transfer-Encoding: base64',
      '',
      base64Lines(Buffer.from(text)),
    ].join('\r\n')
  const lines = [
    ...head,
    'Content-Type: multipart/alternative; boundary="edge"',
    '',
    part('text/plain', s.paragraphs.join('\r\n\r\n')),
    part('text/html', html),
    '--edge--',
    '',
  ]
  return { name: `mail-${s.key}.eml`, story: s, known, contents: lines.join('\r\n') }
}

/** @param {Story} s */
function markdown(s) {
  const [first, second, ...rest] = s.paragraphs
  const contents = [
    '---',
    `author: "${s.byline}"`,
    `date: ${s.iso}`,
    `publisher: ${s.paper}`,
    '---',
    '',
    `# ${s.title}`,
    `**${s.dateline}** ${first}`,
    `> ${s.quote}`,
    second,
    `## ${s.heading}`,
    ...rest,
    s.credit,
    '',
  ].join('\n\n')
  const body = [s.title, `${s.dateline} ${first}`, s.quote, second, s.heading, ...rest]
  return {
    name: `notes-${s.key}.md`,
    story: s,
    known: { ...details(s), publisher: s.paper, body, asides: [s.credit] },
    contents,
  }
}

/** @param {Story} s */
function jsonLines(s) {
  const record = {
    headline: s.title,
    body: [...s.paragraphs, s.credit].join('\n\n'),
    source: { name: s.paper },
    authors: [s.byline],
    publishedAt: `${s.iso}T05:00:00Z`,
    url: `https://${s.key}.courier.example/a?x=1`,
  }
  return {
    name: `wire-${s.key}.jsonl`,
    story: s,
    known: {
      publisher: s.paper,
      byline: s.byline,
      published: record.publishedAt,
      url: record.url,
      body: s.paragraphs,
      asides: [s.credit],
    },
    contents: `${JSON.stringify(record)}\n{"headline": broken\n`,
  }
}

/** The Russian one as spreadsheets there save it: semicolons, windows-1251. @param {Story} s */
function table(s) {
  const delimiter = s.key === 'ru' ? ';' : ','
  const cell = (/** @type {string} */ text) => `"${text.replaceAll('"', '""')}"`
  const rows = [
    s.key === 'ru' ? ['Заголовок', 'Текст', 'Автор', 'Дата'] : ['title', 'text', 'author', 'date'],
    [s.title, [...s.paragraphs, s.credit].join('\r\n\r\n'), s.byline, s.printed],
  ].map((row) => row.map(cell).join(delimiter))
  const text = `${rows.join('\r\n')}\r\n`
  return {
    name: `table-${s.key}.csv`,
    story: s,
    known: { ...details(s), body: s.paragraphs, asides: [s.credit] },
    contents: s.key === 'ru' ? encode1251(text) : text,
  }
}

/** @param {string} iso */
function mailDate(iso) {
  return new Date(`${iso}T09:00:00Z`).toUTCString().replace('GMT', '+0000')
}

/** @param {Buffer} bytes */
function base64Lines(bytes) {
  return bytes.toString('base64').replace(/.{76}/g, '$&\r\n')
}

/** @param {string} text */
function encode1251(text) {
  const decoder = new TextDecoder('windows-1251')
  const codes = new Map(Array.from({ length: 256 }, (_, code) => [decoder.decode(Uint8Array.of(code)), code]))
  return Buffer.from(Array.from(text, (character) => codes.get(character) ?? 63))
}
