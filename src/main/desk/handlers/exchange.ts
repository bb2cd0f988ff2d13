import { counted } from '#annotations/changes/actions/wording'
import type { CrossreadFile } from '#annotations/exchange/crossread-json/format'
import { collectRecords, crossreadJsonChunks } from '#annotations/exchange/crossread-json/write'
import { firstLines } from '#annotations/exchange/first-lines'
import type { ExportFormat, Written } from '#annotations/exchange/format'
import { exportFormats, importFormats } from '#annotations/exchange/formats'
import type { ExportScope } from '#annotations/exchange/scope'
import { slug } from '#annotations/exchange/slug'
import { fail, ok, type Result } from '#annotations/model/result'
import type { InputOf } from '#contract/methods'
import type { ExportPreview } from '#contract/views'
import type { Desk } from '../desk'
import type { HandlersOf } from './handlers-of'
import { toOneFile } from './one-file'

/** Carries records out of the desk. */
export function exchangeHandlers(
  desk: Desk,
): Pick<HandlersOf<'desk'>, 'desk.formats' | 'desk.previewExport' | 'desk.export'> {
  return {
    'desk.formats': () => ok(formats.map(({ id, title, hint }) => ({ id, title, hint, restores: restored.has(id) }))),
    'desk.previewExport'(input) {
      const out = written(desk, input)
      return out.ok ? ok(previewOf(out.value)) : out
    },
    'desk.export'(input) {
      const out = written(desk, input)
      return out.ok ? ok({ ...previewOf(out.value), ...toOneFile(out.value, out.value.name) }) : out
    },
  }
}

/** Our own format first: it is the one that loses nothing. */
const crossreadJson: ExportFormat = {
  id: 'crossread-json',
  title: 'Crossread JSON',
  hint: 'Another Crossread desk: importing it restores everything.',
  write: (file, name) => ({
    files: [{ name: `${name}.crossread.json`, chunks: () => crossreadJsonChunks(file) }],
    losses: [],
  }),
}
const formats: readonly ExportFormat[] = [crossreadJson, ...exportFormats]
/** The formats that an import reads again. */
const restored = new Set([crossreadJson.id, ...importFormats.map(({ id }) => id)])

/** What an export writes, what it holds, and a name for it. */
export type Out = Written & {
  readonly file: CrossreadFile
  readonly name: string
  /** Versions that wait to be decided, of the articles that go out: they stay behind. */
  readonly undecided: number
}

/** An export whose files are not made yet: they are when they are read. */
export function written(desk: Desk, { scope, format: id = crossreadJson.id }: InputOf<'desk.export'>): Result<Out> {
  if (!covers(desk, scope)) return fail('not-found', 'An article of this export is not in the desk any more.')
  const format = formats.find((one) => one.id === id)
  if (!format) return fail('invalid-input', `There is no export format named ${id}.`)
  const file = collectRecords(desk.records, desk.record, scope)
  const name = nameOf(desk, scope)
  const there = new Set(file.articles.map(({ id }) => id))
  const undecided = [...desk.records.conflicts.values()].filter(({ articleId }) => there.has(articleId)).length
  return ok({ ...format.write(file, name), file, name, undecided })
}

/** What an export holds, and what it does not, as a window or a terminal tells it. */
export function previewOf(out: Out): ExportPreview {
  const { file, losses, undecided } = out
  const sentences = (restored: boolean) =>
    losses.filter((loss) => loss.restored === restored).map(({ sentence }) => sentence)
  return {
    articles: file.articles.length,
    highlights: file.highlights.length,
    links: file.links.length,
    leftOut: leftOut(file, undecided),
    lost: sentences(false),
    hidden: sentences(true),
    start: firstLines(out),
  }
}

function leftOut({ leftOut: { highlights, links } }: CrossreadFile, undecided: number): readonly string[] {
  return [
    ...(highlights > 0 ? [`Left out: ${counted(highlights, 'highlight')} with another tag.`] : []),
    ...(links > 0 ? [`Left out: ${counted(links, 'link')} with only one end in the export.`] : []),
    ...(undecided > 0 ? [`Left out: the other versions of ${counted(undecided, 'undecided conflict')}.`] : []),
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
