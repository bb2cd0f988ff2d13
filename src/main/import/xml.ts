import { Parser } from 'htmlparser2'
import { BadFile } from './bad-file'
import { decodeText } from './text/decode'

/** Levels of elements within one another; no office program writes a tenth of it. */
const MOST_DEPTH = 1_000

export type XmlHandler = {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void
  readonly text: (text: string) => void
  readonly close: (name: string) => void
}

/** Walks an XML file as a stream. Entities that a file declares itself are not expanded, and nothing it refers to is loaded. */
export function readXml(bytes: Uint8Array, handler: XmlHandler): void {
  const xml = decodeText(bytes, /^<\?xml[^>]+encoding=["']([\w-]+)/i.exec(latin1Head(bytes))?.[1])
  let depth = 0
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (++depth > MOST_DEPTH)
          throw new BadFile(`has elements nested more than ${MOST_DEPTH} deep.`, 'Copy its text and paste it.')
        handler.open(name, attributes)
      },
      ontext: (text) => handler.text(text),
      onclosetag: (name) => {
        depth--
        handler.close(name)
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.end(xml)
}

function latin1Head(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 200)).toString('latin1')
}
