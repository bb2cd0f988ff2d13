import { exportFormats } from '#annotations/exchange/formats'
import { type ExportScope, exportScopeSchema } from '#annotations/exchange/scope'
import { fail as failed, ok, type Result } from '#annotations/model/result'
import { replaceFileByPieces } from '../../desk/fs/node-fs'
import { previewOf, written } from '../../desk/handlers/exchange'
import { bytesOf, onlyFile } from '../../desk/handlers/one-file'
import { type Command, type Given, listOf, textOf } from '../command'
import { withDeskToRead } from '../open-to-read'
import { fail, type Output } from '../output'

const FORMATS: readonly string[] = ['crossread-json', ...exportFormats.map(({ id }) => id)]

export const exportDesk: Command = {
  name: 'export',
  summary: 'write the desk, some articles or one tag in any format',
  help: `Usage: crossread export [--format FORMAT] [--to FILE] [--article ID]… [--tag TAG] [--desk DIR]

Writes Crossread JSON, the same bytes for the same desk, or another format. To the standard output, or to a file that is
replaced only once all of it is written. What does not come along is said. Formats of several files come as one archive,
which needs --to.

  --format FORMAT  ${FORMATS.join(', ')}
  --to FILE        the file to write
  --article ID     only this article; may be given again
  --tag TAG        only the highlights with this tag: claim, attribution or denial

  crossread export --to desk.crossread.json
  crossread export --tag denial | jq '.highlights | length'`,
  options: {
    format: { type: 'string' },
    to: { type: 'string' },
    article: { type: 'string', multiple: true },
    tag: { type: 'string' },
  },
  async run(given, out) {
    const scope = scopeOf(given)
    if (!scope.ok) return fail(out, scope.error, 2)
    const format = textOf(given, 'format')
    if (format !== undefined && !FORMATS.includes(format))
      return fail(
        out,
        { code: 'invalid-input', message: `"${format}" is no format: there are ${FORMATS.join(', ')}.` },
        2,
      )
    return withDeskToRead(given, out, async (desk) => {
      const found = written(desk, { scope: scope.value, format })
      if (!found.ok) return fail(out, found.error)
      const { articles, highlights, links, leftOut, lost, hidden } = previewOf(found.value)
      const to = textOf(given, 'to')
      if (to === undefined && onlyFile(found.value) === null)
        return fail(out, { code: 'invalid-input', message: 'This export is an archive: say where with --to FILE.' }, 2)
      try {
        const pieces = countedPieces(bytesOf(found.value), out)
        if (to === undefined) for (const piece of pieces) out.write(piece)
        else await replaceFileByPieces(to, pieces)
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error)
        return fail(out, {
          code: 'save-failed',
          message: `${to} could not be written: ${why}.`,
          kept: 'The desk is as it was.',
        })
      }
      for (const sentence of leftOut) out.warn(sentence)
      for (const sentence of lost) out.warn(`Not in the file: ${sentence}`)
      for (const sentence of hidden) out.warn(`Kept where only Crossread looks: ${sentence}`)
      if (to !== undefined) out.warn(`${to}: ${articles} articles, ${highlights} highlights, ${links} links.`)
      return 0
    })
  },
}

const MEGABYTE = 1024 * 1024

/** Says on a terminal how much was written so far. */
function* countedPieces(pieces: Iterable<Uint8Array>, out: Output): Iterable<Uint8Array> {
  let bytes = 0
  for (const piece of pieces) {
    yield piece
    bytes += piece.length
    out.progress(`${(bytes / MEGABYTE).toFixed(1)} MB`)
  }
}

function scopeOf(given: Given): Result<ExportScope> {
  const ids = listOf(given, 'article')
  const tag = textOf(given, 'tag')
  if (ids.length > 0 && tag !== undefined) return failed('invalid-input', 'Give --article or --tag, not both.')
  const wanted =
    tag !== undefined ? { kind: 'tag', tag } : ids.length > 0 ? { kind: 'articles', ids } : { kind: 'desk' }
  const scope = exportScopeSchema.safeParse(wanted)
  if (scope.success) return ok(scope.data)
  return failed(
    'invalid-input',
    tag === undefined ? `${ids.join(', ')}: articles are named by ids such as art_01…` : `"${tag}" is no tag.`,
  )
}
