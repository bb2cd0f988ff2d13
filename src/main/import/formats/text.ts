import { ok } from '#annotations/model/result'
import type { FormatReader } from '../imported-article'
import { readPlainText } from '../plain-text'
import { decodeText } from '../text/decode'

export const readText: FormatReader = async (bytes, context) => {
  const read = readPlainText(decodeText(bytes, context.charset), context.source)
  return read.ok ? ok([{ draft: read.value, notes: [] }]) : read
}
