/** How papers set their pages: each layout makes a page of a story, and says what a reader must make of it. */

/** @typedef {import('./stories.mjs').Story} Story */
/** @typedef {{ html: string, body: string[], asides: string[], publisher: string | null, byline: string | null, published: string | null, url: string | null }} Page */

/** @param {string} text */
export const escape = (text) => text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c)
/** @param {readonly string[]} texts @param {(text: string) => string} make */
const each = (texts, make) => texts.map((text) => make(escape(text))).join('\n')
/** @param {Story} s @param {string} head @param {string} body */
const page = (s, head, body) =>
  `<!doctype html>\n<html lang="${s.lang}"${s.rtl ? ' dir="rtl"' : ''}><head><meta charset="utf-8">\n${head}\n</head><body>\n${body}\n</body></html>\n`
/** @param {Story} s @param {string} path */
const address = (s, path) => `https://${s.key}.courier.example/${path}`

/** A large news site: JSON-LD, a bar to share, a figure, a pointer within the text, a newsletter, comments. @param {Story} s @returns {Page} */
export function newsSite(s) {
  const url = address(s, 'news/2024/dam-1182')
  const data = {
    '@context': 'https://schema.org',
    '@graph': [
      { '@type': 'Organization', '@id': '#paper', name: s.paper },
      {
        '@type': 'NewsArticle',
        headline: s.title,
        datePublished: `${s.iso}T08:30:00+05:00`,
        dateModified: '2026-03-01T10:00:00Z',
        author: [{ '@type': 'Person', name: s.byline }],
        publisher: { '@id': '#paper' },
      },
    ],
  }
  const [first, second, third, ...rest] = s.paragraphs
  return {
    html: page(
      s,
      `<title>${escape(s.title)} | ${escape(s.paper)}</title>
<link rel="canonical" href="${url}"><link rel="stylesheet" href="https://styles.courier.example/page.css">
<script type="application/ld+json">${JSON.stringify(data)}</script>
<script src="https://scripts.courier.example/track.js"></script><style>.hero{background:url(https://img.courier.example/x.png)}</style>`,
      `<header class="site"><a href="/">${escape(s.paper)}</a><nav><ul>${each(s.menu, (t) => `<li><a href="/x">${t}</a></li>`)}</ul></nav></header>
<main><article class="story">
<h1>${escape(s.title)}</h1>
<p class="standfirst">${escape(s.standfirst)}</p>
<div class="byline"><a href="/authors/1">${escape(s.byline)}</a></div>
<div class="share"><a href="#">${escape(s.share)}</a></div>
<figure><img src="https://img.courier.example/1.jpg" onerror="alert(1)"><figcaption>${escape(s.caption)}</figcaption></figure>
<div class="story-body">
<p>${escape(first ?? '')}</p><p>${escape(second ?? '')}</p>
<p><a href="/news/other">${escape(s.readAlso)}</a></p>
<h2>${escape(s.heading)}</h2>
<p>${escape(third ?? '')}</p><blockquote><p>${escape(s.quote)}</p></blockquote>
${each(rest, (t) => `<p>${t}</p>`)}
</div>
<div class="newsletter"><p>${escape(s.subscribe)}</p><form><input name="mail"><button>OK</button></form></div>
</article></main>
<aside class="related"><h3>${escape(s.relatedHead)}</h3><ul>${each(s.related, (t) => `<li><a href="/r">${t}</a></li>`)}</ul></aside>
<section id="comments"><h3>${escape(s.commentsHead)}</h3>${each(s.comments, (t) => `<div class="comment"><p>${t}</p></div>`)}</section>
<footer><p>${escape(s.rights)}</p></footer>`,
    ),
    body: [s.title, s.standfirst, s.byline, ...s.paragraphs.slice(0, 2), s.heading, third ?? '', s.quote, ...rest],
    asides: [...s.menu, s.share, s.caption, s.readAlso, s.subscribe, s.relatedHead, ...s.related, s.commentsHead, ...s.comments, s.rights],
    publisher: s.paper,
    byline: s.byline,
    published: `${s.iso}T08:30:00+05:00`,
    url,
  }
}

/** An older site: OpenGraph only, everything a div, paragraphs parted by line breaks, related links in a list. @param {Story} s @returns {Page} */
export function divSite(s) {
  const url = address(s, 'story.php?id=77')
  return {
    html: page(
      s,
      `<title>${escape(s.title)} - ${escape(s.paper)}</title>
<meta property="og:title" content="${escape(s.title)}"><meta property="og:site_name" content="${escape(s.paper)}">
<meta property="og:url" content="${url}"><meta property="article:published_time" content="${s.iso}T06:00:00Z"><meta name="author" content="${escape(s.byline)}">`,
      `<div id="top" class="menu">${each(s.menu, (t) => `<a href="/m">${t}</a> | `)}</div>
<div id="content"><div class="headline">${escape(s.title)}</div>
<div class="text">${each(s.paragraphs, (t) => `${t}<br><br>`)}</div>
<div class="credit">${escape(s.credit)}</div></div>
<div id="sidebar" class="sidebar related"><b>${escape(s.relatedHead)}</b><ul>${each(s.related, (t) => `<li><a href="/r">${t}</a></li>`)}</ul></div>
<div class="footer">${escape(s.rights)}</div>`,
    ),
    body: [s.title, ...s.paragraphs],
    asides: [s.credit, s.relatedHead, ...s.related, s.rights],
    publisher: s.paper,
    byline: s.byline,
    published: `${s.iso}T06:00:00Z`,
    url,
  }
}

/** A printer's version: tables for layout, nothing machine-readable, the date in words, a stamp of the day of printing. @param {Story} s @returns {Page} */
export function printVersion(s) {
  return {
    html: page(
      s,
      `<title>${escape(s.title)}</title>`,
      `<table width="100%"><tr><td><table><tr><td>
<h1>${escape(s.title)}</h1>
<p>${escape(s.by)}</p><p>${escape(s.printed)}</p>
<p>${escape(s.dateline)}</p>
${each(s.paragraphs, (t) => `<p align="justify">${t}</p>`)}
<p>${escape(s.credit)}</p><hr><p>${escape(s.stamp)}</p>
</td></tr></table></td></tr></table>`,
    ),
    body: [s.title, s.by, s.printed, s.dateline, ...s.paragraphs],
    asides: [s.credit, s.stamp],
    publisher: null,
    byline: s.byline,
    published: s.iso,
    url: null,
  }
}

/** A small site on a common publishing system: landmarks, one <time>, a newsletter in the text, tags and a word on the author below. @param {Story} s @returns {Page} */
export function blogSite(s) {
  const [first, ...rest] = s.paragraphs
  return {
    html: page(
      s,
      `<title>${escape(s.title)} – ${escape(s.paper)}</title><meta property="og:site_name" content="${escape(s.paper)}">`,
      `<div class="cookie-banner" style="display: none">Cookies?</div>
<nav class="main-navigation">${each(s.menu, (t) => `<a href="/m">${t}</a>`)}</nav>
<main id="main"><article class="post hentry"><header class="entry-header"><h1 class="entry-title">${escape(s.title)}</h1>
<div class="entry-meta"><time class="entry-date published" datetime="${s.iso}T07:15:00+00:00">${escape(s.printed)}</time> <span class="author vcard">${escape(s.by)}</span></div></header>
<div class="entry-content"><p><strong>${escape(s.dateline)}</strong></p><p>${escape(first ?? '')}</p>
<aside class="pull"><p>${escape(s.subscribe)}</p></aside>
${each(rest, (t) => `<p>${t}</p>`)}</div>
<footer class="entry-footer">${escape(s.credit)}</footer></article></main>
<footer class="site-footer"><p>${escape(s.rights)}</p></footer>
<svg><text>svg words</text><script>alert(2)</script></svg><iframe src="https://ads.courier.example/"></iframe>`,
    ),
    body: [s.title, s.dateline, ...s.paragraphs],
    asides: [...s.menu, 'Cookies?', s.subscribe, s.credit, s.rights],
    publisher: s.paper,
    byline: null,
    published: `${s.iso}T07:15:00+00:00`,
    url: null,
  }
}

/** A document as an office would keep it: for word processors. @param {Story} s @returns {Page} */
export function officeDocument(s) {
  const [first, second, ...rest] = s.paragraphs
  return {
    html: page(
      s,
      `<title>Document 7</title><style>p, h1, h2, li { direction: ${s.rtl ? 'rtl' : 'ltr'} }</style>`,
      `<h1>${escape(s.title)}</h1>
<p>${escape(s.by)}</p><p>${escape(s.printed)}</p>
<p>${escape(first ?? '')}</p><p><b>${escape(s.dateline)}</b> <a href="https://www.courier.example/dam">${escape(second ?? '')}</a></p>
<h2>${escape(s.heading)}</h2>
${each(rest, (t) => `<p>${t}</p>`)}
<ul><li>${escape(s.related[0] ?? '')}</li></ul>
<p>${escape(s.credit)}</p><p>${escape(s.readAlso)}</p>`,
    ),
    body: [s.title, s.by, s.printed, first ?? '', `${s.dateline} ${second ?? ''}`, s.heading, ...rest, s.related[0] ?? ''],
    asides: [s.credit, s.readAlso],
    publisher: null,
    byline: s.byline,
    published: s.iso,
    url: null,
  }
}

/** A page of a paper: the head over two narrow columns of hyphenated text. @param {Story} s @returns {Page} */
export function twoColumns(s) {
  return {
    html: page(
      s,
      `<title>${escape(s.title)}</title><style>
@page { size: A5; margin: 18mm 14mm }
body { font: 10pt/1.35 'DejaVu Serif', serif; margin: 0 }
h1 { font-size: 17pt; line-height: 1.15 } .columns { columns: 2; column-gap: 8mm; text-align: justify; hyphens: auto }
.columns p { margin: 0; text-indent: 1.2em } .by { margin: 0 }</style>`,
      `<h1>${escape(s.title)}</h1><p class="by">${escape(s.by)}</p><p class="by">${escape(s.printed)}</p>
<div class="columns">${each(s.paragraphs, (t) => `<p>${t}</p>`)}</div>`,
    ),
    body: [s.title, s.by, s.printed, ...s.paragraphs],
    asides: [],
    publisher: null,
    byline: s.byline,
    published: s.iso,
    url: null,
  }
}
