import { marked } from 'marked'
import { ok } from '#annotations/model/result'
import { readPage } from '../html/read-page'
import type { FormatReader } from '../imported-article'
import { readMoment } from '../moments'
import { decodeText } from '../text/decode'

const FRONT = /^\uFEFF?---[ \t]*\r?\n([\s\S]{0,20000}?)\r?\n---[ \t]*(?:\r?\n|$)/
const FIELD = /^([A-Za-z][\w-]*)\s*:\s*(.*?)\s*$/

/** Markdown by the rules of CommonMark with GitHub's tables; a YAML head's plain fields are metadata. */
export const readMarkdown: FormatReader = async (bytes, context) => {
  const text = decodeText(bytes, context.charset)
  const head = FRONT.exec(text)
  const fields = head === null ? new Map<string, string>() : readFields(head[1] ?? '')
  const html = await marked.parse(text.slice(head?.[0].length ?? 0), { gfm: true, breaks: false })
  const first = (...names: readonly string[]) => names.map((name) => fields.get(name)).find(Boolean)
  const date = first('date', 'published', 'publish_date')
  return ok([
    readPage(html, context, {
      whole: false,
      known: {
        title: first('title', 'headline'),
        byline: first('author', 'byline'),
        publisher: first('publisher', 'source', 'newspaper'),
        url: first('url', 'link', 'canonical'),
        language: first('lang', 'language'),
        published: (date === undefined ? null : readMoment(date)) ?? undefined,
      },
    }),
  ])
}

function readFields(yaml: string): Map<string, string> {
  return new Map(
    yaml.split(/\r?\n/).flatMap((line) => {
      const [, name, value] = FIELD.exec(line) ?? []
      return name && value ? [[name.toLowerCase(), value.replace(/^(["'])(.*)\1$/, '$2')] as const] : []
    }),
  )
}
