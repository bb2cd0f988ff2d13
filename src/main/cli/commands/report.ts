import { counted } from '#annotations/changes/actions/wording'
import { fail as failed, ok, type Result } from '#annotations/model/result'
import { FULL_REPORT, type ReportScope, reportScopeSchema } from '#annotations/report/scope'
import { type ReportFormat, reportFormatSchema } from '#contract/report-methods'
import { replaceFile } from '../../desk/fs/node-fs'
import { makeReport } from '../../desk/handlers/reports'
import { type Command, type Given, listOf, textOf } from '../command'
import { withDeskToRead } from '../open-to-read'
import { fail } from '../output'

const FORMATS: readonly string[] = reportFormatSchema.options

export const report: Command = {
  name: 'report',
  summary: 'write what an editor needs to sign off: claims, passages, verdicts, sources',
  help: `Usage: crossread report [--format FORMAT] [--to FILE] [--claim ID]… [--article ID]… [options] [--desk DIR]

Writes a report of the whole desk, of the dossiers of some claims, or of the claims of some articles: every passage word for
word, who says and denies it where and when, verdicts with their reasons, sources, what is still to check, and lines to sign
on. To the standard output, or to a file that is replaced only once all of it is written.

  --format FORMAT  ${FORMATS.join(', ')}; else what --to ends in, else html. For a PDF, print the HTML
  --to FILE        the file to write; docx needs it
  --claim ID       only the dossier of this claim; may be given again
  --article ID     only the claims of this article; may be given again
  --title TEXT     what it is called
  --no-notes       without the analysts' notes on passages and links
  --no-others      without passages and links that belong to no claim
  --no-contents    without the table of contents
  --no-sign-off    without the lines to sign on

  crossread report --to desk.docx
  crossread report --format md --claim hl_01… | less`,
  options: {
    format: { type: 'string' },
    to: { type: 'string' },
    claim: { type: 'string', multiple: true },
    article: { type: 'string', multiple: true },
    title: { type: 'string' },
    'no-notes': { type: 'boolean' },
    'no-others': { type: 'boolean' },
    'no-contents': { type: 'boolean' },
    'no-sign-off': { type: 'boolean' },
  },
  async run(given, out) {
    const to = textOf(given, 'to')
    const format = formatOf(textOf(given, 'format'), to)
    if (!format.ok) return fail(out, format.error, 2)
    const scope = scopeOf(given)
    if (!scope.ok) return fail(out, scope.error, 2)
    return withDeskToRead(given, out, async (desk) => {
      const options = {
        title: textOf(given, 'title')?.slice(0, 200) ?? FULL_REPORT.title,
        notes: given.values['no-notes'] !== true,
        others: given.values['no-others'] !== true,
        contents: given.values['no-contents'] !== true,
        signOff: given.values['no-sign-off'] !== true,
      }
      const made = await makeReport(
        desk,
        { scope: scope.value, format: format.value, options },
        new Date().toISOString(),
      )
      if (!made.ok) return fail(out, made.error)
      const { contents, encoding, counts } = made.value
      if (to === undefined) {
        out.print(contents.trimEnd())
        return 0
      }
      try {
        await replaceFile(to, Buffer.from(contents, encoding))
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error)
        return fail(out, {
          code: 'save-failed',
          message: `${to} could not be written: ${why}.`,
          kept: 'The desk is as it was.',
        })
      }
      const { claims, passages, articles, unjudged, toCheck } = counts
      out.warn(`${to}: ${counted(claims, 'claim')}, ${counted(passages, 'passage')}, ${counted(articles, 'article')}.`)
      const check = [
        ...(unjudged > 0 ? [`${counted(unjudged, 'claim')} without a verdict`] : []),
        ...(toCheck > 0 ? [`${counted(toCheck, 'passage')} without a place`] : []),
      ]
      if (check.length > 0) out.warn(`Still to check: ${check.join(', ')}.`)
      return 0
    })
  },
}

function formatOf(named: string | undefined, to: string | undefined): Result<ReportFormat> {
  const ending = to === undefined ? undefined : FORMATS.find((one) => to.toLowerCase().endsWith(`.${one}`))
  const wanted = reportFormatSchema.safeParse(named ?? ending ?? 'html')
  if (!wanted.success) return failed('invalid-input', `"${named}" is no format: there are ${FORMATS.join(', ')}.`)
  if (wanted.data === 'docx' && to === undefined)
    return failed('invalid-input', 'A Word file is no text: say where with --to FILE.')
  return ok(wanted.data)
}

function scopeOf(given: Given): Result<ReportScope> {
  const [claims, articles] = [listOf(given, 'claim'), listOf(given, 'article')]
  if (claims.length > 0 && articles.length > 0) return failed('invalid-input', 'Give --claim or --article, not both.')
  const scope = reportScopeSchema.safeParse(
    claims.length > 0
      ? { kind: 'claims', ids: claims }
      : articles.length > 0
        ? { kind: 'articles', ids: articles }
        : { kind: 'desk' },
  )
  return scope.success
    ? ok(scope.data)
    : failed(
        'invalid-input',
        `${[...claims, ...articles].join(', ')}: claims are named by ids such as hl_01…, articles by art_01….`,
      )
}
