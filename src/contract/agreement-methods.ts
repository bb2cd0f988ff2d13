import { z } from 'zod'
import type { Annotator } from '#annotations/agreement/compared'
import type { AgreementView, ComparedFile } from './agreement-views'
import type { Done } from './views'

const MOST_NAME = 1_000
const name = z.string().max(MOST_NAME)

/**
 * Who is held against whom: two annotators of the desk; or, with the token of a colleague's file, somebody of the desk and
 * somebody of the file, and null for everyone there.
 */
export const sidesSchema = z.strictObject({ left: name.nullable(), right: name.nullable(), file: name.nullable() })
export type Sides = z.infer<typeof sidesSchema>

/** Which side of a disagreement a curator keeps. */
export const keptSchema = z.enum(['left', 'right', 'both'])
export type Kept = z.infer<typeof keptSchema>

const LONG = 120_000
function long<Output>() {
  return <K extends 'query' | 'command', I extends z.ZodType>(kind: K, input: I) => ({
    kind,
    input,
    timeout: LONG,
    output: undefined as Output | undefined,
  })
}

/** How far annotators agree, and what a curator decides where they do not. */
export const agreementMethods = {
  'agreement.annotators': long<readonly Annotator[]>()('query', z.strictObject({})),
  /** Reads a colleague's Crossread JSON to compare it with; nothing is imported. */
  'agreement.readFile': long<ComparedFile>()('query', z.strictObject({ name, contents: z.string() })),
  'agreement.compare': long<AgreementView>()('query', sidesSchema),
  /** Keeps one side of a disagreement, or both. Where the desk has just that already, nothing changes. */
  'agreement.keep': long<Done>()('command', z.strictObject({ ...sidesSchema.shape, id: name, keep: keptSchema })),
} as const
