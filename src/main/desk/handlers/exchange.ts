import { counted } from '#annotations/changes/actions/wording'
import type { CrossreadFile } from '#annotations/exchange/crossread-json/format'
import { planImport } from '#annotations/exchange/crossread-json/plan-import'
import { fromCrossreadJson } from '#annotations/exchange/crossread-json/read'
import { serialise, toCrossreadJson } from '#annotations/exchange/crossread-json/write'
import type { ExportScope } from '#annotations/exchange/scope'
import { slug } from '#annotations/exchange/slug'
import { fail, ok, type Result } from '#annotations/model/result'
import type { Desk } from '../desk'
import { toDone } from './done'
import type { HandlersOf } from './handlers-of'

/** Carries records out of the desk and into it. */
export function exchangeHandlers(desk: Desk): Pick<HandlersOf<'desk'>, 'desk.export' | 'desk.import'> {
  return {
    'desk.export'({ scope }) {
      if (!covers(desk, scope)) return fail('not-found', 'An article of this export is not in the desk any more.')
      const file = toCrossreadJson(desk.records, desk.record, scope)
      return ok({
        fileName: `${nameOf(desk, scope)}.crossread.json`,
        contents: serialise(file),
        articles: file.articles.length,
        highlights: file.highlights.length,
        links: file.links.length,
        leftOut: leftOut(file),
      })
    },
    async 'desk.import'({ name, contents }) {
      const file = fromCrossreadJson(contents)
      if (!file.ok) return inFile(name, file)
      const done = await desk.act(planImport(file.value))
      return toDone(done, ({ articles, highlights, links }) => ({ articles, highlights, links }))
    },
  }
}

function leftOut({ leftOut: { highlights, links } }: CrossreadFile): readonly string[] {
  return [
    ...(highlights > 0 ? [`Left out: ${counted(highlights, 'highlight')} with another tag.`] : []),
    ...(links > 0 ? [`Left out: ${counted(links, 'link')} with only one end in the export.`] : []),
  ]
}

function covers(desk: Desk, scope: ExportScope): boolean {
  return scope.kind !== 'articles' || scope.ids.every((id) => desk.records.articles.has(id))
}

/** A name for the file that says what is in it, made of characters that every system takes. */
function nameOf(desk: Desk, scope: ExportScope): string {
  switch (scope.kind) {
    case 'desk':
      return slug(desk.record.name)
    case 'tag':
      return `${slug(desk.record.name)}-${scope.tag}s`
    case 'articles': {
      const [only, ...others] = scope.ids
      const title = only === undefined ? undefined : desk.records.articles.get(only)?.title
      return title === undefined || others.length > 0
        ? `${slug(desk.record.name)}-${scope.ids.length}-articles`
        : slug(title)
    }
  }
}

function inFile(name: string, failed: Result<never>): Result<never> {
  return failed.ok ? failed : { ok: false, error: { ...failed.error, message: `${name}: ${failed.error.message}` } }
}
