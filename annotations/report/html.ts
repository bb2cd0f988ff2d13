import { attributes, escapeText } from '../exchange/xml'
import { assertNever } from '../model/result'
import { type Block, isLongPassage, type Line, type PassageBlock, type ReportDocument, type Run } from './document'
import { REPORT_STYLE } from './style'

/** A report as one page to print and to pass on: it runs no script and loads nothing. */
export function toHtml({ title, blocks }: ReportDocument): string {
  const name = escapeText(title)
  return [
    `<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>${name}</title>\n`,
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">\n`,
    '<meta name="viewport" content="width=device-width">\n<meta name="referrer" content="no-referrer">\n',
    `<style>${REPORT_STYLE}</style>\n</head>\n<body>\n<main>\n`,
    ...blocks.map(blockHtml),
    '</main>\n</body>\n</html>\n',
  ].join('')
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}${attributes({ id: block.name })}>${lineHtml(block.line)}</h${block.level}>\n`
    case 'paragraph':
      return `<p>${lineHtml(block.line)}</p>\n`
    case 'list': {
      const element = block.ordered ? 'ol' : 'ul'
      return `<${element}>\n${block.items.map((item) => `<li>${lineHtml(item)}</li>\n`).join('')}</${element}>\n`
    }
    case 'facts':
      return `<dl>\n${block.rows.map(({ name, lines }) => `<dt>${escapeText(name)}</dt><dd>${lines.map(lineHtml).join('<br>')}</dd>\n`).join('')}</dl>\n`
    case 'passage':
      return passageHtml(block)
    case 'signatures':
      return `<table>\n<thead><tr><th></th><th>Name</th><th>Signature</th><th>Date</th></tr></thead>\n<tbody>\n${block.rows
        .map(
          ({ role, name }) =>
            `<tr><th scope="row">${escapeText(role)}</th><td><bdi>${escapeText(name)}</bdi></td><td></td><td></td></tr>\n`,
        )
        .join('')}</tbody>\n</table>\n`
    default:
      return assertNever(block)
  }
}

function passageHtml(passage: PassageBlock): string {
  const { highlight, tag, lead, quote, direction, language, after } = passage
  const voice = attributes({ lang: language, dir: direction })
  const paragraphs = quote.split('\n').map((text) => `<p>${escapeText(text)}</p>`)
  return (
    `<figure${attributes({ id: `p-${highlight}`, class: isLongPassage(passage) ? 'long' : null })}>\n<figcaption class="lead">${lineHtml(lead)}</figcaption>\n` +
    `<blockquote class="${tag}"${voice}>${paragraphs.join('\n')}</blockquote>\n` +
    `${after.map((line) => `<p class="after">${lineHtml(line)}</p>\n`).join('')}</figure>\n`
  )
}

function lineHtml(line: Line): string {
  return line.map(runHtml).join('')
}

function runHtml({ text, look, to, href }: Run): string {
  const words = escapeText(text)
  const styled =
    look === 'foreign'
      ? `<bdi>${words.replace(/\n/g, '<br>')}</bdi>`
      : look === 'strong'
        ? `<strong>${words}</strong>`
        : look === 'quiet'
          ? `<span class="quiet">${words}</span>`
          : words
  if (href !== undefined) return `<a${attributes({ href, rel: 'noopener noreferrer' })}>${styled}</a>`
  if (to !== undefined) return `<a class="inside"${attributes({ href: `#${to}` })}>${styled}</a>`
  return styled
}
