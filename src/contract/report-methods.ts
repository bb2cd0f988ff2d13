import { z } from 'zod'
import type { ReportCounts } from '#annotations/report/compile'
import { reportOptionsSchema, reportScopeSchema } from '#annotations/report/scope'
import { command, LONG, query } from './method'

/** The forms a report can be written in; a PDF is printed from HTML by the shell. */
export const reportFormatSchema = z.enum(['html', 'docx', 'md'])
export type ReportFormat = z.infer<typeof reportFormatSchema>

export type ReportFile = {
  /** As it was asked for, or what the report is named after without one. */
  readonly title: string
  readonly fileName: string
  readonly contents: string
  readonly encoding: 'utf-8' | 'base64'
  readonly counts: ReportCounts
}

/** What an editor needs to sign off, made of the desk as it is. */
export const reportMethods = {
  'report.make': query<ReportFile>()(
    z.strictObject({
      scope: reportScopeSchema,
      format: reportFormatSchema,
      options: reportOptionsSchema,
      /** Only its beginning, to be looked at. */
      preview: z.literal(true).optional(),
    }),
    LONG,
  ),
  /** Prints a page to a PDF where the user says; the browser shell answers `unavailable` and its page prints instead. */
  'shell.savePdf': command<string | null>()(
    z.strictObject({ fileName: z.string().max(1_000), html: z.string() }),
    Number.POSITIVE_INFINITY,
  ),
} as const
