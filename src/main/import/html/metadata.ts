import type { Claimed } from '../assemble'
import { readMoment } from '../moments'
import type { Head } from './head'
import { type ArticleData, readJsonLd } from './json-ld'
import { safeHref } from './safe-href'

const LONGEST_BYLINE = 200

/** What a page's metadata say of its article: JSON-LD first, then OpenGraph and the other meta tags, then `<time>`. */
export function readMetadata(head: Head, url: string | undefined): Claimed {
  const data = readJsonLd(head.jsonLd)
  const meta = (...names: readonly string[]) => names.map((name) => head.meta.get(name)).find(Boolean)
  const publisher = data.publisher ?? meta('og:site_name', 'application-name', 'dc.publisher', 'publisher')
  const headline = data.headline ?? meta('og:title', 'twitter:title', 'dc.title', 'headline')
  const title = headline ?? head.title
  return {
    title: title === '' ? undefined : withoutSite(tidy(title), publisher),
    publisher: publisher && tidy(publisher),
    byline: bylineOf(
      data,
      meta('author', 'article:author', 'byl', 'byline', 'dc.creator', 'parsely-author', 'sailthru.author'),
    ),
    published: publishedOf(data, head, meta),
    url: addressOf(head, meta('og:url'), url),
    language: languageTag(head.language ?? meta('og:locale', 'language', 'content-language') ?? data.language),
  }
}

/** "Ferry saved - Coast Courier" is the title and the site; only the page's own `<title>` and lazy og:title are like that. */
function withoutSite(title: string, site: string | undefined): string {
  const parted = /^(.{12,}?)\s+[|–—•·-]\s+([^|–—•·]{2,40})$/u.exec(title)
  const [, before, after] = parted ?? []
  if (before === undefined || after === undefined) return title
  if (site !== undefined && after.toLowerCase().includes(site.toLowerCase())) return before
  return title.includes(' | ') && after.split(' ').length <= 4 ? before : title
}

/** An address or a handle stands for a person in many pages; it is no byline. */
function bylineOf(data: ArticleData, named: string | undefined): string | undefined {
  const author = data.authors.length > 0 ? data.authors.join(', ') : named
  if (!author || /^(https?:|@|www\.)/i.test(author) || author.length > LONGEST_BYLINE) return undefined
  return tidy(author).replace(/^by\s+/i, '')
}

function publishedOf(
  data: ArticleData,
  head: Head,
  meta: (...names: readonly string[]) => string | undefined,
): string | undefined {
  const claims = [
    data.published,
    meta('article:published_time', 'og:article:published_time', 'og:published_time', 'datepublished'),
    meta(
      'parsely-pub-date',
      'sailthru.date',
      'pubdate',
      'publishdate',
      'publish-date',
      'dc.date.issued',
      'dcterms.created',
    ),
    meta('date', 'dc.date', 'article.published', 'cxenseparse:recs:publishtime'),
    head.times.find(({ hint }) => /publish|datepub|entry-date|posted/i.test(hint))?.datetime,
    // The only <time> of a page is its article's; of several unnamed ones any may be a comment's.
    head.times.length === 1 ? head.times[0]?.datetime : undefined,
  ]
  for (const claim of claims) {
    const moment = claim === undefined ? null : readMoment(claim)
    if (moment !== null) return moment
  }
  return undefined
}

function addressOf(head: Head, named: string | undefined, url: string | undefined): string | undefined {
  for (const address of [head.canonical, named, url]) {
    const href = address === undefined ? null : safeHref(address, head.base ?? url)
    if (href !== null) return href
  }
  return undefined
}

function languageTag(tag: string | undefined): string | undefined {
  const language = tag
    ?.trim()
    .replace('_', '-')
    .split(/[,;\s]/)[0]
  return language && /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(language) ? language : undefined
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
