import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { dialogForFiles } from '../../../../src/renderer/dialogs/dialog-for-files'

const kindOf = async (name: string, bytes: string | Uint8Array) => {
  const parts = typeof bytes === 'string' ? bytes : new Uint8Array(bytes)
  return (await dialogForFiles([new File([parts], name)]))?.kind
}
const zip = (inside: string) => zipSync({ [inside]: strToU8('…'.repeat(500)) })

test.each([
  ['a project that is cut off', 'a.qdpx', zip('project.qde').subarray(0, 60), 'import'],
  ['a workbook that is none', 'a.xlsx', 'no such thing', 'import'],
  ['an archive that lost its ending, and its end', 'download', zip('project.qde').subarray(0, 60), 'import'],
  ['Web Annotation in a draft of it', 'a.jsonld', '{"@context": "http://www.w3.org/ns/oa.jsonld"}', 'import'],
  ['a Word file', 'a.docx', zip('word/document.xml'), 'add'],
  ['a Word file without its ending', 'a', zip('word/document.xml'), 'add'],
  ['a text', 'a.txt', 'A ferry sank.', 'add'],
  ['JSON that is nobody’s', 'a.json', '{"text": "A ferry sank."}', 'add'],
])('%s that is dropped is taken for what it is', async (_what, name, bytes, kind) => {
  expect(await kindOf(name, bytes)).toBe(kind)
})
