import { ok } from '#annotations/model/result'
import { readPage } from '../html/read-page'
import type { FormatReader } from '../imported-article'
import { decodeText } from '../text/decode'

/** Bytes within which a page must declare its character set, by the HTML standard. */
const PRESCAN = 1024

/** A saved or fetched page, or the HTML flavour of the clipboard. */
export const readHtml: FormatReader = async (bytes, context) => {
  const html = decodeText(bytes, context.charset ?? declaredCharset(bytes))
  // What somebody selected and copied is what they want: there is no page around it to find the article in.
  return ok([readPage(withoutClipboardHeader(html), context, { whole: context.source.kind !== 'paste' })])
}

/** `<meta charset>`, `<meta http-equiv="content-type">` or an XML declaration. */
function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, PRESCAN)).toString('latin1')
  return (
    /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1] ??
    /^\s*<\?xml[^>]+encoding\s*=\s*["']([\w-]+)/i.exec(head)?.[1]
  )
}

/** Windows puts "Version:0.9 StartHTML:…" in front of copied HTML, and marks the part that was selected. */
function withoutClipboardHeader(html: string): string {
  return html.replace(/^Version:[\d.]+\s+(?:(?:Start|End)[A-Za-z]+:-?\d+\s+|SourceURL:\S*\s+)*/, '')
}
