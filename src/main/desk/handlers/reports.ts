import { slug } from '#annotations/exchange/slug'
import { fail, ok, type Result } from '#annotations/model/result'
import { compileReport } from '#annotations/report/compile'
import { type ReportDocument, say } from '#annotations/report/document'
import { toHtml } from '#annotations/report/html'
import { toMarkdown } from '#annotations/report/markdown'
import type { InputOf } from '#contract/methods'
import type { ReportFile } from '#contract/report-methods'
import type { Desk } from '../desk'
import type { HandlersOf } from './handlers-of'

/** Reports of the desk as it is now, each in one file. */
export function reportHandlers(desk: Desk): HandlersOf<'report'> {
  return { 'report.make': (input) => makeReport(desk, input, new Date().toISOString()) }
}

/**
 * Writes a report. Fails with `not-found` when its scope covers nothing.
 *
 * @param at ISO 8601 in UTC: the date that stands in it
 */
export async function makeReport(
  desk: Desk,
  { scope, format, options, preview }: InputOf<'report.make'>,
  at: string,
): Promise<Result<ReportFile>> {
  const made = { desk: desk.record.name, by: desk.settings().annotator, at }
  const report = compileReport(desk.records, scope, options, made)
  if (!report) {
    return fail('not-found', 'There is nothing to report on yet.', {
      next:
        scope.kind === 'desk'
          ? 'Tag a passage of an article first.'
          : 'What was chosen has no highlights any more: choose something else.',
    })
  }
  const { document, counts } = report
  const fileName = `${slug(document.title)}.${format}`
  return ok({
    title: document.title,
    fileName,
    counts,
    ...(await write(preview ? beginningOf(document) : document, format)),
  })
}

/** Blocks that a preview shows: what one scrolls through, and a page lays out at once. */
const MOST_PREVIEWED = 400

function beginningOf(document: ReportDocument): ReportDocument {
  if (document.blocks.length <= MOST_PREVIEWED) return document
  const end = { kind: 'paragraph', line: [say('The preview ends here. The report goes on.')] } as const
  return { ...document, blocks: [...document.blocks.slice(0, MOST_PREVIEWED), end] }
}

async function write(document: ReportDocument, format: InputOf<'report.make'>['format']) {
  switch (format) {
    case 'html':
      return { contents: toHtml(document), encoding: 'utf-8' } as const
    case 'md':
      return { contents: toMarkdown(document), encoding: 'utf-8' } as const
    case 'docx': {
      // A large library that few sessions need.
      const { toDocx } = await import('../../report/docx')
      return { contents: Buffer.from(await toDocx(document)).toString('base64'), encoding: 'base64' } as const
    }
  }
}
