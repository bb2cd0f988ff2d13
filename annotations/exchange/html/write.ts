import { type Highlight, speakerOf } from '../../model/highlight'
import { relationWords } from '../../model/relation'
import { speakerDirectory } from '../../speakers/directory'
import type { CrossreadFile } from '../crossread-json/format'
import { type Document, documentsOf, type FileLink, groupBy } from '../documents'
import type { ExportFormat } from '../format'
import { lossesOf } from '../losses'
import { wholeSpan } from '../offsets'
import { attributes, escapeText } from '../xml'
import { runsOf } from './segments'
import { STYLE } from './style'

/** One page to read and to pass on: it works offline, runs no script and loads nothing. */
export const htmlOut: ExportFormat = {
  id: 'html',
  title: 'Web page (HTML)',
  hint: 'Anyone with a browser: the articles with their highlights, and links to follow.',
  write: (file, name) => ({
    files: [{ name: `${name}.html`, chunks: () => pageOf(file) }],
    losses: lossesOf(file, {
      carries: ['desk'],
      gone: ['deskDate', 'marks', 'arrival', 'context', 'changed', 'linkMakers', 'widened', 'unfit'],
    }),
  }),
}

function* pageOf(file: CrossreadFile): Iterable<string> {
  const { documents } = documentsOf(file)
  const name = escapeText(file.desk.name)
  yield `<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>${name}</title>\n`
  yield `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">\n`
  yield '<meta name="viewport" content="width=device-width">\n<meta name="referrer" content="no-referrer">\n'
  yield `<style>${STYLE}</style>\n</head>\n<body>\n<header><h1>${name}</h1></header>\n<nav><ul>\n`
  for (const { article, revision } of documents) {
    yield `<li><a href="#${revision.id}"${voice(article)}>${escapeText(article.title)}</a></li>\n`
  }
  yield '</ul></nav>\n'
  const ties = linksByEnd(file)
  const { nameOf } = speakerDirectory(file.speakers ?? [])
  for (const document of documents) yield* articleOf(document, ties, nameOf)
  yield '</body>\n</html>\n'
}

type Tie = { readonly words: string; readonly other: Highlight; readonly title: string; readonly note: string }

function linksByEnd({ articles, highlights, links }: CrossreadFile): ReadonlyMap<string, readonly Tie[]> {
  const byId = new Map(highlights.map((highlight) => [highlight.id, highlight]))
  const titles = new Map(articles.map(({ id, title }) => [id, title]))
  const seen = ({ relation, note, from, to }: FileLink, end: 'from' | 'to') => {
    const other = byId.get(end === 'from' ? to : from)
    if (!other) return []
    const tie = { words: relationWords(relation, end), other, title: titles.get(other.articleId) ?? '', note }
    return [{ at: end === 'from' ? from : to, tie }]
  }
  const all = groupBy(
    links.flatMap((link) => [...seen(link, 'from'), ...seen(link, 'to')]),
    ({ at }) => at,
  )
  return new Map(Array.from(all, ([id, list]) => [id, list.map(({ tie }) => tie)]))
}

function voice({ language, direction }: Pick<Document['article'], 'language' | 'direction'>): string {
  return attributes({ lang: language, dir: direction })
}

function* articleOf(document: Document, ties: ReadonlyMap<string, readonly Tie[]>, nameOf: NameOf): Iterable<string> {
  const { article, revision } = document
  const highlights = document.highlights.map((one) => whole(one, revision.text))
  const older = article.revisions.at(-1)?.id === revision.id ? '' : ' <small>(an earlier text)</small>'
  yield `<article id="${revision.id}">\n<h2${voice(article)}>${escapeText(article.title)}${older}</h2>\n${about(article)}`
  yield `<div${voice(article)}>\n`
  const unplaced = new Set(highlights)
  let start = 0
  for (const { kind, text, aside } of revision.blocks) {
    const end = start + text.length
    const runs = runsOf(start, end, highlights).map((run) =>
      marked(run.over, revision.text.slice(run.start, run.end), unplaced),
    )
    const element = kind === 'quote' ? 'blockquote' : kind === 'heading' ? 'h3' : 'p'
    yield `<${element} class="${aside ? `${kind} aside` : kind}">${runs.join('')}</${element}>\n`
    start = end + 1
  }
  yield `${[...unplaced].map(placeOf).join('')}</div>\n<ol class="cards">\n`
  for (const highlight of highlights) yield card(highlight, article, ties.get(highlight.id) ?? [], nameOf)
  yield '</ol>\n</article>\n'
}

/** Half a character cannot be shown. */
function whole(highlight: Highlight, text: string): Highlight {
  const { anchor } = highlight
  const { start, end } = wholeSpan(text, anchor)
  if (start === anchor.start && end === anchor.end) return highlight
  return { ...highlight, anchor: { start, end, quote: { ...anchor.quote, exact: text.slice(start, end) } } }
}

function about({ publisher, byline, published, url }: Document['article']): string {
  const link = url === null ? [] : [`<a${attributes({ href: url, rel: 'noopener noreferrer' })}>${escapeText(url)}</a>`]
  const known = [publisher, byline, published].filter((one) => one !== null).map(escapeText)
  return known.length + link.length === 0 ? '' : `<p class="about">${[...known, ...link].join(' · ')}</p>\n`
}

/** A run leads to the card of the shortest passage over it, and is where the links to a passage lead that first shows here. */
function marked(over: readonly Highlight[], text: string, unplaced: Set<Highlight>): string {
  const inner = [...over].sort((a, b) => length(a) - length(b))[0]
  if (!inner) return escapeText(text)
  const places = over.filter((one) => unplaced.delete(one)).map(placeOf)
  const tags = [...new Set(over.map(({ tag }) => tag))]
  return `${places.join('')}<a class="mark ${tags.join(' ')}" href="#card-${inner.id}">${escapeText(text)}</a>`
}

function placeOf({ id }: Highlight): string {
  return `<span id="${id}"></span>`
}

function length({ anchor }: Highlight): number {
  return anchor.end - anchor.start
}

type NameOf = (wording: string) => string

function card(highlight: Highlight, article: Document['article'], ties: readonly Tie[], nameOf: NameOf): string {
  const { id, tag, anchor, note, annotator, created } = highlight
  const speaker = speakerOf(highlight)
  const quote = `<a href="#${id}"${voice(article)}><q>${escapeText(anchor.quote.exact)}</q></a>`
  const name = speaker === null ? null : nameOf(speaker)
  const typed = name === speaker ? '' : ` (as “${escapeText(speaker ?? '')}”)`
  const who = name === null ? '' : `<br>Speaker: ${escapeText(name)}${typed}`
  const said = note === '' ? '' : `<br>${escapeText(note)}`
  const by = `<br><small>${escapeText(annotator)}, <time datetime="${created}">${created.slice(0, 10)}</time></small>`
  const list = ties.map(
    ({ words, other, title, note: why }) =>
      `<li>${words} <a href="#card-${other.id}"><q dir="auto">${escapeText(other.anchor.quote.exact)}</q></a>, ` +
      `<cite dir="auto">${escapeText(title)}</cite>${why === '' ? '' : `: ${escapeText(why)}`}</li>\n`,
  )
  const links = list.length === 0 ? '' : `<ul>\n${list.join('')}</ul>`
  return `<li id="card-${id}"><strong class="${tag}">${tag}</strong> ${quote}${who}${said}${by}${links}</li>\n`
}
