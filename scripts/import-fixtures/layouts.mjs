/** How papers set their pages: each layout makes a page of a story, and says what a reader must make of it. */

/** @typedef {import('./stories.mjs').Story} Story */
/** @typedef {{ html: string, body: string[], asides: string[], publisher: string | null, byline: string | null, published: string | null, url: string | null }} Page */

/** @param {string} text */
const escapeHtml = (text) =>
  text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c)
/** @param {readonly string[]} texts @param {(text: string) => string} make */
const each = (texts, make) => texts.map((text) => make(escapeHtml(text))).join('\n')
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
      `<title>${escapeHtml(s.title)} | ${escapeHtml(s.paper)}</title>
<link rel="canonical" href="${url}"><link rel="stylesheet" href="https://styles.courier.example/page.css">
<script type="application/ld+json">${JSON.stringify(data)}</script>
<script src="https://scripts.courier.example/track.js"></script><style>.hero{background:url(https://img.courier.example/x.png)}</style>`,
      `<header class="site"><a href="/">${escapeHtml(s.paper)}</a><nav><ul>${each(s.menu, (t) => `<li><a href="/x">${t}</a></li>`)}</ul></nav></header>
<main><article class="story">
<h1>${escapeHtml(s.title)}</h1>
<p class="standfirst">${escapeHtml(s.standfirst)}</p>
<div class="byline"><a href="/authors/1">${escapeHtml(s.byline)}</a></div>
<div class="share"><a href="#">${escapeHtml(s.share)}</a></div>
<figure><img src="https://img.courier.example/1.jpg" onerror="alert(1)"><figcaption>${escapeHtml(s.caption)}</figcaption></figure>
<div class="story-body">
<p>${escapeHtml(first ?? '')}</p><p>${escapeHtml(second ?? '')}</p>
<p><a href="/news/other">${escapeHtml(s.readAlso)}</a></p>
<h2>${escapeHtml(s.heading)}</h2>
<p>${escapeHtml(third ?? '')}</p><blockquote><p>${escapeHtml(s.quote)}</p></blockquote>
${each(rest, (t) => `<p>${t}</p>`)}
</div>
<div class="newsletter"><p>${escapeHtml(s.subscribe)}</p><form><input name="mail"><button>OK</button></form></div>
</article></main>
<aside class="related"><h3>${escapeHtml(s.relatedHead)}</h3><ul>${each(s.related, (t) => `<li><a href="/r">${t}</a></li>`)}</ul></aside>
<section id="comments"><h3>${escapeHtml(s.commentsHead)}</h3>${each(s.comments, (t) => `<div class="comment"><p>${t}</p></div>`)}</section>
<footer><p>${escapeHtml(s.rights)}</p></footer>`,
    ),
    body: [s.title, s.standfirst, s.byline, ...s.paragraphs.slice(0, 2), s.heading, third ?? '', s.quote, ...rest],
    asides: [
      ...s.menu,
      s.share,
      s.caption,
      s.readAlso,
      s.subscribe,
      s.relatedHead,
      ...s.related,
      s.commentsHead,
      ...s.comments,
      s.rights,
    ],
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
      `<title>${escapeHtml(s.title)} - ${escapeHtml(s.paper)}</title>
<meta property="og:title" content="${escapeHtml(s.title)}"><meta property="og:site_name" content="${escapeHtml(s.paper)}">
<meta property="og:url" content="${url}"><meta property="article:published_time" content="${s.iso}T06:00:00Z"><meta name="author" content="${escapeHtml(s.byline)}">`,
      `<div id="top" class="menu">${each(s.menu, (t) => `<a href="/m">${t}</a> | `)}</div>
<div id="content"><div class="headline">${escapeHtml(s.title)}</div>
<div class="text">${each(s.paragraphs, (t) => `${t}<br><br>`)}</div>
<div class="credit">${escapeHtml(s.credit)}</div></div>
<div id="sidebar" class="sidebar related"><b>${escapeHtml(s.relatedHead)}</b><ul>${each(s.related, (t) => `<li><a href="/r">${t}</a></li>`)}</ul></div>
<div class="footer">${escapeHtml(s.rights)}</div>`,
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
      `<title>${escapeHtml(s.title)}</title>`,
      `<table width="100%"><tr><td><table><tr><td>
<h1>${escapeHtml(s.title)}</h1>
<p>${escapeHtml(s.by)}</p><p>${escapeHtml(s.printed)}</p>
<p>${escapeHtml(s.dateline)}</p>
${each(s.paragraphs, (t) => `<p align="justify">${t}</p>`)}
<p>${escapeHtml(s.credit)}</p><hr><p>${escapeHtml(s.stamp)}</p>
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
      `<title>${escapeHtml(s.title)} – ${escapeHtml(s.paper)}</title><meta property="og:site_name" content="${escapeHtml(s.paper)}">`,
      `<div class="cookie-banner" style="display: none">Cookies?</div>
<nav class="main-navigation">${each(s.menu, (t) => `<a href="/m">${t}</a>`)}</nav>
<main id="main"><article class="post hentry"><header class="entry-header"><h1 class="entry-title">${escapeHtml(s.title)}</h1>
<div class="entry-meta"><time class="entry-date published" datetime="${s.iso}T07:15:00+00:00">${escapeHtml(s.printed)}</time> <span class="author vcard">${escapeHtml(s.by)}</span></div></header>
<div class="entry-content"><p><strong>${escapeHtml(s.dateline)}</strong></p><p>${escapeHtml(first ?? '')}</p>
<aside class="pull"><p>${escapeHtml(s.subscribe)}</p></aside>
${each(rest, (t) => `<p>${t}</p>`)}</div>
<footer class="entry-footer">${escapeHtml(s.credit)}</footer></article></main>
<footer class="site-footer"><p>${escapeHtml(s.rights)}</p></footer>
<svg><text>svg words</text><script>alert(2)</script></svg><iframe src="https://ads.courier.example/"></iframe>`,
    ),
    body: [s.title, `${s.printed} ${s.by}`, s.dateline, ...s.paragraphs],
    asides: [...s.menu, 'Cookies?', s.subscribe, s.credit, s.rights],
    publisher: s.paper,
    byline: s.byline,
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
      `<h1>${escapeHtml(s.title)}</h1>
<p>${escapeHtml(s.by)}</p><p>${escapeHtml(s.printed)}</p>
<p>${escapeHtml(first ?? '')}</p><p><b>${escapeHtml(s.dateline)}</b> <a href="https://www.courier.example/dam">${escapeHtml(second ?? '')}</a></p>
<h2>${escapeHtml(s.heading)}</h2>
${each(rest, (t) => `<p>${t}</p>`)}
<ul><li>${escapeHtml(s.related[0] ?? '')}</li></ul>
<p>${escapeHtml(s.credit)}</p><p>${escapeHtml(s.readAlso)}</p>`,
    ),
    body: [
      s.title,
      s.by,
      s.printed,
      first ?? '',
      `${s.dateline} ${second ?? ''}`,
      s.heading,
      ...rest,
      s.related[0] ?? '',
    ],
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
      `<title>${escapeHtml(s.title)}</title><style>
@page { size: A5; margin: 18mm 14mm }
body { font: 10pt/1.35 'DejaVu Serif', serif; margin: 0 }
h1 { font-size: 17pt; line-height: 1.15 } .columns { columns: 2; column-gap: 8mm; text-align: justify; hyphens: auto }
.columns p { margin: 0; text-indent: 1.2em } .by { margin: 0 }</style>`,
      `<h1>${escapeHtml(s.title)}</h1><p class="by">${escapeHtml(s.by)}</p><p class="by">${escapeHtml(s.printed)}</p>
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
