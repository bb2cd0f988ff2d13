import { type ExportScope, exportScopeSchema } from '#annotations/exchange/scope'
import { fail as failed, ok, type Result } from '#annotations/model/result'
import { nodeFs } from '../../desk/fs/node-fs'
import { exchangeHandlers } from '../../desk/handlers/exchange'
import { type Command, type Given, listOf, textOf } from '../command'
import { withDeskToRead } from '../open-to-read'
import { fail } from '../output'

export const exportDesk: Command = {
  name: 'export',
  summary: 'write the desk, some articles or one tag as Crossread JSON',
  help: `Usage: crossread export [--to FILE] [--article ID]… [--tag TAG] [--desk DIR]

Writes Crossread JSON: articles, highlights and links, the same bytes for the same desk. To the standard output, or to a
file that is replaced only once all of it is written. What does not come along is said.

  --to FILE      the file to write
  --article ID   only this article; may be given again
  --tag TAG      only the highlights with this tag: claim, attribution or denial

  crossread export --to desk.crossread.json
  crossread export --tag denial | jq '.highlights | length'`,
  options: {
    to: { type: 'string' },
    article: { type: 'string', multiple: true },
    tag: { type: 'string' },
  },
  async run(given, out) {
    const scope = scopeOf(given)
    if (!scope.ok) return fail(out, scope.error, 2)
    return withDeskToRead(given, out, async (desk) => {
      const exported = await exchangeHandlers(desk)['desk.export']({ scope: scope.value })
      if (!exported.ok) return fail(out, exported.error)
      const { contents, articles, highlights, links, leftOut } = exported.value
      const to = textOf(given, 'to')
      try {
        if (to === undefined) out.print(contents.trimEnd())
        else await nodeFs.replace(to, contents)
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error)
        return fail(out, {
          code: 'save-failed',
          message: `${to} could not be written: ${why}.`,
          kept: 'The desk is as it was.',
        })
      }
      for (const sentence of leftOut) out.warn(sentence)
      if (to !== undefined) out.warn(`${to}: ${articles} articles, ${highlights} highlights, ${links} links.`)
      return 0
    })
  },
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
