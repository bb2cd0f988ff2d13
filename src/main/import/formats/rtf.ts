import { ok } from '#annotations/model/result'
import { assemble } from '../assemble'
import type { FormatReader } from '../imported-article'
import { readRtfBlocks } from '../rtf/read-rtf'

/** Rich text. Read here, because the libraries that read RTF are no longer kept, and most drop what they do not know. */
export const readRtf: FormatReader = async (bytes, context) => {
  const blocks = readRtfBlocks(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'))
  const asides = blocks.filter(({ aside }) => aside).length
  const notes = asides === 0 ? [] : [`${asides} running heads and feet were set aside.`]
  return ok([assemble({ blocks, notes }, context)])
}
